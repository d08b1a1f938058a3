import { anchor } from "../../../domain/documents/anchor.ts";
import type { LanguageFile } from "../read/language-file.ts";
import { readUnit } from "../read/read-unit.ts";
import { RELEASE, type ValidRelease, type ValidReleaseText } from "../read/source-files.ts";
import type { UnitFacts } from "../read/unit-record.ts";
import { holdsNumber } from "./figure-numbers.ts";
import { inspectLanguages } from "./inspect-languages.ts";
import { inspectMarkdown } from "./inspect-markdown.ts";
import { inspectUnusedPictures } from "./inspect-pictures.ts";
import { inspectPublication, licencesOf, publicationFacts } from "./inspect-publication.ts";
import { inspectWords } from "./inspect-words.ts";
import { type Inspection, noteReferences, spot, uniqueIds } from "./inspection.ts";
import { titlesOf, wordsOf } from "./words-of.ts";

export function inspectRelease(inspection: Inspection, siteZone: string): UnitFacts | undefined {
  const { unit, problems, uses, claims } = inspection;
  const { facts, languages } = readUnit(unit, RELEASE, problems);
  const { sound } = facts;
  const { publishAt } = inspectPublication(inspection, facts, sound, siteZone);
  if (sound.kit) uses.push({ to: "kit", id: sound.kit, ...spot(facts, "kit") });
  if (sound.event) uses.push({ to: "event", id: sound.event, ...spot(facts, "event") });
  noteReferences(inspection, "goal", sound.goals, facts, "goals");
  uniqueIds(inspection, sound.figures, facts, "figures");
  uniqueIds(inspection, sound.statements, facts, "statements");
  sound.figures?.forEach(({ id, supersededBy }, i) => {
    claims.push({ what: "figure", id, ...spot(facts, "figures", i, "id") });
    if (supersededBy)
      uses.push({ to: "figure", id: supersededBy, ...spot(facts, "figures", i, "supersededBy") });
  });
  sound.statements?.forEach(({ id }, i) => {
    claims.push({ what: "statement", id, ...spot(facts, "statements", i, "id") });
  });
  const anchors = [
    ...[...facts.mentioned("figures")].map((id) => anchor("figure", id)),
    ...[...facts.mentioned("statements")].map((id) => anchor("statement", id)),
  ];
  inspectLanguages(inspection, sound.source, languages, anchors);
  for (const file of languages.values()) {
    inspectWords(inspection, facts, file.words, "figures");
    inspectWords(inspection, facts, file.words, "statements");
    inspectNumbers(inspection, sound, file);
    const { notes } = file.words.sound;
    if (notes !== undefined)
      inspectMarkdown(inspection, {
        text: notes,
        file: file.file,
        line: file.words.lineOf(["notes"]) + 1,
        prefix: "notes",
        anchors,
      });
  }
  inspectUnusedPictures(inspection, facts, sound);
  if (!facts.whole || !publishAt) return undefined;
  const { goals = [], kit, event, figures = [], statements = [] } = facts.whole;
  return {
    ...publicationFacts(facts.whole, titlesOf(languages), publishAt),
    goals,
    licences: licencesOf(facts.whole),
    ...(kit !== undefined && { kit }),
    ...(event !== undefined && { event }),
    figures: figures.map((figure) => ({
      id: figure.id,
      values: wordsOf(languages, (words) => words.figures?.[figure.id]?.value),
      ...(figure.supersededBy !== undefined && { supersededBy: figure.supersededBy }),
    })),
    statements: statements.map((statement) => statement.id),
    downloads: [],
  };
}

/** Warns when a figure's number is neither in its value nor anywhere in the text: a slip of the translator's. */
function inspectNumbers<Whole>(
  { problems }: Inspection,
  { figures }: ValidRelease,
  { words, body, file }: LanguageFile<Whole, ValidReleaseText>,
): void {
  const { title = "", summary = "", notes = "", statements = {}, figures: said = {} } = words.sound;
  const spoken = Object.values(statements).map((statement) => statement.text);
  const text = [title, summary, body, notes, ...spoken].join("\n");
  for (const { id, number } of figures ?? []) {
    const value = said[id]?.value;
    if (value !== undefined && !holdsNumber(value, number))
      problems.warning(spot(words, "figures", id, "value"), {
        problem: `the value of ${id} does not hold its number`,
        expected: `${number}, as in release.yaml`,
      });
    if (!holdsNumber(text, number))
      problems.warning(
        { file, line: words.lineOf(["figures", id]) },
        { problem: `the number of ${id} does not occur in this text`, expected: `${number} somewhere in it` },
      );
  }
}
