import { Problems } from "../../../domain/content/problem.ts";
import { KINDS } from "../../../domain/kinds.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import { type LanguageFile, readLanguageFile } from "./language-file.ts";
import type { LoadedUnit } from "./loaded-unit.ts";
import { type Parsed, parseSource, type Schemas } from "./parse-source.ts";
import { textOf } from "./text-file.ts";
import { readYaml } from "./yaml/yaml-text.ts";

/** What is read of a folder: its name and its text files. */
export type ReadableUnit = Pick<LoadedUnit, "folder" | "kind" | "texts">;

/** A folder as parsed: its facts, and its words in each language that has a file. */
export interface ReadUnit<FactsWhole, FactsSound, WordsWhole, WordsSound> {
  readonly facts: Parsed<FactsWhole, FactsSound>;
  readonly languages: ReadonlyMap<Language, LanguageFile<WordsWhole, WordsSound>>;
}

export function readUnit<FactsWhole, FactsSound, WordsWhole, WordsSound>(
  unit: ReadableUnit,
  schemas: {
    readonly facts: Schemas<FactsWhole, FactsSound>;
    readonly words: Schemas<WordsWhole, WordsSound>;
  },
  problems: Problems,
): ReadUnit<FactsWhole, FactsSound, WordsWhole, WordsSound> {
  const nameOf = (name: string) => `${unit.folder}/${name}`;
  const text = (name: string): string | undefined => {
    const bytes = unit.texts.get(name);
    return bytes && textOf(bytes, nameOf(name), problems);
  };
  const factsName = KINDS[unit.kind].facts;
  const facts = text(factsName);
  // a missing or unreadable file is one problem, not one for each of its fields
  const quiet = facts === undefined ? new Problems() : problems;
  const languages = new Map<Language, LanguageFile<WordsWhole, WordsSound>>();
  for (const language of LANGUAGES) {
    const words = text(`${language}.md`);
    if (words === undefined) continue;
    const file = readLanguageFile(language, nameOf(`${language}.md`), words, schemas.words, problems);
    languages.set(language, file);
  }
  const parsed = parseSource(readYaml(facts ?? ""), nameOf(factsName), schemas.facts, quiet);
  return { facts: { ...parsed, isReadable: facts !== undefined && parsed.isReadable }, languages };
}
