import type { PersonField } from "../../../domain/registration/person-fields.ts";

/** What forms and pages say of what each person is asked, in one language. */
export interface RegistrationPeopleMessages {
  /** As a mail and a heading name all of it. */
  readonly ofPeople: string;
  /** Before what the answers are for, above the rows. */
  readonly asked: string;
  /** Where people stand already: a row can be given to somebody else. */
  readonly replaced: string;
  /** First entry of a list of which one has to be chosen. */
  readonly choose: string;
  /** Beside the contact's organisation, where some places need it. */
  readonly organisationNeeded: (places: string) => string;
  /** What is asked without words of the organiser's own. */
  readonly fields: Readonly<Record<PersonField, { readonly label: string; readonly purpose: string }>>;
}
