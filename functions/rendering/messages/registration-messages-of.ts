import type { Language } from "../../domain/language.ts";
import { REGISTRATION } from "./catalogues.ts";
import type { RegistrationMessages } from "./shapes/registration-messages.ts";
import { typesetMessages } from "./typeset-messages.ts";

const MESSAGES: Record<Language, RegistrationMessages> = typesetMessages(REGISTRATION);

/** The words of the pages of registration in a language. */
export function registrationMessagesOf(language: Language): RegistrationMessages {
  return MESSAGES[language];
}
