import { LONGEST_NAME } from "../participant.ts";
import { cleanLine } from "../text/clean-text.ts";
import type { Wrong } from "../text/field-error.ts";
import { nameError } from "../text/name-error.ts";

/** A name of a person, or what a badge shows, on one line; what is wrong with it is noted. Empty where nothing was typed. */
export function checkName(field: string, typed: string, wrong: Wrong): string {
  const name = cleanLine(typed);
  const error = nameError(name);
  if (name.length > LONGEST_NAME) wrong(field, "too-long", String(LONGEST_NAME));
  else if (error) wrong(field, error);
  return name;
}
