import type { Language } from "../../domain/language.ts";
import { REGISTRATION_PEOPLE } from "./catalogues.ts";
import type { RegistrationPeopleMessages } from "./shapes/registration-people-messages.ts";
import { typesetMessages } from "./typeset-messages.ts";

const MESSAGES: Record<Language, RegistrationPeopleMessages> = typesetMessages(REGISTRATION_PEOPLE);

/** The words about what each person is asked, in a language. */
export function registrationPeopleMessagesOf(language: Language): RegistrationPeopleMessages {
  return MESSAGES[language];
}
