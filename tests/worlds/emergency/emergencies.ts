import { toInstant } from "../../../functions/domain/instant.ts";
import { hiddenStore } from "../../../functions/storage/buckets/hidden-store.ts";
import { mediaPurge } from "../../../functions/storage/buckets/media-purge.ts";
import { mediaStore } from "../../../functions/storage/buckets/media-store.ts";
import { originalsStore } from "../../../functions/storage/buckets/originals-store.ts";
import type { EmergencyOrder } from "../../../functions/storage/newsroom/pending-emergencies.ts";
import { publishLease } from "../../../functions/storage/newsroom/publish-lease.ts";
import type { EmergencyNewsroom } from "../../../functions/workflows/emergency/emergency-newsroom.ts";
import { performEmergency } from "../../../functions/workflows/emergency/perform-emergency.ts";
import { performOrder } from "../../../functions/workflows/emergency/perform-order.ts";
import { findSubject, type TakedownSubject } from "../../../functions/workflows/takedown/find-subject.ts";
import { heldFiles } from "../../../functions/workflows/takedown/held-files.ts";
import { edgeEvent, isEdgeResponse, loadEdgeFunction } from "../../../infra/local/edge/edge-function.ts";
import { mediaAnswer } from "../../../infra/local/edge/media-origin.ts";
import { type ContentNewsroom, contentNewsroom } from "../content/content-newsroom.ts";
import { DANA } from "../content/publishing.ts";
import type { ContentFiles } from "../content/small-newsroom.ts";
import { freshBucket } from "../tables/tables.ts";

/** A content folder, the newsroom into which it is published, and all that taking something back needs. */
export interface EmergencyWorld extends ContentNewsroom {
  readonly emergency: EmergencyNewsroom;
  readonly hidden: ReturnType<typeof mediaPurge>;
  setTime(instant: string): void;
  subject(what: string, content?: readonly string[]): Promise<TakedownSubject>;
  /** Does what an order says at the present time. */
  order(order: EmergencyOrder): ReturnType<typeof performEmergency>;
  /** Status with which an address answers, of a page, a download or bytes. */
  status(address: string): Promise<number>;
  /** Object keys in the media bucket of which bytes are there, sorted. */
  keys(part?: string): Promise<string[]>;
  /** All that is in the tables, to be compared: documents, entries, files. */
  shown(): Promise<string[]>;
}

export async function emergencyWorld(changes: ContentFiles = {}): Promise<EmergencyWorld> {
  const newsroom = await contentNewsroom(changes);
  const { world } = newsroom;
  const { client, bucket } = await freshBucket();
  const { bucket: originals } = await freshBucket();
  const { places: _, media: __, ...stores } = world.publication;
  let time = Date.parse("2026-03-01T10:00:00Z");
  const clock = () => new Date(time);
  const purge = mediaPurge(client, bucket);
  const media = { ...mediaStore(client, bucket), remove: purge.remove, takeBack: purge.takeBack };
  const emergency: EmergencyNewsroom = {
    ...stores,
    media,
    hidden: hiddenStore(client, { media: bucket, originals }),
    originals: originalsStore(client, originals),
    lease: publishLease(world.client, world.table, { holder: DANA, clock, yieldMs: 500 }),
    clock,
  };
  const atEdge = loadEdgeFunction("media-response", clock);
  return {
    ...newsroom,
    emergency,
    hidden: mediaPurge(client, originals),
    setTime: (instant) => {
      time = Date.parse(instant);
    },
    publish: (now, other = {}) => newsroom.publish(now, { media: mediaStore(client, bucket), ...other }),
    subject: async (what, content) => {
      const records = await emergency.ledger.records();
      const held = await heldFiles(world.writer, records);
      return findSubject({ writer: world.writer, records, held }, what, content);
    },
    order: (order) => performEmergency(emergency, order, "Dana", performOrder),
    status: async (address) => {
      if (!address.startsWith("/media/"))
        return (await newsroom.at(toInstant(clock())).request(address)).status;
      const found = await mediaAnswer({ client, bucket }, "GET", address, {});
      const headers = Object.fromEntries(
        Object.entries(found.headers).map(([name, value]) => [name, { value: String(value) }]),
      );
      const response = { statusCode: found.status, headers };
      const answer = found.status < 400 ? atEdge({ ...edgeEvent("GET", address, {}), response }) : response;
      return isEdgeResponse(answer) ? answer.statusCode : 0;
    },
    keys: async (part = "") => {
      const found: string[] = [];
      for await (const { key, bytes } of purge.objects())
        if (key.includes(part) && bytes !== GONE_BYTES) found.push(key);
      return found.sort();
    },
    shown: async () =>
      (await world.items())
        .filter(
          ({ key }) =>
            !/^(ledger|fence|pending|turnings|sitemaps)/.test(key.pk) &&
            !key.pk.includes("#changes:") &&
            key.sk !== "state",
        )
        .map(({ key, hash }) => `${key.pk} ${key.sk} ${hash}`),
  };
}

/** Of the words that stand in the place of bytes. */
const GONE_BYTES = Buffer.byteLength("This file is no longer available.\n");

const HOURS = 3_600_000;

/** An order to hide what was found, at the time of the world. */
export function hideOrder(
  { emergency }: EmergencyWorld,
  { what, unit, hashes }: TakedownSubject,
  id = "first",
) {
  const now = emergency.clock();
  return {
    verb: "hide" as const,
    id,
    what,
    at: toInstant(now),
    until: toInstant(new Date(now.getTime() + 72 * HOURS)),
    by: "Dana",
    ...(unit !== undefined && { unit }),
    hashes: [...hashes],
  };
}

export function takedownOrder({ emergency }: EmergencyWorld, { what, unit, hashes }: TakedownSubject) {
  return {
    verb: "takedown" as const,
    what,
    at: toInstant(emergency.clock()),
    by: "Dana",
    reason: "consent withdrawn",
    kit: "photos",
    asset: "steppe",
    ...(unit !== undefined && { unit }),
    hashes: [...hashes],
  };
}
