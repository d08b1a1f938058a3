import type { Language } from "../../domain/language.ts";
import * as en from "./en/index.ts";
import * as kk from "./kk/index.ts";
import * as ru from "./ru/index.ts";
import type { EdgeWords } from "./shapes/edge-words.ts";
import type { Messages } from "./shapes/messages.ts";
import type { PublishingMessages } from "./shapes/publishing-messages.ts";
import type { ReadmeMessages } from "./shapes/readme-messages.ts";
import type { RegistrationDetailsMessages } from "./shapes/registration-details-messages.ts";
import type { RegistrationErrorMessages } from "./shapes/registration-error-messages.ts";
import type { RegistrationFormMessages } from "./shapes/registration-form-messages.ts";
import type { RegistrationGuestsMessages } from "./shapes/registration-guests-messages.ts";
import type { RegistrationInvitationMessages } from "./shapes/registration-invitation-messages.ts";
import type { RegistrationMailMessages } from "./shapes/registration-mail-messages.ts";
import type { RegistrationMessages } from "./shapes/registration-messages.ts";
import type { RegistrationPeopleMessages } from "./shapes/registration-people-messages.ts";
import type { RequestRefusalMessages } from "./shapes/request-refusal-messages.ts";
import type { UnitWords } from "./shapes/unit-words.ts";

/**
 * Every group of words in every language, as the folders of the languages have it. This is the one place where a
 * folder is named. A bundle takes the groups that it uses: nothing here calls anything.
 */

export const EDGE: Words<EdgeWords> = { en: en.edge, ru: ru.edge, kk: kk.edge };
export const PAGES: Words<Messages> = { en: en.pages, ru: ru.pages, kk: kk.pages };
export const PUBLISHING: Words<PublishingMessages> = {
  en: en.publishing,
  ru: ru.publishing,
  kk: kk.publishing,
};
export const README_WORDS: Words<ReadmeMessages> = { en: en.readme, ru: ru.readme, kk: kk.readme };
export const REGISTRATION: Words<RegistrationMessages> = {
  en: en.registration,
  ru: ru.registration,
  kk: kk.registration,
};
export const REGISTRATION_DETAILS: Words<RegistrationDetailsMessages> = {
  en: en.registrationDetails,
  ru: ru.registrationDetails,
  kk: kk.registrationDetails,
};
export const REGISTRATION_ERRORS: Words<RegistrationErrorMessages> = {
  en: en.registrationErrors,
  ru: ru.registrationErrors,
  kk: kk.registrationErrors,
};
export const REGISTRATION_FORM: Words<RegistrationFormMessages> = {
  en: en.registrationForm,
  ru: ru.registrationForm,
  kk: kk.registrationForm,
};
export const REGISTRATION_GUESTS: Words<RegistrationGuestsMessages> = {
  en: en.registrationGuests,
  ru: ru.registrationGuests,
  kk: kk.registrationGuests,
};
export const REGISTRATION_INVITATION: Words<RegistrationInvitationMessages> = {
  en: en.registrationInvitation,
  ru: ru.registrationInvitation,
  kk: kk.registrationInvitation,
};
export const REGISTRATION_MAIL: Words<RegistrationMailMessages> = {
  en: en.registrationMail,
  ru: ru.registrationMail,
  kk: kk.registrationMail,
};
export const REGISTRATION_PEOPLE: Words<RegistrationPeopleMessages> = {
  en: en.registrationPeople,
  ru: ru.registrationPeople,
  kk: kk.registrationPeople,
};
export const REQUEST_REFUSAL_WORDS: Words<RequestRefusalMessages> = {
  en: en.requestRefusal,
  ru: ru.requestRefusal,
  kk: kk.requestRefusal,
};
export const UNITS: Words<UnitWords> = { en: en.units, ru: ru.units, kk: kk.units };

type Words<Group> = Readonly<Record<Language, Group>>;
