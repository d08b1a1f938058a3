import type { Language } from "../../../domain/language.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import type { RegistrationMessages } from "./registration-messages.ts";
import { ru } from "./ru.ts";

const MESSAGES: Record<Language, RegistrationMessages> = { en, ru, kk };

/** The words of the pages of registration in a language. */
export function registrationMessagesOf(language: Language): RegistrationMessages {
  return MESSAGES[language];
}
