import type { FieldErrorCode } from "./field-error.ts";
import { carriesWebAddress } from "./web-address.ts";

export type NameError = Extract<FieldErrorCode, "text-damaged" | "name-without-letters" | "web-address">;

/**
 * What stands where a letter was lost or means nothing to anybody else: the replacement characters, and code points
 * that are unassigned, for private use, or half of a pair (The Unicode Standard, sections 23.5 to 23.8).
 */
const DAMAGED = /[\ufffc\ufffd\p{Cn}\p{Co}\p{Cs}]/u;
/** A letter that shows: fillers are letters to Unicode, and empty on a badge. */
const LETTER = /(?!\p{Default_Ignorable_Code_Point})\p{L}/u;
const LETTER_OR_DIGIT = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;
/** What people type who leave a field open: `-`, `—`, `...`. */
const ONLY_DASHES = /^[\p{P}\s]*$/u;

/**
 * Why nobody could be called by a name, on a badge or in a mail.
 * @param name cleaned, of any length: each character is looked at once
 */
export function nameError(name: string): NameError | undefined {
  if (name === "") return undefined;
  if (DAMAGED.test(name)) return "text-damaged";
  if (!LETTER.test(name)) return "name-without-letters";
  return carriesWebAddress(name) ? "web-address" : undefined;
}

/** The same of an organisation or an outlet, which may be called `360` or `24.kz`; a dash stands for none. */
export function organisationError(name: string): NameError | undefined {
  if (DAMAGED.test(name)) return "text-damaged";
  return LETTER_OR_DIGIT.test(name) || ONLY_DASHES.test(name) ? undefined : "name-without-letters";
}
