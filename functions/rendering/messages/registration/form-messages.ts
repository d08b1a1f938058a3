import type { Language } from "../../../domain/language.ts";

/** What the form says besides its fields' names: of how it is shortened, and of what it keeps back. */
export interface FormMessages {
  /** Beside the needs, where what was typed before is sealed in the page. */
  readonly needsKept: string;
}

export const FORM_MESSAGES: Readonly<Record<Language, FormMessages>> = {
  en: {
    needsKept:
      "What you wrote here before is kept and not shown again. Write anew to replace it, or clear the box below to leave it out.",
  },
  ru: {
    needsKept:
      "Написанное вами раньше сохранено и больше не показывается. Чтобы заменить его, напишите заново; чтобы не передавать его, снимите отметку ниже.",
  },
  kk: {
    needsKept:
      "Бұрын жазғаныңыз сақталды және қайта көрсетілмейді. Оны ауыстыру үшін қайта жазыңыз, ал жібермеу үшін төмендегі белгіні алып тастаңыз.",
  },
};
