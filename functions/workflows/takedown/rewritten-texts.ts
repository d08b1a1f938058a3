import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES } from "../../domain/language.ts";
import { markReviewed } from "../content/mark-reviewed.ts";
import { translationHash } from "../content/read/text-file.ts";

/**
 * Changes the language files of a folder alike. Translations stay as reviewed as they were: each names the source text
 * that it was made of as that is from now on.
 *
 * @returns names of those that changed
 */
export function rewrittenTexts(folder: string, change: (text: string) => string): string[] {
  const names = LANGUAGES.map((language) => `${language}.md`).filter((name) =>
    existsSync(join(folder, name)),
  );
  const before = new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  const after = new Map([...before].map(([name, text]) => [name, change(text)]));
  const hashes = new Map([...before].map(([name, text]) => [translationHash(text), after.get(name) ?? text]));
  return names.filter((name) => {
    const text = after.get(name) ?? "";
    const of = /^translationOf[ \t]*:[ \t]*["']?([0-9a-f]{16})/m.exec(text)?.[1];
    const source = of === undefined ? undefined : hashes.get(of);
    const next = source === undefined ? of : translationHash(source);
    const marked = next === undefined || next === of ? text : (markReviewed(text, next) ?? text);
    if (marked === before.get(name)) return false;
    writeFileSync(join(folder, name), marked);
    return true;
  });
}
