import { diffArrays } from "diff";
import type { TextRun } from "../../../domain/documents/changes.ts";

type Paragraph = TextRun[];

/** Texts that are longer, or differ more, are told as removed and added in one: finding what they share takes too long. */
const MOST_PIECES = 4_000;
const MOST_EDITS = 600;

function changesBetween(before: string[], after: string[]) {
  const isShort = before.length + after.length <= MOST_PIECES;
  return (isShort && diffArrays(before, after, { maxEditLength: MOST_EDITS })) || allOther(before, after);
}

const allOther = (before: string[], after: string[]) => [
  { value: before, removed: true, added: false, count: before.length },
  { value: after, removed: false, added: true, count: after.length },
];

/**
 * What differs between two texts: those paragraphs that changed, each as runs of words in the order of reading. A
 * paragraph is a line; one that stayed as it was is left out.
 */
export function textDifference(before: string, after: string): Paragraph[] {
  const changes = changesBetween(linesOf(before), linesOf(after));
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
      paragraphs.push(wordDifference(removed[n] ?? "", added[n] ?? ""));
  }
  return paragraphs;
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

/** Words in any alphabet, and what stands between them. A segmenter of Unicode takes quadratic time for long texts. */
const PIECES = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

function wordDifference(before: string, after: string): Paragraph {
  const wordsOf = (text: string) => text.match(PIECES) ?? [];
  const runs = changesBetween(wordsOf(before), wordsOf(after)).map(
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
