import type { Language } from "../../domain/language.ts";
import type { Compiled } from "./compilation.ts";
import { compileEvent } from "./compile-event.ts";
import { compileKit } from "./compile-kit.ts";
import { compilePage } from "./compile-page.ts";
import { compileRelease } from "./compile-release.ts";
import type { LanguageFile } from "./language-file.ts";
import type { LoadedUnit } from "./loaded-unit.ts";
import { MediaObjects } from "./media-objects.ts";
import type { Parsed } from "./parse-source.ts";
import { Problems } from "./problem.ts";
import { type ReadUnit, readUnit } from "./read-unit.ts";
import { EVENT, KIT, PAGE, RELEASE } from "./source-files.ts";
import type { Surroundings } from "./surroundings.ts";

/** Compiles a folder that was found right, from its files and its surroundings and nothing else. */
export function compileUnit(unit: LoadedUnit, surroundings: Surroundings): Compiled {
  const { slug } = unit;
  const common = { slug, surroundings, media: new MediaObjects(unit) };
  const problems = new Problems();
  switch (unit.kind) {
    case "release":
      return compileRelease({ ...common, kind: "release", ...whole(readUnit(unit, RELEASE, problems)) });
    case "event":
      return compileEvent({ ...common, kind: "event", ...whole(readUnit(unit, EVENT, problems)) });
    case "kit":
      return compileKit({ ...common, kind: "kit", ...whole(readUnit(unit, KIT, problems)) });
    case "page":
      return compilePage({ ...common, ...whole(readUnit(unit, PAGE, problems)) });
  }
}

function whole<Facts, FactsSound, Words, WordsSound>({
  facts,
  languages,
}: ReadUnit<Facts, FactsSound, Words, WordsSound>): {
  facts: Facts;
  texts: Map<Language, { words: Words; body: string }>;
} {
  const texts = new Map<Language, { words: Words; body: string }>();
  for (const [language, file] of languages) texts.set(language, textOf(file));
  return { facts: sound(facts), texts };
}

function textOf<Words, Sound>(file: LanguageFile<Words, Sound>): { words: Words; body: string } {
  return { words: sound(file.words), body: file.body };
}

function sound<Whole, Sound>({ whole, file }: Parsed<Whole, Sound>): Whole {
  if (whole === undefined) throw new Error(`${file} was found right but is not`);
  return whole;
}
