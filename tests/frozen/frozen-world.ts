import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { createTables } from "../../functions/storage/dynamodb/tables.ts";
import { localDynamoDbClient } from "../../infra/local/clients.ts";
import { dumpedItems, openingsOf } from "./frozen-files.ts";
import type { FrozenStores } from "./stores.ts";
import { load } from "./table-dump.ts";

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
