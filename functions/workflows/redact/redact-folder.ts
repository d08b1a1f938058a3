import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Detail } from "../../domain/detail.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { markReviewed } from "../content/mark-reviewed.ts";
import { translationHash } from "../content/text-file.ts";
import { type Occurrence, redactFile } from "./redact-files.ts";

/**
 * Takes the words out of the text files of one folder. A translation that agreed with its source goes on agreeing: the
 * same was taken out of both.
 *
 * @param folder within the content directory
 * @param source file of the source language, within the folder
 */
export function redactFolder(
  content: string,
  folder: string,
  source: string,
  found: readonly Occurrence[],
  { detail, replacement }: { readonly detail: Detail; readonly replacement: string },
): void {
  const original = join(content, folder, source);
  const before = translationHash(textOf(original));
  for (const each of found)
    if (each.folder === folder && each.text)
      redactFile(join(content, folder, each.file), detail, replacement);
  const after = translationHash(textOf(original));
  if (after === before) return;
  for (const language of LANGUAGES) {
    const file = join(content, folder, `${language}.md`);
    const text = textOf(file);
    if (!text.includes(`translationOf: ${before}`) && !text.includes(`translationOf: "${before}"`)) continue;
    writeFileSync(file, markReviewed(text, after) ?? text);
  }
}

/** A language that has no file has no text. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
