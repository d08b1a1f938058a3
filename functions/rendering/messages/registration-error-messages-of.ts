import type { Language } from "../../domain/language.ts";
import { REGISTRATION_ERRORS } from "./catalogues.ts";
import type { RegistrationErrorMessages } from "./shapes/registration-error-messages.ts";
import { typesetMessages } from "./typeset-messages.ts";

const MESSAGES: Record<Language, RegistrationErrorMessages> = typesetMessages(REGISTRATION_ERRORS);

/** The words for mistakes in the forms of registration, and for what is refused there, in a language. */
export function registrationErrorMessagesOf(language: Language): RegistrationErrorMessages {
  return MESSAGES[language];
}
