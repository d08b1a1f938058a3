import { MIMEType } from "node:util";
import { unreadable } from "./form-refusals.ts";

/** Characters of a type with its boundary and its charset; Node takes the square of the blanks in a longer one. */
const LONGEST_TYPE = 200;

/**
 * A type as a header names it.
 * @param status of the refusal of what is none
 * @throws Refusal `form-unreadable`
 */
export function mimeType(text: string, status: 400 | 415): MIMEType {
  if (text.length > LONGEST_TYPE) throw unreadable(status);
  try {
    return new MIMEType(text);
  } catch (cause) {
    throw unreadable(status, cause);
  }
}
