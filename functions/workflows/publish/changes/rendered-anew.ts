import type { Instant } from "../../../domain/instant.ts";
import { completeBody } from "../../../storage/newsroom/complete-body.ts";
import { partKey } from "../../../storage/newsroom/keys.ts";
import type { Holding } from "../../../storage/newsroom/ledger.ts";
import type { NewsroomWriter } from "../../../storage/newsroom/newsroom-writer.ts";
import { isHeadKey } from "../../../storage/newsroom/parse-key.ts";
import type { ManifestDocument } from "../../manifest.ts";
import { storedAt, storedParts } from "../stored/former-document.ts";
import { documentItem } from "../stored/held-items.ts";
import { isSameContent } from "./same-content.ts";

/** That a document changes in its rendering alone. */
export interface RenderedAnew {
  /** When its content was last edited, which stays so; undefined where nothing stands at its address. */
  readonly editedAt: Instant | undefined;
}

/**
 * Whether only the compiler makes a document differ from what is held of it. Then it is replaced and nobody is told: no
 * version is kept, nothing is added to its changes, it stays where it is in lists ordered by change, and no subscriber
 * hears of it; caches alone forget it, since its bytes are other ones.
 *
 *     hash of its content    held and the same       rendered anew
 *                            held and another one    an edit
 *                            not held (0.1)          rendered anew if it says the same
 *
 * @param document whose bytes differ, or not
 */
export async function renderedAnew(
  writer: NewsroomWriter,
  document: ManifestDocument,
  held: Holding | undefined,
): Promise<RenderedAnew | undefined> {
  if (!held || held.path !== document.path || document.sources === undefined) return undefined;
  if (held.sources !== undefined && held.sources !== document.sources) return undefined;
  const before = documentItem(held.items);
  const next = document.items.find((each) => isHeadKey(each.key));
  if (!before || !next) return before || next ? undefined : { editedAt: undefined };
  if (before.publishAt !== next.publishAt || before.until !== next.until) return undefined;
  if (before.hash === next.hash) return { editedAt: undefined };
  const stored = await storedAt(writer, before.pk);
  if (!stored) return undefined;
  const rendered = { editedAt: stored.editedAt ?? stored.writtenAt };
  if (held.sources !== undefined) return rendered;
  const was = { body: stored.body, part: storedParts(writer, before.pk) };
  const will = { body: completeBody(next, document.parts), part: partIn(document) };
  return (await isSameContent(was, will)) ? rendered : undefined;
}

const partIn =
  ({ parts }: ManifestDocument) =>
  async (n: number, hash: string): Promise<string | undefined> =>
    parts.find(({ key }) => key.sk === partKey(key.pk, hash, n).sk)?.body;
