import type { Parsed } from "../read/parse-source.ts";
import { suggestion } from "../read/suggestion.ts";
import type { Inspection } from "./inspection.ts";

/** Reports ids that have no words in a language file, and words for ids that do not exist. */
export function inspectWords<FactsWhole, FactsSound, Whole, Sound>(
  { problems, unit }: Inspection,
  facts: Parsed<FactsWhole, FactsSound>,
  words: Parsed<Whole, Sound>,
  field: "figures" | "statements" | "sessions" | "places" | "questions" | "assets",
  ids = facts.mentioned(field),
): void {
  if (!facts.isReadable || !words.isReadable) return; // what is missing follows from that
  const said = words.mentioned(field);
  for (const id of ids)
    if (!said.has(id))
      problems.error(
        { file: words.file, line: words.lineOf([field]) },
        { problem: `${field} has no words for ${id}`, expected: `an entry ${id} under ${field}` },
      );
  for (const id of said)
    if (!ids.has(id))
      problems.error(
        { file: words.file, line: words.lineOf([field, id]) },
        {
          problem: `${field} has words for ${id}, which ${facts.file.slice(unit.folder.length + 1)} does not list`,
          expected: ids.size > 0 ? `one of ${[...ids].join(", ")}` : `no ${field}`,
          suggestion: suggestion(id, ids),
        },
      );
}
