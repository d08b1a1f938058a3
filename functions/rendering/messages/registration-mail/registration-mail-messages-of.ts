import type { Language } from "../../../domain/language.ts";
import { typesetMessages } from "../typeset-messages.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import type { RegistrationMailMessages } from "./registration-mail-messages.ts";
import { ru } from "./ru.ts";

const MESSAGES: Record<Language, RegistrationMailMessages> = typesetMessages({ en, ru, kk });

/** The words of the mails of registration in a language. */
export function registrationMailMessagesOf(language: Language): RegistrationMailMessages {
  return MESSAGES[language];
}
