import { cleanLine } from "./clean-text.ts";
import type { Wrong } from "./field-error.ts";
import { LONGEST_NAME } from "./participant.ts";
import { carriesWebAddress } from "./web-address.ts";

/** A name of a person, or what a badge shows, on one line; what is wrong with it is noted. Empty where nothing was typed. */
export function checkName(field: string, typed: string, wrong: Wrong): string {
  const name = cleanLine(typed);
  if (name.length > LONGEST_NAME) wrong(field, "too-long", String(LONGEST_NAME));
  else if (carriesWebAddress(name)) wrong(field, "web-address");
  return name;
}
