import type { Language } from "../../domain/language.ts";
import { REGISTRATION_GUESTS } from "./catalogues.ts";
import type { RegistrationGuestsMessages } from "./shapes/registration-guests-messages.ts";
import { typesetMessages } from "./typeset-messages.ts";

const MESSAGES: Record<Language, RegistrationGuestsMessages> = typesetMessages(REGISTRATION_GUESTS);

/** The words of the pages for guest links in a language. */
export function registrationGuestsMessagesOf(language: Language): RegistrationGuestsMessages {
  return MESSAGES[language];
}
