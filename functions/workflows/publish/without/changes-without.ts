import { ChangesDocument } from "../../../domain/documents/changes.ts";
import type { NewsroomDocument } from "../../../domain/documents/document.ts";
import { withoutParagraphs } from "../../../domain/documents/told-paragraphs.ts";
import { versionText } from "../../../rendering/forms/version-text.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import { storedValue } from "../../../storage/dynamodb/stored-value.ts";
import { item } from "../../../storage/newsroom/parts.ts";

/**
 * What is told of the changes in a release once a file has left it: without the paragraphs that hold words which left
 * with the file, such as its caption. Where none does, it stays as it is, byte by byte.
 *
 * @param before the release with the file
 * @param after the release without it
 */
export function changesWithout(
  told: NewsroomItem,
  before: NewsroomDocument,
  after: NewsroomDocument,
): NewsroomItem {
  if (before.kind !== "release" || after.kind !== "release") return told;
  const gone = wordsThatLeft(versionText(before), versionText(after));
  const holdsSome = (reading: string) =>
    gone.some((words) => spaced(wordsOf(reading)).includes(spaced(words)));
  const document = storedValue(ChangesDocument, told.body, told.key);
  const changes = document.changes.flatMap((change) => withoutParagraphs(change, holdsSome));
  const body = JSON.stringify({ ...document, changes });
  return body === told.body ? told : item(told.key, body, told.publishAt, told.until);
}

/** Lines that left a text; of a line that stays but for one stretch of words, that stretch. */
function wordsThatLeft(before: string, after: string): string[][] {
  const [former, present] = [linesOf(before), linesOf(after)];
  const came = [...present].filter((line) => !former.has(line)).map(wordsOf);
  const left = [...former].filter((line) => !present.has(line)).map(wordsOf);
  return left.map((line) => cutFrom(line, came)).filter((words) => words.length > 0);
}

/** @param came lines of which one may be what is left of it */
function cutFrom(line: readonly string[], came: readonly string[][]): string[] {
  for (const rest of came) {
    const start = sharedStart(line, rest);
    const end = sharedStart(line.slice(start).reverse(), rest.slice(start).reverse());
    if (rest.length > 0 && start + end === rest.length) return line.slice(start, line.length - end);
  }
  return [...line];
}

function sharedStart(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((word, i) => word !== other[i]);
  return at < 0 ? one.length : at;
}

const linesOf = (text: string): Set<string> => new Set(text.split("\n"));

/** Words are compared without what stands between them: marks of emphasis come and go with a picture. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const spaced = (words: readonly string[]): string => ` ${words.join(" ")} `;
