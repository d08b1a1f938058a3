import { hiddenStore } from "../../../functions/storage/buckets/hidden-store.ts";
import { originalsStore } from "../../../functions/storage/buckets/originals-store.ts";
import type { LeaseHolder } from "../../../functions/storage/newsroom/lease-state.ts";
import { publishLease } from "../../../functions/storage/newsroom/publish-lease.ts";
import type { EmergencyNewsroom } from "../../../functions/workflows/emergency/emergency-newsroom.ts";
import type { PublishingWorld } from "../content/publishing.ts";
import { freshBucket } from "../tables/tables.ts";

export const ALI: LeaseHolder = { name: "ali@desk", machine: "desk", process: 2 };

/** How long a publisher of the tests has to give way, in milliseconds. */
const YIELD_MS = 500;

/** The stores of a newsroom as an emergency has them, on another machine than the publisher's. */
export async function emergencyIn(
  { publication, client, table }: PublishingWorld,
  now: string,
  other: Partial<EmergencyNewsroom> = {},
): Promise<EmergencyNewsroom> {
  const { writer, ledger, media, invalidate } = publication;
  const clock = () => new Date(now);
  const lease = publishLease(client, table, { holder: ALI, clock, yieldMs: YIELD_MS });
  const { client: s3, bucket } = await freshBucket();
  const hidden = hiddenStore(s3, { media: bucket, originals: bucket });
  const originals = originalsStore(s3, bucket);
  return { writer, ledger, media, hidden, originals, invalidate, lease, clock, ...other };
}
