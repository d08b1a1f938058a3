import {
  type AttributeValue,
  DeleteItemCommand,
  type DynamoDBClient,
  paginateScan,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { DownloadDocument } from "../../domain/documents/signpost.ts";
import { type CountedDownload, DOWNLOADERS } from "../../domain/downloads/counted-download.ts";
import type { DownloadCount } from "../../domain/downloads/tally.ts";
import { consistentQuery, type PartitionStretch } from "../dynamodb/consistent-query.ts";
import { keyOfRow } from "../dynamodb/key.ts";
import {
  DOWNLOAD_SHARDS,
  DOWNLOADS_PREFIX,
  downloadCountKey,
  downloadCountPrefix,
  downloadsPartition,
} from "./keys.ts";
import { parseNewsroomKey } from "./parse-key.ts";

/** Adds one to a count. Items of counts hold nothing else: they are no documents, and `everyItem` passes them over. */
export type CountDownload = (download: CountedDownload) => Promise<void>;

/** The attribute that holds how often. */
const COUNT = "downloads";

/** Longer than this no reader waits for being counted. DynamoDB takes some 5 ms. */
const TIMEOUT_MS = 400;

/**
 * Counts downloads, each on one of the day's shards by chance.
 *
 * Adding is not repeatable: of an answer that was lost nobody knows whether it was counted. What takes longer than
 * `TIMEOUT_MS` is given up and not repeated, so a count is rather one too low than one too high.
 */
export function downloadCounter(
  client: DynamoDBClient,
  table: string,
  timeoutMs: number = TIMEOUT_MS,
): CountDownload {
  return async (download) => {
    const shard = Math.floor(Math.random() * DOWNLOAD_SHARDS);
    const { pk, sk } = downloadCountKey(download, shard);
    await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: { pk: { S: pk }, sk: { S: sk } },
        UpdateExpression: "ADD #count :one",
        ExpressionAttributeNames: { "#count": COUNT },
        ExpressionAttributeValues: { ":one": { N: "1" } },
      }),
      { abortSignal: AbortSignal.timeout(timeoutMs) },
    );
  };
}

/** The counts of some days as they are now, one for each shard that has any. */
export async function* downloadCounts(
  client: DynamoDBClient,
  table: string,
  { days, kit }: { readonly days: readonly string[]; readonly kit?: string | undefined },
): AsyncGenerator<DownloadCount> {
  const prefix = kit === undefined ? undefined : downloadCountPrefix(kit);
  for (const day of days) {
    const shards = Array.from({ length: DOWNLOAD_SHARDS }, (_, shard) =>
      countsOf(day, {
        pk: downloadsPartition(day, shard),
        ...(prefix && { low: prefix, high: `${prefix}~` }),
      }),
    );
    yield* (await Promise.all(shards)).flat();
  }

  async function countsOf(day: string, stretch: PartitionStretch): Promise<DownloadCount[]> {
    const counts: DownloadCount[] = [];
    for await (const item of consistentQuery(client, table, stretch)) counts.push(countOf(day, item));
    return counts;
  }
}

/**
 * Forgets the counts of some downloads, of every day: for what endangers someone by its very name. It reads the whole
 * table.
 *
 * @param isMeant of the name of a kit with that of a file
 * @returns how many
 */
export async function forgetCounts(
  client: DynamoDBClient,
  table: string,
  isMeant: (name: string) => boolean,
): Promise<number> {
  let forgotten = 0;
  const counts = paginateScan(
    { client },
    {
      TableName: table,
      ProjectionExpression: "pk, sk",
      FilterExpression: "begins_with(pk, :counts)",
      ExpressionAttributeValues: { ":counts": { S: DOWNLOADS_PREFIX } },
    },
  );
  for await (const { Items = [] } of counts)
    for (const { pk, sk } of Items) {
      if (pk?.S === undefined || sk?.S === undefined || !isMeant(sk.S)) continue;
      await client.send(new DeleteItemCommand({ TableName: table, Key: { pk, sk } }));
      forgotten++;
    }
  return forgotten;
}

const CountKey = v.object({
  kit: v.string(),
  file: v.string(),
  rendition: DownloadDocument.entries.rendition,
  by: v.picklist(DOWNLOADERS),
});

function countOf(day: string, row: Record<string, AttributeValue>): DownloadCount {
  const { sk, [COUNT]: count } = row;
  const counted = v.safeParse(CountKey, parseNewsroomKey(keyOfRow(row)));
  if (!counted.success || count?.N === undefined)
    throw new Error(`The count ${day} ${sk?.S} is not what it should be.`);
  return { day, ...counted.output, count: Number(count.N) };
}
