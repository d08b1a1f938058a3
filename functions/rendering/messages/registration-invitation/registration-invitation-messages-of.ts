import type { Language } from "../../../domain/language.ts";
import { typesetMessages } from "../typeset-messages.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import type { RegistrationInvitationMessages } from "./registration-invitation-messages.ts";
import { ru } from "./ru.ts";

const MESSAGES: Record<Language, RegistrationInvitationMessages> = typesetMessages({ en, ru, kk });

/** The words of invitations in a language. */
export function registrationInvitationMessagesOf(language: Language): RegistrationInvitationMessages {
  return MESSAGES[language];
}
