import { suggestion } from "../../../functions/workflows/content/read/suggestion.ts";

/** `Did you mean list? `, where a mistyped word is near to a known one; else nothing. */
export function didYouMean(word: string | undefined, known: Iterable<string>): string {
  const meant = word === undefined ? undefined : suggestion(word, known);
  return meant === undefined ? "" : `Did you mean ${meant}? `;
}
