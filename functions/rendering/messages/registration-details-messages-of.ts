import type { Language } from "../../domain/language.ts";
import { REGISTRATION_DETAILS } from "./catalogues.ts";
import type { RegistrationDetailsMessages } from "./shapes/registration-details-messages.ts";
import { typesetMessages } from "./typeset-messages.ts";

const MESSAGES: Record<Language, RegistrationDetailsMessages> = typesetMessages(REGISTRATION_DETAILS);

/** The words of the pages for details in a language. */
export function registrationDetailsMessagesOf(language: Language): RegistrationDetailsMessages {
  return MESSAGES[language];
}
