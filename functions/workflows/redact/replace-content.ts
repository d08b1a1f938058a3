import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Problem } from "../../domain/content/problem.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { Content } from "../content/open-content.ts";
import type { RedactedContent } from "./redact-content.ts";

/**
 * Writes redacted texts and gives files and folders their new names, if no error comes of it: all of it is tried in a
 * copy first. Errors that were there before do not stop it. The files are written one right after the other.
 *
 * @param copy folder to be used for it and removed
 * @param open reads a content directory
 * @throws Refusal `content-invalid` when there would be new errors, or a file was changed meanwhile; nothing was written
 */
export async function replaceContent(
  content: string,
  { files, renamed }: RedactedContent,
  copy: string,
  open: (directory: string) => Promise<Content>,
): Promise<void> {
  rmSync(copy, { recursive: true, force: true }); // of a run that was killed
  try {
    cpSync(content, copy, {
      recursive: true,
      filter: (source) => source === content || !basename(source).startsWith("."),
    });
    for (const [file, { after }] of files) writeFileSync(join(copy, file), after);
    rename(copy, renamed);
    const [error] = newErrors(await open(content), await open(copy));
    if (error)
      throw refused(
        `Without the words ${pathIn(error.file, files)}:${error.line} would have an error: ${error.message}.`,
      );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  for (const [file, { before }] of files)
    if (readFileSync(join(content, file), "utf8") !== before) throw refused(`${file} was changed meanwhile.`);
  for (const [file, { after }] of files) writeFileSync(join(content, file), after);
  rename(content, renamed);
}

function rename(directory: string, renamed: RedactedContent["renamed"]): void {
  for (const { from, to } of renamed) {
    mkdirSync(dirname(join(directory, to)), { recursive: true });
    renameSync(join(directory, from), join(directory, to));
  }
}

/** Errors that the content does not have yet; a folder may have another name by now. */
function newErrors(before: Content, after: Content): Problem[] {
  const errorsOf = ({ problems }: Content) => problems.filter(({ severity }) => severity === "error");
  const nameOf = ({ file, message }: Problem) => `${basename(file)} ${message}`;
  const known = new Set(errorsOf(before).map(nameOf));
  return errorsOf(after).filter((each) => !known.has(nameOf(each)));
}

/** The copy's path says nothing to anybody. */
function pathIn(shown: string, files: RedactedContent["files"]): string {
  const known = [...files.keys()].find((file) => shown.endsWith(`/${file}`));
  return known ?? shown.split("/").slice(-3).join("/");
}

function refused(message: string): Refusal {
  return new Refusal(
    "content-invalid",
    400,
    message,
    "Nothing was changed: correct this by hand, name other folders that hold the words, and run it again.",
  );
}
