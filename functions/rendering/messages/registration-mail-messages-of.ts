import type { Language } from "../../domain/language.ts";
import { REGISTRATION_MAIL } from "./catalogues.ts";
import type { RegistrationMailMessages } from "./shapes/registration-mail-messages.ts";
import { typesetMessages } from "./typeset-messages.ts";

const MESSAGES: Record<Language, RegistrationMailMessages> = typesetMessages(REGISTRATION_MAIL);

/** The words of the mails of registration in a language. */
export function registrationMailMessagesOf(language: Language): RegistrationMailMessages {
  return MESSAGES[language];
}
