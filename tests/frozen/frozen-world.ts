import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import type { Instant } from "../../functions/domain/instant.ts";
import { createTables } from "../../functions/storage/tables.ts";
import { localDynamoDbClient } from "../../infra/local/clients.ts";
import type { FrozenEarly } from "./freeze/early-story.ts";
import type { FrozenPeople } from "./freeze/people-story.ts";
import type { FrozenStores } from "./stores.ts";
import { type DumpedItem, itemsIn, load } from "./table-dump.ts";

/** Versions whose state is kept, each in a folder of that name. */
export const FROZEN_VERSIONS = ["0.1"] as const;

export const frozenFolder = (version: string): string => join(import.meta.dirname, "../fixtures", version);

/** What opens the links of a frozen state. */
export interface FrozenOpenings extends FrozenPeople {
  readonly frozenAt: Instant;
  /** In hexadecimal digits. */
  readonly keys: { readonly link: string; readonly seal: string };
  readonly early: Readonly<Record<"open" | "revoked" | "expired", FrozenEarly>>;
}

export function openingsOf(version: string): FrozenOpenings {
  return JSON.parse(readFileSync(join(frozenFolder(version), "opens.json"), "utf8"));
}

export function dumpedItems(version: string, table: "newsroom" | "registrations"): DumpedItem[] {
  return itemsIn(readFileSync(join(frozenFolder(version), `${table}.jsonl`), "utf8"));
}

/**
 * The tables of a frozen state in the run's DynamoDB Local.
 * @param with a Newsroom table that a test before this one filled, and did not change
 */
export async function frozenStores(
  version: string,
  { newsroom }: { newsroom?: string } = {},
): Promise<FrozenStores> {
  const client = localDynamoDbClient(inject("dynamodbEndpoint"));
  const names = {
    newsroom: newsroom ?? `newsroom-${randomUUID()}`,
    registrations: `registrations-${randomUUID()}`,
  };
  await createTables(client, names);
  if (newsroom === undefined) await load(client, names.newsroom, dumpedItems(version, "newsroom"));
  await load(client, names.registrations, dumpedItems(version, "registrations"));
  const { keys } = openingsOf(version);
  const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
  return { client, ...names, keys: { link: bytes(keys.link), seal: bytes(keys.seal) } };
}
