import type { Language } from "../../../domain/language.ts";
import { typesetMessages } from "../typeset-messages.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import type { RegistrationDetailsMessages } from "./registration-details-messages.ts";
import { ru } from "./ru.ts";

const MESSAGES: Record<Language, RegistrationDetailsMessages> = typesetMessages({ en, ru, kk });

/** The words of the pages for details in a language. */
export function registrationDetailsMessagesOf(language: Language): RegistrationDetailsMessages {
  return MESSAGES[language];
}
