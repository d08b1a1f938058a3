import { type Instant, NEVER } from "../../../domain/instant.ts";
import { Refusal } from "../../../domain/refusal.ts";
import type { Holding, LedgerRecord } from "../../../storage/newsroom/ledger.ts";
import { isHeadKey } from "../../../storage/newsroom/parse-key.ts";
import type { ManifestUnit, Retired } from "../../manifest.ts";
import { documentItem } from "../stored/held-items.ts";

/** @returns Refusal `publish-would-hide` when a document can be read now and could not be read any more */
export function hidingRefusal(
  now: Instant,
  { folder, documents }: ManifestUnit,
  before: (path: string) => Holding | undefined,
): Refusal | undefined {
  for (const { path, items } of documents) {
    const [held, head] = [before(path), items.find((item) => isHeadKey(item.key))];
    if (!held || !head || !wasPublic(held, now) || head.publishAt <= now) continue;
    const since = documentItem(held.items)?.publishAt;
    return new Refusal(
      "publish-would-hide",
      409,
      `${folder}: ${held.path} has been public since ${since} and would be out of sight ${head.publishAt === NEVER ? "as a draft" : `until ${head.publishAt}`}.`,
      "Undo that, or run `npm run withdraw` to take it back in the open; --allow-hide hides it without a word.",
    );
  }
  return undefined;
}

/**
 * What left comes back in the open: feed readers that dropped it take it again only with a later `updated`, and readers
 * are owed a word.
 *
 * @returns Refusal `publish-would-return` when nothing says why it is there again
 */
export function unexplainedReturnRefusal(
  now: Instant,
  unit: ManifestUnit,
  known: LedgerRecord | undefined,
): Refusal | undefined {
  const { folder, correctedAt } = unit;
  if (!known?.left || unit.left || !isShown(unit, now)) return undefined;
  if (correctedAt && correctedAt > known.left.at) return undefined;
  return new Refusal(
    "publish-would-return",
    409,
    `${folder}: it left the newsroom at ${known.left.at} (${known.left.verb}) and would come back without a word.`,
    `To note it in the content, run \`npm run ${known.left.verb} -- ${folder}\` once more; to bring it back, \`npm run republish -- ${folder}\`, which notes why for readers.`,
  );
}

/**
 * Whether a unit is stored as an emergency made it, or as what of a faulty file could be read: no content that was
 * published said so, and content that says nothing of it is no decision to bring it back.
 */
export function isBeforeItsContent({ fingerprint }: LedgerRecord): boolean {
  return /^(stored|held):/.test(fingerprint);
}

/** How the unit left, to be remembered until readers see it again: what left and is a draft now has not come back. */
export function lastRetirement(
  unit: ManifestUnit,
  known: LedgerRecord | undefined,
  now: Instant,
): Retired | undefined {
  return unit.left ?? (isShown(unit, now) ? undefined : known?.left);
}

function isShown({ documents }: ManifestUnit, now: Instant): boolean {
  return documents.some(({ items }) => items.some((each) => isHeadKey(each.key) && each.publishAt <= now));
}

/** Whether what is held of a document can be read at `now`. */
export function wasPublic({ items }: Holding, now: Instant): boolean {
  const head = documentItem(items);
  return head !== undefined && head.publishAt <= now;
}
