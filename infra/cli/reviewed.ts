import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isLanguage, type Language } from "../../functions/domain/language.ts";
import { Refusal } from "../../functions/domain/refusal.ts";
import { PLACES } from "../../functions/workflows/content/content-tree.ts";
import { markReviewed } from "../../functions/workflows/content/mark-reviewed.ts";
import { isObject } from "../../functions/workflows/content/sound-part.ts";
import { translationHash } from "../../functions/workflows/content/text-file.ts";
import { readYaml } from "../../functions/workflows/content/yaml-text.ts";
import { runCommand } from "./command.ts";

await runCommand({
  name: "npm run reviewed",
  summary: "Marks translations as reviewed: each notes the source text that it now agrees with.",
  positionals: "FILE…",
  options: {},
  async run(_, files) {
    if (files.length === 0)
      throw new Refusal(
        "option-invalid",
        400,
        "No file was named.",
        "Name the translations: `npm run reviewed -- content/releases/my-release/ru.md`.",
      );
    for (const file of files) process.stdout.write(`${review(file)}\n`);
    return 0;
  },
});

/** Marks one file and says in a sentence what that did. */
function review(file: string): string {
  const language = languageOf(file);
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

function languageOf(file: string): Language {
  const language = basename(file, ".md");
  if (basename(file) === `${language}.md` && isLanguage(language)) return language;
  throw refused(`${file} is no language file.`, "Language files are en.md, ru.md and kk.md.");
}

/** The source language that the YAML beside the file names. */
function sourceOf(file: string): Language {
  for (const { facts } of Object.values(PLACES)) {
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
      "It needs `source: en`, `ru` or `kk`.",
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
