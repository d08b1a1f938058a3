import type { Language } from "../../../domain/language.ts";
import { typesetMessages } from "../typeset-messages.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import type { RegistrationGuestsMessages } from "./registration-guests-messages.ts";
import { ru } from "./ru.ts";

const MESSAGES: Record<Language, RegistrationGuestsMessages> = typesetMessages({ en, ru, kk });

/** The words of the pages for guest links in a language. */
export function registrationGuestsMessagesOf(language: Language): RegistrationGuestsMessages {
  return MESSAGES[language];
}
