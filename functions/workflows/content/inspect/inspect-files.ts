import type { Spot } from "../../../domain/content/problem.ts";
import { LANGUAGES } from "../../../domain/language.ts";
import { ownFiles } from "../read/content-tree.ts";
import { findingFor, type MediaFacts } from "../read/media-file.ts";
import { suggestion } from "../read/suggestion.ts";
import type { Inspection } from "./inspection.ts";

/** The facts of a file that something names, or undefined with the problem reported. */
export function namedFile(
  {
    unit,
    problems,
    named,
  }: Pick<Inspection, "problems" | "named"> & {
    readonly unit: {
      readonly media: ReadonlyMap<string, MediaFacts>;
      readonly unreadable: readonly string[];
    };
  },
  name: string,
  at: Spot,
): MediaFacts | undefined {
  const first = !named.has(name);
  named.add(name);
  const facts = unit.media.get(name);
  if (facts?.finding) {
    if (first) problems.error(at, findingFor(name, facts.finding));
    return undefined;
  }
  if (!facts && !unit.unreadable.includes(name))
    problems.error(at, {
      problem: `there is no file ${name} in this folder`,
      expected: "the name of a file beside this one",
      suggestion: suggestion(name, unit.media.keys()),
    });
  return facts;
}

/** A picture that a page shows, or undefined with the problem reported. */
export function namedPicture(
  inspection: Parameters<typeof namedFile>[0],
  name: string,
  at: Spot,
): MediaFacts | undefined {
  const facts = namedFile(inspection, name, at);
  if (facts && (facts.picture === undefined || facts.width === undefined)) {
    inspection.problems.error(at, {
      problem: facts.picture ? `${name} does not say its width and height` : `${name} is not a picture`,
      expected: "a picture with its size in pixels",
    });
    return undefined;
  }
  return facts;
}

/** Files of the folder that nothing names, as far as its texts could be read, and files that could not be read. */
export function inspectStrays({ unit, problems, named }: Inspection): void {
  const own = ownFiles(unit.kind);
  for (const name of unit.media.keys()) {
    const isText = /\.(md|ya?ml)$/.test(name);
    if (named.has(name) || (!isText && problems.unreadable.size > 0)) continue;
    problems.error(
      { file: `${unit.folder}/${name}`, line: 1 },
      isText
        ? {
            problem: "unknown file",
            expected: `only ${own.join(", ")} and files that they name`,
            suggestion: suggestion(name, own),
          }
        : { problem: "nothing refers to this file", expected: `files that ${own[0]} or a text names` },
    );
  }
  for (const name of unit.unreadable)
    problems.error(
      { file: `${unit.folder}/${name}`, line: 1 },
      { problem: "the file cannot be read", expected: "a plain file that you may read" },
    );
  if (!unit.texts.has(own[0] ?? "") && !unit.unreadable.includes(own[0] ?? ""))
    problems.error(
      { file: unit.folder, line: 1 },
      {
        problem: `${own[0]} is missing`,
        expected: `${own[0]} and a text such as ${LANGUAGES[0]}.md; \`npm run new\` writes them`,
      },
    );
}
