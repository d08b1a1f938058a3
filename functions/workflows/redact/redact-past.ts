import type { Detail } from "../../domain/detail.ts";
import { ChangesDocument, type TextChange } from "../../domain/documents/changes.ts";
import { Version } from "../../domain/documents/version.ts";
import type { Instant } from "../../domain/instant.ts";
import type { StoredItem } from "../../storage/item.ts";
import { NOTICES_PARTITION } from "../../storage/keys.ts";
import { bodyHash } from "../../storage/parts.ts";
import { storedValue } from "../../storage/stored-value.ts";
import type { Operation } from "../../storage/transaction.ts";
import { IN_ADDRESSES } from "./names.ts";
import { standsIn } from "./stored-words.ts";

export function changesIn({ key, body }: StoredItem): ChangesDocument | undefined {
  if (key.sk !== "changes") return undefined;
  return storedValue(ChangesDocument, body, key);
}

/**
 * What becomes of an item of the past. Differences are decided on as they are read, not as they are stored: a name may
 * begin in one run and end in the next.
 *
 * @param stamp of what is written anew
 * @returns undefined for present content, and for what does not hold the words
 */
export function redactedPast(
  item: StoredItem,
  detail: Detail,
  replacement: string,
  stamp: () => Instant,
): Operation | undefined {
  const { key, body } = item;
  const without = (text: string) => detail.removedFrom(text, replacement);
  if (key.pk === NOTICES_PARTITION) return standsIn(item, detail) ? { remove: key } : undefined; // whoever redacts makes caches forget everything
  if (key.pk.startsWith("versions#")) {
    const version = storedValue(Version, body, key);
    const path = detail.removedFrom(version.path, IN_ADDRESSES);
    const redacted = { ...version, path, title: without(version.title), text: without(version.text) };
    return rewritten(item, version, redacted, () => item.writtenAt);
  }
  const document = changesIn(item);
  if (!document) return undefined;
  const changes = document.changes.flatMap((change) => withoutDetail(change, detail, without));
  return rewritten(item, document, { ...document, path: key.pk, changes }, stamp);
}

function rewritten<Value extends Version | ChangesDocument>(
  item: StoredItem,
  before: Value,
  after: Value,
  stamp: () => Instant,
): Operation | undefined {
  const body = JSON.stringify(after);
  if (body === JSON.stringify(before)) return undefined;
  return { put: { ...item, body, hash: bodyHash(body), writtenAt: stamp() } };
}

/**
 * A difference with a hole would tell how long the words were, and its other half perhaps the words: the paragraph goes,
 * and with its last one a change that was nothing else.
 */
function withoutDetail(change: TextChange, detail: Detail, without: (text: string) => string): TextChange[] {
  const paragraphs = change.paragraphs.filter((runs) => !readings(runs).some(detail.isIn));
  if (change.kind === "minor" && change.paragraphs.length > 0 && paragraphs.length === 0) return [];
  return [{ ...change, ...(change.note !== undefined && { note: without(change.note) }), paragraphs }];
}

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
