import type { Language } from "../../domain/language.ts";
import { REGISTRATION_FORM } from "./catalogues.ts";
import type { RegistrationFormMessages } from "./shapes/registration-form-messages.ts";
import { typesetMessages } from "./typeset-messages.ts";

export const FORM_MESSAGES: Readonly<Record<Language, RegistrationFormMessages>> =
  typesetMessages(REGISTRATION_FORM);
