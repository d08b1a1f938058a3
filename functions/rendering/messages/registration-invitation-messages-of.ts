import type { Language } from "../../domain/language.ts";
import { REGISTRATION_INVITATION } from "./catalogues.ts";
import type { RegistrationInvitationMessages } from "./shapes/registration-invitation-messages.ts";
import { typesetMessages } from "./typeset-messages.ts";

const MESSAGES: Record<Language, RegistrationInvitationMessages> = typesetMessages(REGISTRATION_INVITATION);

/** The words of invitations in a language. */
export function registrationInvitationMessagesOf(language: Language): RegistrationInvitationMessages {
  return MESSAGES[language];
}
