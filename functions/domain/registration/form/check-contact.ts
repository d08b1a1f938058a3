import type { ContactDetails } from "../registration.ts";
import { cleanLine, LONGEST_LINE } from "../text/clean-text.ts";
import type { Wrong } from "../text/field-error.ts";
import { organisationError } from "../text/name-error.ts";
import { checkName } from "./check-name.ts";
import { FIELDS, type FormValues } from "./form.ts";

export function checkContactName(typed: string, wrong: Wrong): string {
  const name = checkName(FIELDS.name, typed, wrong);
  if (name === "") wrong(FIELDS.name, "name-missing");
  return name;
}

/**
 * Telephone, organisation and, of journalists, outlet and press card.
 * @param press whether an outlet is needed, may be said, or is not asked for and not kept
 */
export function checkContactDetails(
  values: Pick<FormValues, "phone" | "organisation" | "outlet" | "pressCard">,
  press: "needed" | "possible" | "none",
  wrong: Wrong,
): ContactDetails {
  const line = (field: string, text: string) => {
    const clean = cleanLine(text);
    if (clean.length > LONGEST_LINE) wrong(field, "too-long", String(LONGEST_LINE));
    return clean;
  };
  const phone = line(FIELDS.phone, values.phone);
  if (phone !== "" && !isPhone(phone)) wrong(FIELDS.phone, "phone-invalid");
  const organisation = line(FIELDS.organisation, values.organisation);
  const outlet = line(FIELDS.outlet, values.outlet);
  for (const [field, text] of [
    [FIELDS.organisation, organisation],
    [FIELDS.outlet, outlet],
  ] as const) {
    const error = organisationError(text);
    if (error) wrong(field, error);
  }
  const pressCard = line(FIELDS.pressCard, values.pressCard);
  if (press === "needed" && outlet === "") wrong(FIELDS.outlet, "outlet-missing");
  const forPress = press !== "none";
  return {
    ...(phone !== "" && { phone }),
    ...(organisation !== "" && { organisation }),
    ...(forPress && outlet !== "" && { outlet }),
    ...(forPress && pressCard !== "" && { pressCard }),
  };
}

/** What people write as a telephone number: 5 to 20 digits with what separates them. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  return /^\+?[\d\s().\-/]+$/.test(text) && digits >= 5 && digits <= 20;
}
