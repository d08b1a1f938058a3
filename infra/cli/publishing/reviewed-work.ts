import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { KINDS } from "../../../functions/domain/kinds.ts";
import {
  isLanguage,
  LANGUAGES,
  type Language,
  languagesInWords,
} from "../../../functions/domain/language.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { markReviewed } from "../../../functions/workflows/content/mark-reviewed.ts";
import { translationHash } from "../../../functions/workflows/content/read/text-file.ts";
import { isObject } from "../../../functions/workflows/content/read/valid-part.ts";
import { readYaml } from "../../../functions/workflows/content/read/yaml/yaml-text.ts";

/** A file of content that is named as one of a language is. */
export interface TranslationFile {
  readonly file: string;
  readonly language: Language;
}

/**
 * Marks a translation as agreeing with its source.
 * @returns a sentence about what that did
 * @throws Refusal `content-invalid` for the source itself, and for what is no translation of content
 */
export function review({ file, language }: TranslationFile): string {
  const source = sourceOf(file);
  if (source === language)
    throw refused(`${file} is the source text itself.`, "Only its translations are marked as reviewed.");
  const original = join(dirname(file), `${source}.md`);
  const hash = translationHash(text(original));
  const translation = text(file);
  const marked = markReviewed(translation, hash);
  if (marked === undefined)
    throw refused(`${file} has no front matter.`, "It begins with `---`, fields, and `---` below them.");
  if (marked === translation) return `${file} already agrees with ${source}.md (${hash}).`;
  writeFileSync(file, marked);
  return `${file} now says that it agrees with ${source}.md (translationOf: ${hash}).`;
}

/** The source language that the YAML beside the file names. */
function sourceOf(file: string): Language {
  for (const { facts } of Object.values(KINDS)) {
    let yaml: string;
    try {
      yaml = readFileSync(join(dirname(file), facts), "utf8");
    } catch {
      continue;
    }
    const { value } = readYaml(yaml);
    const source = isObject(value) ? value.source : undefined;
    if (typeof source === "string" && isLanguage(source)) return source;
    throw refused(
      `${join(dirname(file), facts)} names no source language.`,
      `It needs ${languagesInWords("or", (each) => (each === LANGUAGES[0] ? `\`source: ${each}\`` : `\`${each}\``))}.`,
    );
  }
  throw refused(
    `${file} does not stand in a folder of content.`,
    "Beside it there is release.yaml, event.yaml, kit.yaml or page.yaml.",
  );
}

/** A file that is not UTF-8 would not come back byte for byte, so it is refused. */
function text(file: string): string {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return decoder.decode(readFileSync(file));
  } catch (cause) {
    throw new Refusal(
      "content-invalid",
      400,
      `${file} cannot be read as UTF-8 text.`,
      "Check its name and encoding.",
      {
        cause,
      },
    );
  }
}

function refused(message: string, help: string): Refusal {
  return new Refusal("content-invalid", 400, message, help);
}
