import { changesPath, windowOfMedia } from "../../domain/addresses.ts";
import type { Instant } from "../../domain/instant.ts";
import { isVisible } from "../../domain/visibility.ts";
import type { ManifestDocument } from "../manifest.ts";
import { addressesOfDocument } from "../publish/changes/changed-addresses.ts";
import { documentHead } from "../publish/stored/document-head.ts";
import type { StoredUnit } from "../publish/stored/stored-unit.ts";
import type { TakenBack } from "./emergency-newsroom.ts";

/** What the addresses of a unit answer from now on, of those documents that changed. */
export function changedAnswers(before: StoredUnit, after: StoredUnit, now: Instant): TakenBack[] {
  const former = new Map(before.documents.map((document) => [document.path, hashesOf(document)]));
  const changed = after.documents.filter((document) => former.get(document.path) !== hashesOf(document));
  const found = new Map<string, TakenBack>();
  for (const document of changed)
    for (const address of [
      ...addressesOfDocument(document),
      ...(document.told ? [changesPath(document.path)] : []),
    ])
      if (!address.includes("*")) found.set(address, { address, answers: answersOf(document, now) });
  return [...found.values()];
}

const hashesOf = ({ items, parts }: ManifestDocument): string =>
  [...items, ...parts].map(({ hash, publishAt }) => `${hash} ${publishAt}`).join();

/** Statuses with which the address of a document answers. */
export function answersOf(document: ManifestDocument, now: Instant): number[] {
  const head = documentHead(document);
  if (!head) return [200];
  if (!isVisible(head, now)) return [404];
  const kind = /^\{"kind":"([a-z-]+)"/.exec(head.body)?.[1] ?? "";
  return [{ gone: 410, untranslated: 404, redirect: 301, download: 302 }[kind] ?? 200];
}

/** What the address of bytes answers that were taken back: outside their window the edge answers before. */
export function mediaAnswers(keys: Iterable<string>, now: Instant): TakenBack[] {
  return [...keys].map((key) => {
    const window = windowOfMedia(`/${key}`);
    const isOpen = !window || (window.from <= now && (window.until === undefined || window.until > now));
    return { address: `/${key}`, answers: isOpen ? [410] : [404] };
  });
}
