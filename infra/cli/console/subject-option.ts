import { Refusal } from "../../../functions/domain/refusal.ts";

/** The argument of commands that take one thing back, for `--help`. */
export const ONE_SUBJECT = [
  [
    "WHAT",
    "An asset (my-kit/my-photo), a file of the content (releases/my-release/photo.jpg, or site for its picture), a folder (releases/my-release), any public address, or a SHA-256",
  ],
] as const;

/** @throws Refusal `option-invalid` when nothing was named, or more than one thing */
export function oneSubject([what = "", second]: readonly string[]): string {
  if (second !== undefined) throw refused(`${second} is one word too many.`);
  if (what.trim() === "") throw refused("Nothing was named.");
  return what;
}

function refused(message: string): Refusal {
  return new Refusal(
    "option-invalid",
    400,
    message,
    "Name one thing, such as my-kit/my-photo, releases/my-release/photo.jpg, or the address of a page or a file.",
  );
}
