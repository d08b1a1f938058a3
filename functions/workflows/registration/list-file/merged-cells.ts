import { NUMBER } from "../../../domain/registration/delegation/numbering.ts";
import { isCapitalised, isFullName } from "../../../domain/registration/delegation/unheaded-columns.ts";
import { namesOffice } from "../../../domain/registration/delegation/words-of-lists.ts";

/**
 * What a cell that is merged downwards says of the rows below its first: an office is that of all of them, a person who
 * fills two rows is nobody else in the second.
 */
export function goesOnDownwards(text: string): string {
  const maybePerson = isFullName(text) || isCapitalised(text);
  return NUMBER.test(text) || (maybePerson && !namesOffice(text)) ? "" : text;
}
