import type { Context } from "hono";
import { LONGEST_DELEGATION, readDelegation } from "../../domain/registration/delegation/read-delegation.ts";
import { FIELDS, type Fields, UNREADABLE } from "../../domain/registration/form/form.ts";
import { listFileText } from "../../workflows/registration/list-file/list-file-text.ts";
import { formOf } from "../forms/sent-form.ts";

/**
 * Fields of a form. A file with a delegation becomes the text that could have been pasted, so that it is kept when the
 * form is shown again.
 */
export async function formFields(c: Context): Promise<Fields> {
  const fields = new Map<string, string[]>(); // a field may have any name, also that of a property of every object
  for (const [name, value] of formOf(c)) {
    if (name === FIELDS.delegationFile) {
      if (typeof value !== "string") addDelegation(fields, await listText(value));
    } else if (typeof value === "string") {
      const values = fields.get(name);
      if (values) values.push(value);
      else fields.set(name, [value]);
    }
  }
  return Object.fromEntries(fields);
}

/** A file that was chosen before, and stands in the form already, is not taken twice; one that is no list is only told. */
function addDelegation(fields: Map<string, string[]>, text: string): void {
  const pasted = fields.get(FIELDS.delegation)?.[0] ?? "";
  const isRoom = pasted.length <= LONGEST_DELEGATION;
  if (text.trim() === "" || (isRoom && holdsLines(pasted, text))) return;
  const joined = pasted.trim() === "" ? text : `${pasted}\n${text}`;
  if (joined.length > LONGEST_DELEGATION || readDelegation(text) === undefined)
    fields.set(FIELDS.delegationFile, [UNREADABLE]);
  else fields.set(FIELDS.delegation, [joined]);
}

/** Whether each line stands there as often at least; counted, since searching for all of a text can take its square. */
function holdsLines(text: string, sought: string): boolean {
  const left = new Map<string, number>();
  for (const line of linesOf(text)) left.set(line, (left.get(line) ?? 0) + 1);
  return linesOf(sought).every((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count > 0;
  });
}

/** Browsers send text with breaks of two characters, whatever the file had. */
const linesOf = (text: string): string[] => text.trim().split(/\r\n?|\n/);

/** What cannot be read is something that is no list, and is told as such. */
const listText = async (file: File): Promise<string> =>
  (await listFileText(Buffer.from(await file.arrayBuffer()))) ?? NO_LIST;

/** `readDelegation` takes no text with this for a list. */
const NO_LIST = "\u0000";
