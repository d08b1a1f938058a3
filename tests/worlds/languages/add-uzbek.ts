import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { sourceFiles } from "../sources/source-files.ts";

/** Folders in which each language has one of its own. */
const CATALOGUES = ["functions/domain/languages", "functions/rendering/messages"];
const SOURCES = ["functions", "infra"];

/** Copies the sources of the product into an empty folder, with what compiling them needs. */
export function copySources(into: string): void {
  for (const folder of SOURCES) cpSync(folder, join(into, folder), { recursive: true });
  cpSync("package.json", join(into, "package.json"));
  symlinkSync(realpathSync("node_modules"), join(into, "node_modules"));
  const config = JSON.parse(readFileSync("tsconfig.json", "utf8"));
  writeFileSync(join(into, "tsconfig.json"), JSON.stringify({ ...config, include: SOURCES }));
}

/**
 * Adds Uzbek to copied sources as docs/how-to-add.md says, in English words but for a few by which it is known again.
 * @throws Error when a file no longer has what the page says is changed there
 */
export function addUzbek(root: string): void {
  for (const folder of CATALOGUES) {
    mkdirSync(join(root, folder, "uz"));
    for (const name of readdirSync(join(root, folder, "en")))
      writeFileSync(
        join(root, folder, "uz", name),
        inUzbek(readFileSync(join(root, folder, "en", name), "utf8")),
      );
  }
  const change = (file: string, ...changes: readonly [RegExp, string][]) => {
    const before = readFileSync(join(root, file), "utf8");
    writeFileSync(
      join(root, file),
      changes.reduce((text, [what, by]) => changed(text, what, by, file), before),
    );
  };
  for (const file of ["functions/domain/language.ts", "functions/domain/naming.ts"])
    change(
      file,
      [
        /import \{ ru \} from "\.\/languages\/ru\/(\w+)\.ts";\n/,
        '$&import { uz } from "./languages/uz/$1.ts";\n',
      ],
      [/\{ en, ru, kk \}/, "{ en, ru, kk, uz }"],
    );
  change(
    "functions/rendering/messages/catalogues.ts",
    [/import \* as ru from "\.\/ru\/index\.ts";\n/, '$&import * as uz from "./uz/index.ts";\n'],
    [/\bkk: kk\.(\w+)/g, "$&, uz: uz.$1"],
  );
  for (const language of ["en", "ru", "kk"])
    change(`functions/rendering/messages/${language}/pages.ts`, [
      /(languageNames: .*) \}/,
      '$1, uz: "Uzbek" }',
    ]);
  change("infra/artwork/captions.ts", [/^ {4}en: (.*),$/gm, "$&\n    uz: $1,"]);
  change("infra/artwork/fact-sheet-words.ts", [/^ {2}en: (\{[\s\S]*?\n {2}\}),$/m, "$&\n  uz: $1,"]);
}

/** Words by which the test knows Uzbek again, in place of the English ones. */
const WORDS: readonly [RegExp, string][] = [
  [/"English",\n {2}code: "eng"/, '"Oʻzbekcha",\n  code: "uzb"'],
  [/\bJuly\b/, "iyul"],
  [/"This address can only be read\."/, '"Bu manzilni faqat oʻqish mumkin."'],
];

function inUzbek(source: string): string {
  const words = WORDS.reduce((text, [english, uzbek]) => text.replace(english, uzbek), source);
  return words
    .replace(/^export const en\b/m, "export const uz")
    .replace(/\{ en as /g, "{ uz as ")
    .replaceAll('countedNoun("en"', 'countedNoun("uz"')
    .replaceAll("COUNTRIES_IN_ENGLISH", "COUNTRIES_IN_UZBEK")
    .replace(/(languageNames: .*) \}/, '$1, uz: "oʻzbekcha" }');
}

function changed(text: string, what: RegExp, by: string, file: string): string {
  const result = text.replace(what, by);
  if (result === text) throw new Error(`${file} has nothing like ${what}`);
  return result;
}

/** Files of a changed copy that are new there or no longer as they are here, but those of a language's own folder. */
export function filesTouched(root: string): string[] {
  const own = new RegExp(`^(?:${CATALOGUES.join("|")})/uz/`);
  return SOURCES.flatMap((folder) => sourceFiles(join(root, folder)))
    .map((file) => file.slice(root.length + 1))
    .filter((file) => !own.test(file) && contentOf(file) !== contentOf(join(root, file)));
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
