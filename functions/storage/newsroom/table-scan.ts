import { type DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { fromAttributes } from "../dynamodb/attributes.ts";
import type { StoredItem } from "../dynamodb/item.ts";
import type { Key } from "../dynamodb/key.ts";
import { keyOfRow } from "../dynamodb/key.ts";
import { isKeyOf } from "./parse-key.ts";

/**
 * Reads every item of the Newsroom table that holds words, consistently, in no order. It costs a unit for every 4 KB
 * of the table, so it is for what must not miss anything, and never for an answer to a reader.
 */
export async function* everyItem(client: DynamoDBClient, table: string): AsyncGenerator<StoredItem> {
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table, ConsistentRead: true }))
    for (const attributes of Items)
      if (!isOfAnotherShape(keyOfRow(attributes))) yield fromAttributes(attributes);
}

/** The lease and the counts of downloads. */
const isOfAnotherShape = (key: Key): boolean => isKeyOf(key, "lease", "lease-lane", "download-count");
