import { Refusal } from "../../domain/refusal.ts";
import { MOST_FIELDS, MOST_VALUES } from "../../domain/request-limits.ts";

/** @param most bytes that a form may have at its address */
export const formTooLarge = (most: number): Refusal =>
  new Refusal(
    "form-too-large",
    413,
    `A form has at most ${most / 1000} kB, files included.`,
    "Send less: a list of names as text is much smaller.",
  );

export const tooManyFields = (): Refusal =>
  new Refusal(
    "form-too-many-fields",
    422,
    `A form has at most ${MOST_FIELDS} fields, and ${MOST_VALUES} values for each.`,
    "Open the form anew and fill it in there.",
  );

/** @param status 415 for what is no form at all, 400 for one that cannot be parsed */
export const unreadable = (status: 400 | 415, cause?: unknown): Refusal =>
  new Refusal(
    "form-unreadable",
    status,
    "This is no form as browsers send it.",
    "Send it as application/x-www-form-urlencoded or multipart/form-data.",
    { cause },
  );

/** @param status 415 for a charset that is not known, 400 for bytes that are none of its letters */
export const charsetRefused = (status: 400 | 415, cause?: unknown): Refusal =>
  new Refusal(
    "form-charset",
    status,
    status === 415
      ? "The form is in a charset that is not known here."
      : "The form has bytes that are no letters in its charset.",
    "Send it in UTF-8, or name the charset in which it is.",
    { cause },
  );
