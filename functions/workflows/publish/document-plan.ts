import { changesPath } from "../../domain/addresses.ts";
import type { Instant } from "../../domain/instant.ts";
import { isVisible } from "../../domain/visibility.ts";
import type { NewsroomItem } from "../../storage/dynamodb/item.ts";
import type { Key } from "../../storage/dynamodb/key.ts";
import { changesKey } from "../../storage/newsroom/keys.ts";
import type { HeldItem, Holding } from "../../storage/newsroom/ledger.ts";
import { isKeyOf } from "../../storage/newsroom/parse-key.ts";
import type { ManifestDocument } from "../manifest.ts";
import { addressesOfDocument, addressesOfPartition } from "./changes/changed-addresses.ts";
import type { History } from "./changes/history.ts";
import { scheduledChangeItems } from "./changes/notices.ts";
import { redirectHolding, redirectsFrom, redirectsTo } from "./changes/redirect.ts";
import type { RenderedAnew } from "./changes/rendered-anew.ts";
import { datedChanges, isChange } from "./stored/dated-changes.ts";
import {
  differenceOf,
  documentItem,
  isChangesItem,
  isRegistrationEvent,
  keyText,
  partitionsWithRemovals,
  toHeldItem,
} from "./stored/held-items.ts";
import { NO_UNSEEN_CHANGES, type UnseenChanges } from "./stored/unseen-changes.ts";

/** What turns one document from what it is into what it shall be, in one transaction. */
export interface DocumentPlan {
  readonly path: string;
  /** Written before the transaction, under names that nobody knows yet. */
  readonly parts: readonly NewsroomItem[];
  readonly puts: readonly NewsroomItem[];
  readonly removes: readonly Key[];
  /** Removed after the transaction. */
  readonly stale: readonly Key[];
  /** Former addresses that are given up or turned into redirects, unless another unit has taken them. */
  readonly vacated: readonly string[];
  /** What the ledger holds of it from then on. */
  readonly holdings: readonly Holding[];
  /** Paths of which the ledger holds nothing from then on. */
  readonly forgotten: readonly string[];
  /** Partitions that an entry leaves which could be seen. */
  readonly left: readonly string[];
  /** Addresses that answered something before and answer something else from then on. */
  readonly addresses: readonly string[];
  /** What keeps the instant at which it was written. */
  readonly unseen: UnseenChanges;
  /** Set where only the compiler makes it differ. */
  readonly rendered: RenderedAnew | undefined;
}

export interface PlanCircumstances {
  readonly unit: string;
  readonly now: Instant;
  /** What changes is written at this instant. */
  readonly stamp: Instant;
  /** Former addresses of the unit at which another unit stands by now. */
  readonly taken: ReadonlySet<string>;
}

/** What is known of the difference between a document and what is held of it. */
export interface DocumentDifference {
  /** What to remember of it. */
  readonly history?: History | undefined;
  readonly unseen?: UnseenChanges;
  readonly rendered?: RenderedAnew | undefined;
}

/**
 * Plans one document. `before` is what is held of it, perhaps at another address: then that address redirects, in
 * the same transaction, if anyone can have known it.
 *
 * @returns undefined when there is nothing to do
 */
export function planDocument(
  document: ManifestDocument,
  before: Holding | undefined,
  { unit, now, stamp, taken }: PlanCircumstances,
  { history, unseen = NO_UNSEEN_CHANGES, rendered }: DocumentDifference = {},
): DocumentPlan | undefined {
  const held = before?.items ?? [];
  const content = [...document.items, ...scheduledChangeItems(unit, document)];
  const lasting = differenceOf(
    held.filter((each) => !isChange(each) && !isChangesItem(each)),
    content,
  );
  const isSeen = ({ key }: NewsroomItem) => !unseen.has(keyText(key));
  const edited = !rendered && (lasting.puts.some(isSeen) || lasting.removes.length > 0);
  const { changes = document.told, version } = history?.(stamp) ?? {};
  // What was told of earlier changes stays, as long as nothing is to be added.
  const told = changes ? [] : held.filter((each) => isChangesItem(each) && each.pk === document.path);
  const items = [
    ...content,
    ...datedChanges(document, held, { edited, rendered: rendered !== undefined, stamp, unseen }),
    ...(changes ? [changes] : []),
  ];
  const { puts, removes } = differenceOf(
    held.filter((each) => !told.includes(each)),
    items,
  );

  const from = before && before.path !== document.path ? before : undefined;
  const redirects = from && !taken.has(from.path) ? redirectsFrom(from, document, now) : [];
  const redirected = new Set(redirects.map((each) => keyText(each.key)));
  const kept = new Set([...items, ...document.parts].map((each) => keyText(each.key)));
  const stale = [...(before?.parts ?? []), ...(before?.stale ?? [])].filter((key) => !kept.has(keyText(key)));
  const holding: Holding = {
    path: document.path,
    items: [...items.map(toHeldItem), ...told],
    parts: document.parts.map((part) => part.key),
    stale: [],
    alsoAt: [...document.alsoAt],
    ...(document.sources !== undefined && { sources: document.sources }),
    redirect: false,
  };
  if (puts.length + removes.length + stale.length === 0 && !from) {
    return isSameHolding(before, holding) ? undefined : { ...nothing(document.path), holdings: [holding] };
  }
  return {
    path: document.path,
    parts: document.parts.filter((part) => !before?.parts.some((key) => keyText(key) === keyText(part.key))),
    puts: [...puts, ...redirects, ...(version ? [version] : [])],
    removes: [
      ...removes.filter(
        (key) => !taken.has(key.pk) && !redirected.has(keyText(key)) && !isRegistrationEvent(key),
      ),
      ...leftByAnother(document, before, changes),
    ],
    stale,
    vacated: from && !taken.has(from.path) ? [from.path] : [],
    holdings: from && redirects.length > 0 ? [holding, redirectHolding(from.path, redirects)] : [holding],
    forgotten: from && redirects.length === 0 ? [from.path] : [],
    left: partitionsWithRemovals(held, items, now),
    addresses: changedAddresses(before, { puts: puts.filter(isSeen), removes }, held, now),
    unseen,
    rendered,
  };
}

/** Plans the end of a document whose unit has no such address any more. */
export function planRemoval(before: Holding, { now, taken }: PlanCircumstances): DocumentPlan {
  const removes = before.items
    .filter((each) => !taken.has(each.pk) && !isRegistrationEvent(each)) // which is cancelled
    .map(({ pk, sk }) => ({ pk, sk }));
  return {
    ...nothing(before.path),
    removes,
    stale: [...before.parts, ...before.stale],
    vacated: taken.has(before.path) || !documentItem(before.items) ? [] : [before.path],
    forgotten: [before.path],
    left: partitionsWithRemovals(before.items, [], now),
    addresses: changedAddresses(before, { puts: [], removes }, before.items, now),
  };
}

/** Points a former address of a document to where the document stands now. */
export function planRedirect(
  before: Holding,
  document: ManifestDocument,
  { now, taken }: PlanCircumstances,
): DocumentPlan | undefined {
  if (taken.has(before.path)) return { ...nothing(before.path), forgotten: [before.path] };
  const redirects = redirectsTo(document, before);
  const { puts } = differenceOf(before.items, redirects);
  if (puts.length === 0) return undefined;
  return {
    ...nothing(before.path),
    puts,
    vacated: [before.path],
    holdings: [redirectHolding(before.path, redirects)],
    addresses: changedAddresses(before, { puts, removes: [] }, before.items, now),
  };
}

/** What was told of a release of another unit that stood at this address before is none of this one's. */
function leftByAnother(
  { path }: ManifestDocument,
  before: Holding | undefined,
  changes: NewsroomItem | undefined,
): Key[] {
  const isNew = before?.path !== path && /^\/..\/releases\/[^/]+$/.test(path);
  return isNew && !changes ? [changesKey(path)] : [];
}

const nothing = (path: string): DocumentPlan => ({
  path,
  parts: [],
  puts: [],
  removes: [],
  stale: [],
  vacated: [],
  holdings: [],
  forgotten: [],
  left: [],
  addresses: [],
  unseen: NO_UNSEEN_CHANGES,
  rendered: undefined,
});

/** Nobody can hold an answer of an address that answered 404 so far: nothing is to be forgotten there. */
function changedAddresses(
  before: Holding | undefined,
  { puts, removes }: { puts: readonly NewsroomItem[]; removes: readonly Key[] },
  held: readonly HeldItem[],
  now: Instant,
): string[] {
  const addresses = new Set<string>();
  const head = documentItem(held);
  if (before && puts.some((each) => isKeyOf(each.key, "site"))) return ["/*"]; // every page shows the site
  if (before && head && isVisible(head, now)) {
    for (const address of addressesOfDocument(before)) addresses.add(address);
    const told = [...held, ...puts.map(({ key }) => key)].filter(isChangesItem);
    for (const { pk } of told) addresses.add(changesPath(pk));
  }
  const removed = new Set(removes.map(keyText));
  const entries = [
    ...puts.filter((each) => isVisible(each, now)).map((each) => each.key),
    ...held.filter((each) => isVisible(each, now) && removed.has(keyText(each))),
  ];
  for (const { pk } of entries) for (const address of addressesOfPartition(pk)) addresses.add(address);
  return [...addresses];
}

function isSameHolding(before: Holding | undefined, after: Holding): boolean {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(after);
}
