import { addressError } from "../address.ts";
import type { RegistrationContact } from "../registration.ts";
import { cleanLine } from "../text/clean-text.ts";
import { type FieldError, fieldErrors } from "../text/field-error.ts";
import { checkContactDetails, checkContactName } from "./check-contact.ts";
import { FIELDS } from "./form.ts";

/** What an organiser types of a contact; what is undefined was not named. */
export type TypedContact = Readonly<Partial<Record<keyof RegistrationContact, string | undefined>>>;

/**
 * Cleans what an organiser types of a contact as the form does what people type of themselves, or tells everything that
 * is wrong with it. Only what was named is answered; an empty value takes something out, and a name cannot be.
 */
export function checkDeskContact(typed: TypedContact): {
  readonly contact: Partial<RegistrationContact>;
  readonly errors: readonly FieldError[];
} {
  const { errors, wrong } = fieldErrors();
  const contact: Partial<RegistrationContact> = {};
  if (typed.name !== undefined) contact.name = checkContactName(typed.name, wrong);
  if (typed.email !== undefined) {
    contact.email = cleanLine(typed.email);
    const error = contact.email === "" ? undefined : addressError(contact.email);
    if (error) wrong(FIELDS.email, error);
  }
  const { phone = "", organisation = "", outlet = "", pressCard = "" } = typed;
  const details = checkContactDetails({ phone, organisation, outlet, pressCard }, "possible", wrong);
  for (const key of ["phone", "organisation", "outlet", "pressCard"] as const)
    if (typed[key] !== undefined) contact[key] = details[key] ?? "";
  return { contact, errors };
}
