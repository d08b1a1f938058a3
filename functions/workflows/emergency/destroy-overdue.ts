import { type Clock, toInstant } from "../../domain/instant.ts";
import type { HiddenStore } from "../../storage/buckets/hidden-store.ts";
import { isForbidden } from "../../storage/buckets/media-store.ts";
import { hiddenItem, hiddenRecords } from "../../storage/newsroom/fence.ts";
import type { NewsroomWriter } from "../../storage/newsroom/newsroom-writer.ts";

/**
 * Destroys hidden bytes whose time to be shown again has passed, by whichever command comes next. They go on answering
 * 410, and no publication may bring them back.
 */
export async function destroyOverdue({
  writer,
  hidden,
  clock,
}: {
  readonly writer: NewsroomWriter;
  readonly hidden: HiddenStore;
  readonly clock: Clock;
}): Promise<void> {
  const now = toInstant(clock());
  for (const record of await hiddenRecords(writer)) {
    if (record.destroyed !== undefined || record.shownAgain !== undefined || record.until > now) continue;
    try {
      await hidden.destroy(record.id);
    } catch (error) {
      if (isForbidden(error)) continue; // a pipeline that only publishes: S3 itself destroys it, or whoever may
      throw error;
    }
    await writer.putAll([{ ...hiddenItem({ ...record, destroyed: now }), writtenAt: now }]);
  }
}
