import { Refusal } from "../../../functions/domain/refusal.ts";
import { CONTENT_OPTION } from "../console/folder-options.ts";

/** What the commands by which a publication leaves have in common. */
export const RETIRE_OPTIONS = {
  content: CONTENT_OPTION,
  at: {
    type: "string",
    value: "TIME",
    help: "When it left, such as 2027-03-01T10:00 on the clock of its zone; now",
  },
} as const;

/** Of verbs that take effect at once. */
export const LATER_OPTION = {
  later: {
    type: "boolean",
    help: "Only writes it into the file; readers keep what they have until you publish",
  },
} as const;

/** The argument of commands that work on one folder, for `--help`. */
export const ONE_FOLDER = [
  ["FOLDER", "A folder of content, releases/my-release, or the address of its page"],
] as const;

/** @throws Refusal `option-invalid` when none was named, or several */
export function onlyOne(folders: readonly string[]): string {
  const [folder, second] = folders;
  if (second !== undefined)
    throw new Refusal("option-invalid", 400, `${second} is one word too many.`, "Name one folder.");
  return named(folder);
}

/** @throws Refusal `option-invalid` */
export function named(folder: string | undefined, option?: string): string {
  if (folder !== undefined && folder !== "") return folder;
  throw new Refusal(
    "option-invalid",
    400,
    option === undefined ? "No folder was named." : `${option}: no folder was named.`,
    "Name a folder of content, such as releases/my-release.",
  );
}
