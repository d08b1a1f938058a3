import { Problems } from "../../../domain/content/problem.ts";
import type { Language } from "../../../domain/language.ts";
import { type Parsed, parseSource, type Schemas } from "./parse-source.ts";
import { translationHash } from "./text-file.ts";
import { readYaml } from "./yaml/yaml-text.ts";

/** A language file: front matter between two lines of `---`, and below it the body in Markdown. */
export interface LanguageFile<Whole, Sound> {
  readonly language: Language;
  readonly file: string;
  readonly words: Parsed<Whole, Sound>;
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
  /** What a translation of it records. */
  readonly hash: string;
}

export interface FrontMatter {
  readonly yaml: string;
  readonly body: string;
  readonly bodyLine: number;
}

/** Parts the front matter from the body, or undefined when the file does not begin with one. */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  if (!/^---[ \t]*\n/.test(text)) return undefined;
  const end = /\n---[ \t]*(\n|$)/.exec(text);
  if (!end) return undefined;
  const yaml = text.slice(text.indexOf("\n") + 1, end.index + 1);
  const body = text.slice(end.index + end[0].length);
  return { yaml, body, bodyLine: yaml.split("\n").length + 2 };
}

export function readLanguageFile<Whole, Sound>(
  language: Language,
  file: string,
  text: string,
  schemas: Schemas<Whole, Sound>,
  problems: Problems,
): LanguageFile<Whole, Sound> {
  const parts = splitFrontMatter(text);
  if (!parts)
    problems.error(
      { file, line: 1 },
      {
        problem: "the file has no front matter",
        expected: "`---` on the first line, fields such as title and summary, and `---` below them",
      },
    );
  // without front matter every field would be missing: one problem says it
  const words = parseSource(readYaml(parts?.yaml ?? "", 2), file, schemas, parts ? problems : new Problems());
  return {
    language,
    file,
    words,
    body: parts?.body ?? "",
    bodyLine: parts?.bodyLine ?? 1,
    hash: translationHash(text),
  };
}
