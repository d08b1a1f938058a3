import type { TextChange } from "./changes.ts";

type Runs = TextChange["paragraphs"][number];

/** A paragraph as it reads: with both its halves, as it was, and as it became. */
export function readings(runs: Runs): string[] {
  const text = (without?: Runs[number]["type"]) =>
    runs
      .filter((run) => run.type !== without)
      .map((run) => run.text)
      .join("");
  return [text(), text("added"), text("removed")];
}

/**
 * A change without the paragraphs of which a reading holds what is to go. A difference with a hole would tell how long
 * the words were, and its other half perhaps the words: the paragraph goes, and with its last one a change that was
 * nothing else.
 *
 * @returns the change, or none
 */
export function withoutParagraphs(change: TextChange, isToGo: (reading: string) => boolean): TextChange[] {
  const paragraphs = change.paragraphs.filter((runs) => !readings(runs).some(isToGo));
  if (change.kind === "minor" && change.paragraphs.length > 0 && paragraphs.length === 0) return [];
  return [{ ...change, paragraphs }];
}
