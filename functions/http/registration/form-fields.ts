import type { Context } from "hono";
import { LONGEST_DELEGATION, readDelegation } from "../../domain/registration/delegation.ts";
import { FIELDS, type Fields, UNREADABLE } from "../../domain/registration/form.ts";

/**
 * Fields of a form, as `application/x-www-form-urlencoded` or `multipart/form-data`. A file with a delegation becomes
 * the text that could have been pasted, so that it is kept when the form is shown again. What is no form is an empty one.
 */
export async function formFields(c: Context): Promise<Fields> {
  const fields = new Map<string, string[]>(); // a field may have any name, also that of a property of every object
  const data = await c.req.formData().catch(() => new FormData());
  for (const [name, value] of data) {
    if (name === FIELDS.delegationFile) {
      if (typeof value !== "string") addDelegation(fields, await textOf(value));
    } else if (typeof value === "string") fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return Object.fromEntries(fields);
}

/** A file that was chosen before, and stands in the form already, is not taken twice; one that is no list is only told. */
function addDelegation(fields: Map<string, string[]>, text: string): void {
  const pasted = fields.get(FIELDS.delegation)?.[0] ?? "";
  if (text.trim() === "" || wholeLines(pasted).includes(wholeLines(text))) return;
  const joined = pasted.trim() === "" ? text : `${pasted}\n${text}`;
  if (readDelegation(text) === undefined || joined.length > LONGEST_DELEGATION)
    fields.set(FIELDS.delegationFile, [UNREADABLE]);
  else fields.set(FIELDS.delegation, [joined]);
}

/** Browsers send text with breaks of two characters, whatever the file had; `Dana` does not stand in `Dana Bek`. */
const wholeLines = (text: string): string => `\n${text.replace(/\r\n?/g, "\n").trim()}\n`;

/**
 * As spreadsheets save it: UTF-8, UTF-16 with its mark, or else the Cyrillic code page of Windows. So much of it is read
 * that what is cut off is too long in any of them, and refused for that rather than taken without its end.
 */
async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, LONGEST_DELEGATION * 4 + 4).arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}
