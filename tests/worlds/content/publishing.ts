import { type DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { toInstant } from "../../../functions/domain/instant.ts";
import { fromAttributes } from "../../../functions/storage/dynamodb/attributes.ts";
import type { StoredItem } from "../../../functions/storage/dynamodb/item.ts";
import type { LeaseHolder } from "../../../functions/storage/newsroom/lease-state.ts";
import { newsroomLedger } from "../../../functions/storage/newsroom/ledger.ts";
import { type NewsroomWriter, newsroomWriter } from "../../../functions/storage/newsroom/newsroom-writer.ts";
import { publishLease } from "../../../functions/storage/newsroom/publish-lease.ts";
import type { Manifest } from "../../../functions/workflows/manifest.ts";
import type { PublishRequest, PublishResources } from "../../../functions/workflows/publish/publication.ts";
import { publish } from "../../../functions/workflows/publish/publish.ts";
import type { PublishEvent } from "../../../functions/workflows/publish/publish-events.ts";
import { freshNewsroomTable } from "../tables/tables.ts";

/** The time at which the tests publish; each publication takes a minute. */
const BEGIN = Date.parse("2026-01-01T00:00:00Z");

export const DANA: LeaseHolder = { name: "dana@press-laptop", machine: "press-laptop", process: 4711 };

/** A newsroom table and all that publishing into it needs, with a clock of its own. */
export interface PublishingWorld {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly writer: NewsroomWriter;
  readonly publication: PublishResources;
  /** What was reported, and which addresses caches were told to forget, since the last publication began. */
  readonly told: PublishEvent[];
  readonly invalidated: string[];
  publish(manifest: Manifest, other?: Partial<PublishRequest & PublishResources>): ReturnType<typeof publish>;
  /** Everything in the table, but the lease and notices that wait to be announced. */
  items(): Promise<StoredItem[]>;
  item(pk: string, sk?: string): Promise<StoredItem | undefined>;
  setTime(instant: string): void;
}

export async function publishingWorld(): Promise<PublishingWorld> {
  const { client, table } = await freshNewsroomTable();
  let time = BEGIN;
  const clock = () => new Date(time);
  const writer = newsroomWriter(client, table);
  const told: PublishEvent[] = [];
  const invalidated: string[] = [];
  const publication: PublishResources = {
    writer,
    media: {
      has: async () => true,
      upload: async () => {},
      remove: async () => {},
      takeBack: async () => {},
    },
    ledger: newsroomLedger(client, table),
    lease: publishLease(client, table, { holder: DANA, clock }),
    invalidate: async (addresses) => void invalidated.push(...addresses),
    clock,
    report: (event) => void told.push(event),
  };
  return {
    client,
    table,
    writer,
    publication,
    told,
    invalidated,
    publish: (manifest, other = {}) => {
      time += 60_000;
      told.length = 0;
      invalidated.length = 0;
      return publish({ manifest, ...other }, { ...publication, ...other });
    },
    items: () => itemsOf(client, table),
    item: async (pk, sk = "document") => (await writer.read([{ pk, sk }]))[0],
    setTime: (instant) => {
      time = Date.parse(instant);
    },
  };
}

/** What is not there for good: the lease, and notices that wait to be announced. */
const PASSING = ["lease", "notices"];

/** A table's items in the order of their keys, but for those that pass. */
export async function itemsOf(client: DynamoDBClient, table: string): Promise<StoredItem[]> {
  const items: StoredItem[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table, ConsistentRead: true }))
    for (const attributes of Items)
      if (!PASSING.includes(attributes.pk?.S ?? "")) items.push(fromAttributes(attributes));
  return items.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

const nameOf = ({ key }: StoredItem) => `${key.pk} ${key.sk}`;

/** The same items without the instants at which they were written, which entries by change carry in their keys. */
export function withoutTimes(items: readonly StoredItem[]): string[] {
  return items
    .map(({ key, body, publishAt, unit }) => {
      const sk = key.pk.includes("#changes:") ? key.sk.slice(20) : key.sk;
      const held = key.pk.startsWith("ledger#") ? body.replaceAll(/"sk":"[^"#]*Z#/g, '"sk":"#') : body;
      const state = held.replace(/"removedAt":"[^"]*",?/, "");
      return JSON.stringify([key.pk, sk, publishAt, unit, state]);
    })
    .sort();
}

/** A writer that ends like a killed process: after so many writes, none reaches the table any more. */
export function killedAfter(writes: number, writer: NewsroomWriter): NewsroomWriter {
  let left = writes;
  const alive = () => {
    if (left-- <= 0) throw new Error("killed");
  };
  return {
    ...writer,
    transact: async (operations) => {
      alive();
      await writer.transact(operations);
    },
    putAll: async (items) => {
      if (items.length > 0) alive();
      await writer.putAll(items);
    },
  };
}

export const now = (world: PublishingWorld) => toInstant(world.publication.clock());
