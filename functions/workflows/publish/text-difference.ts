import { diffArrays } from "diff";
import type { TextRun } from "../../domain/documents/changes.ts";
import type { Language } from "../../domain/language.ts";

type Paragraph = TextRun[];

/**
 * What differs between two texts: those paragraphs that changed, each as runs of words in the order of reading. A
 * paragraph is a line; one that stayed as it was is left out.
 */
export function textDifference(before: string, after: string, language: Language): Paragraph[] {
  const changes = diffArrays(linesOf(before), linesOf(after));
  const paragraphs: Paragraph[] = [];
  for (let i = 0; i < changes.length; i++) {
    const change = changes[i];
    if (!change?.added && !change?.removed) continue;
    const next = changes[i + 1];
    const pair = change.removed && next?.added ? next : undefined;
    const removed = change.removed ? change.value : [];
    const added = pair?.value ?? (change.added ? change.value : []);
    if (pair) i++;
    for (let n = 0; n < Math.max(removed.length, added.length); n++)
      paragraphs.push(wordDifference(removed[n] ?? "", added[n] ?? "", language));
  }
  return paragraphs;
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

/** Words by the rules of Unicode (UAX 29): Cyrillic words are words, too. */
function wordDifference(before: string, after: string, language: Language): Paragraph {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  const wordsOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
  const runs = diffArrays(wordsOf(before), wordsOf(after)).map(
    ({ value, added, removed }): TextRun => ({
      type: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    }),
  );
  return joined(runs);
}

/** A lone blank between two changes belongs to them: `two [of the] three` reads better than `two [of] [the] three`. */
function joined(runs: readonly TextRun[]): Paragraph {
  const removed: string[] = [];
  const added: string[] = [];
  const paragraph: Paragraph = [];
  const flush = () => {
    if (removed.length > 0) paragraph.push({ type: "removed", text: removed.join("") });
    if (added.length > 0) paragraph.push({ type: "added", text: added.join("") });
    removed.length = 0;
    added.length = 0;
  };
  runs.forEach((run, i) => {
    const within = run.type === "same" && run.text.trim() === "" && i > 0 && i < runs.length - 1;
    if (run.type !== "added" && (run.type === "removed" || within)) removed.push(run.text);
    if (run.type !== "removed" && (run.type === "added" || within)) added.push(run.text);
    if (run.type === "same" && !within) {
      flush();
      paragraph.push(run);
    }
  });
  flush();
  return paragraph;
}
