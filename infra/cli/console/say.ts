import { refusalLine } from "../../../functions/domain/refusal.ts";
import { asStarted } from "./as-started.ts";

// How commands speak: whole sentences that end with a full stop, a line each. Data such as tables, CSV and JSON is
// written as it is.

/** Tells what was done, on standard output. */
export function say(text: string): void {
  process.stdout.write(line(text));
}

/** Tells what went otherwise than was asked, on standard error. */
export function warn(text: string): void {
  process.stderr.write(line(text));
}

/** Tells a refusal, after words that say what it stops. */
export function warnOfRefusal(refusal: { readonly message: string; readonly help: string }, lead = ""): void {
  warn(`${lead}${refusalLine(refusal)}`);
}

const line = (text: string) =>
  text === "" || text.endsWith("\n") ? asStarted(text) : `${asStarted(text)}\n`;
