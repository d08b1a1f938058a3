import { Notice } from "../../domain/documents/notice.ts";
import { ALWAYS, type Instant } from "../../domain/instant.ts";
import { storedAs } from "../../storage/dynamodb/condition.ts";
import type { StoredItem } from "../../storage/dynamodb/item.ts";
import { readItem } from "../../storage/dynamodb/read-item.ts";
import {
  ConditionFailed,
  type Operation,
  TRANSACTION_OPERATIONS,
} from "../../storage/dynamodb/transaction.ts";
import { NOTICES_PARTITION } from "../../storage/newsroom/keys.ts";
import type { NewsroomWriter } from "../../storage/newsroom/newsroom-writer.ts";
import { reachedInstant } from "../../storage/newsroom/notices.ts";
import { item } from "../../storage/newsroom/parts.ts";

/**
 * Tells caches to forget addresses, and marks the notices of which they thereby know all, so that announcing does not
 * pay for the same again; the hub it still tells. Killed in between, announcing repeats it.
 *
 *     commit: notice ---- read notices ---- caches forget ---- mark those read
 *
 * A notice counts if its time came before caches were told, whoever wrote it; one that lifts later does not.
 *
 * @param now before caches are told
 */
export async function forgetOnce(
  writer: NewsroomWriter,
  addresses: ReadonlySet<string>,
  now: Instant,
  invalidate: (addresses: readonly string[]) => Promise<void>,
): Promise<void> {
  const standing = await writer.partition(NOTICES_PARTITION);
  await invalidate([...addresses].sort());
  const marks = standing
    .filter(({ key }) => reachedInstant(key.sk) <= now)
    .flatMap((stored) => markOf(stored, addresses));
  await putThoseLeft(writer, marks);
}

function markOf(stored: StoredItem, addresses: ReadonlySet<string>): Operation[] {
  const notice = readItem(Notice, stored).value;
  if (notice.forgotten || !notice.addresses.every((address) => addresses.has(address))) return [];
  const marked: Notice = { ...notice, forgotten: true };
  const put = { ...item(stored.key, JSON.stringify(marked), ALWAYS), writtenAt: stored.writtenAt };
  return [{ put, condition: storedAs(stored.hash) }];
}

/** What announcing has taken meanwhile is left alone. */
async function putThoseLeft(writer: NewsroomWriter, marks: readonly Operation[]): Promise<void> {
  for (let left = marks; left.length > 0; ) {
    const batch = left.slice(0, TRANSACTION_OPERATIONS);
    try {
      await writer.transact(batch);
      left = left.slice(batch.length);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      left = left.filter((mark) => !error.failed.includes(mark));
    }
  }
}
