import type { Language } from "../../../domain/language.ts";
import { typesetMessages } from "../typeset-messages.ts";

/** What the form says besides its fields' names: of how it is shortened, and of what it keeps back. */
export interface FormMessages {
  /** Beside the needs, where what was typed before is sealed in the page. */
  readonly needsKept: string;
  /** Above what one may add about oneself. */
  readonly more: string;
  /** Above questions that may be left open. */
  readonly optionalQuestions: string;
  /** How many may take part, and who else. */
  readonly peopleHint: string;
  readonly othersHint: string;
}

export const FORM_MESSAGES: Readonly<Record<Language, FormMessages>> = typesetMessages({
  en: {
    needsKept:
      "What you wrote here before is kept and not shown again. Write anew to replace it, or clear the box below to leave it out.",
    more: "More about you: telephone, organisation, badge, language (optional)",
    optionalQuestions: "Questions you may leave open",
    peopleHint: "Up to 20 people. Seats for all of them are kept together.",
    othersHint: "Others who come with you or in your place. If nobody else comes, leave the rows empty.",
  },
  ru: {
    needsKept:
      "Написанное вами раньше сохранено и больше не показывается. Чтобы заменить его, напишите заново; чтобы не передавать его, снимите отметку ниже.",
    more: "Ещё о вас: телефон, организация, бейдж, язык (необязательно)",
    optionalQuestions: "Вопросы, на которые можно не отвечать",
    peopleHint: "До 20 человек. Места для всех выделяются вместе.",
    othersHint:
      "Другие участники — вместе с вами или вместо вас. Если больше никто не придёт, оставьте строки пустыми.",
  },
  kk: {
    needsKept:
      "Бұрын жазғаныңыз сақталды және қайта көрсетілмейді. Оны ауыстыру үшін қайта жазыңыз, ал жібермеу үшін төмендегі белгіні алып тастаңыз.",
    more: "Өзіңіз туралы қосымша: телефон, ұйым, бейдж, тіл (міндетті емес)",
    optionalQuestions: "Жауап беру міндетті емес сұрақтар",
    peopleHint: "20 адамға дейін. Орындар бәріне бірге беріледі.",
    othersHint:
      "Сізбен бірге немесе сіздің орныңызға келетін басқа адамдар. Басқа ешкім келмесе, жолдарды бос қалдырыңыз.",
  },
});
