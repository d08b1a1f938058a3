import type { TextRun } from "../../../domain/documents/changes.ts";
import type { Language } from "../../../domain/language.ts";
import { messagesOf } from "../../messages/messages-of.ts";

/** The paragraphs that differ, each with what was added and what was removed in its place. */
export function TextDifference({
  paragraphs,
  language,
}: {
  paragraphs: readonly (readonly TextRun[])[];
  language: Language;
}) {
  return (
    <>
      {paragraphs.map((runs) => (
        <p class="difference">
          {runs.map((run) => (
            <Run run={run} language={language} />
          ))}
        </p>
      ))}
    </>
  );
}

/**
 * A stretch of it. Few screen readers tell `ins` and `del` from other text, so words that are heard and not seen
 * stand around; underline and strike-through tell them apart without colour.
 */
function Run({ run: { type, text }, language }: { run: TextRun; language: Language }) {
  if (type === "same") return <>{text}</>;
  const { added, removed } = messagesOf(language).history;
  const Element = type === "added" ? "ins" : "del";
  return (
    <Element>
      <span class="hidden"> [{type === "added" ? added : removed}: </span>
      {text}
      <span class="hidden">] </span>
    </Element>
  );
}
