import type { Language } from "../../../domain/language.ts";
import { typesetMessages } from "../typeset-messages.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import type { RegistrationErrorMessages } from "./registration-error-messages.ts";
import { ru } from "./ru.ts";

const MESSAGES: Record<Language, RegistrationErrorMessages> = typesetMessages({ en, ru, kk });

/** The words for mistakes in the forms of registration, and for what is refused there, in a language. */
export function registrationErrorMessagesOf(language: Language): RegistrationErrorMessages {
  return MESSAGES[language];
}
