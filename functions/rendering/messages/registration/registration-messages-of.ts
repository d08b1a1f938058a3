import type { Language } from "../../../domain/language.ts";
import { typesetMessages } from "../typeset-messages.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import type { RegistrationMessages } from "./registration-messages.ts";
import { ru } from "./ru.ts";

const MESSAGES: Record<Language, RegistrationMessages> = typesetMessages({ en, ru, kk });

/** The words of the pages of registration in a language. */
export function registrationMessagesOf(language: Language): RegistrationMessages {
  return MESSAGES[language];
}
