import { isMailAddress } from "./address.ts";
import { cleanLine, LONGEST_LINE } from "./clean-text.ts";
import { type FieldError, fieldErrors } from "./field-error.ts";
import { FIELDS } from "./form.ts";
import { LONGEST_NAME } from "./participant.ts";
import { isPhone } from "./phone.ts";
import type { RegistrationContact } from "./registration.ts";
import { carriesWebAddress } from "./web-address.ts";

/** What an organiser types of a contact; what is undefined was not named. */
export type TypedContact = Readonly<Partial<Record<keyof RegistrationContact, string | undefined>>>;

const FIELD_OF = {
  name: FIELDS.name,
  email: FIELDS.email,
  phone: FIELDS.phone,
  organisation: FIELDS.organisation,
  outlet: FIELDS.outlet,
  pressCard: FIELDS.pressCard,
} as const satisfies Record<keyof RegistrationContact, string>;

/**
 * Cleans what an organiser types of a contact as the form does what people type of themselves, or tells everything that
 * is wrong with it. Only what was named is answered; an empty value takes something out, and a name cannot be.
 */
export function checkContact(typed: TypedContact): {
  readonly contact: Partial<RegistrationContact>;
  readonly errors: readonly FieldError[];
} {
  const { errors, wrong } = fieldErrors();
  const contact: Partial<RegistrationContact> = {};
  for (const key of ["name", "email", "phone", "organisation", "outlet", "pressCard"] as const) {
    const given = typed[key];
    if (given === undefined) continue;
    const clean = cleanLine(given);
    const longest = key === "name" ? LONGEST_NAME : LONGEST_LINE;
    if (key !== "email" && clean.length > longest) wrong(FIELD_OF[key], "too-long", String(longest));
    if (key === "name" && clean === "") wrong(FIELDS.name, "name-missing");
    if (key === "name" && carriesWebAddress(clean)) wrong(FIELDS.name, "web-address");
    if (key === "email" && clean !== "" && !isMailAddress(clean)) wrong(FIELDS.email, "email-invalid");
    if (key === "phone" && clean !== "" && !isPhone(clean)) wrong(FIELDS.phone, "phone-invalid");
    contact[key] = clean;
  }
  return { contact, errors };
}
