import type { Language } from "../../../domain/language.ts";
import { typesetMessages } from "../typeset-messages.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import type { RegistrationPeopleMessages } from "./registration-people-messages.ts";
import { ru } from "./ru.ts";

const MESSAGES: Record<Language, RegistrationPeopleMessages> = typesetMessages({ en, ru, kk });

/** The words about what each person is asked, in a language. */
export function registrationPeopleMessagesOf(language: Language): RegistrationPeopleMessages {
  return MESSAGES[language];
}
