import type { LeaseHolder } from "../../functions/storage/lease-state.ts";
import { publishLease } from "../../functions/storage/publish-lease.ts";
import type { EmergencyNewsroom } from "../../functions/workflows/emergency/emergency-newsroom.ts";
import type { PublishingWorld } from "./publishing.ts";

export const ALI: LeaseHolder = { name: "ali@desk", machine: "desk", process: 2 };

/** How long a publisher of the tests has to give way, in milliseconds. */
const YIELD_MS = 500;

/** The stores of a newsroom as an emergency has them, on another machine than the publisher's. */
export function emergencyIn(
  { publication, client, table }: PublishingWorld,
  now: string,
  other: Partial<EmergencyNewsroom> = {},
): EmergencyNewsroom {
  const { writer, ledger, media, invalidate } = publication;
  const clock = () => new Date(now);
  const lease = publishLease(client, table, { holder: ALI, clock, yieldMs: YIELD_MS });
  return { writer, ledger, media, invalidate, lease, clock, ...other };
}
