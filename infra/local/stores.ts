import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { S3Client } from "@aws-sdk/client-s3";
import { createTables } from "../../functions/storage/dynamodb/tables.ts";
import { localDynamoDbClient, localS3Client } from "./clients.ts";
import type { Endings } from "./endings.ts";
import type { DiskRoom } from "./machine/disk-room.ts";
import type { DynamoDbLocal } from "./machine/dynamodb-local.ts";
import { ORIGINALS } from "./machine/state-directory.ts";
import { createBucket, startLocalS3 } from "./s3/s3.ts";

/** Names on one machine, where no stage has to be told from another. */
const NEWSROOM = "dateline-newsroom";
const REGISTRATIONS = "dateline-registrations";
const MEDIA = "dateline-media";

/** The stand-ins for DynamoDB and S3, with their tables and buckets. */
export interface Stores {
  readonly dynamodb: {
    readonly client: DynamoDBClient;
    readonly endpoint: string;
    readonly pid: number;
    readonly table: string;
    readonly registrations: string;
  };
  readonly s3: {
    readonly client: S3Client;
    readonly endpoint: string;
    readonly mediaBucket: string;
    readonly originalsBucket: string;
  };
}

/**
 * Opens the tables of a DynamoDB Local that is starting, starts the S3 server, and creates what is missing.
 * @param disk on which they lie
 * @throws Refusal of the DynamoDB Local; `disk-full`
 */
export async function openStores(
  starting: Promise<DynamoDbLocal>,
  s3: string,
  endings: Endings,
  disk: DiskRoom,
): Promise<Stores> {
  const [dynamodb, buckets] = await Promise.all([
    openTables(starting, endings, disk),
    startBuckets(s3, endings, disk),
  ]);
  return { dynamodb, s3: buckets };
}

async function openTables(
  starting: Promise<DynamoDbLocal>,
  endings: Endings,
  disk: DiskRoom,
): Promise<Stores["dynamodb"]> {
  const { endpoint, pid } = await starting;
  const client = localDynamoDbClient(endpoint, disk);
  await endings.add(() => client.destroy());
  await createTables(client, { newsroom: NEWSROOM, registrations: REGISTRATIONS });
  return { client, endpoint, pid, table: NEWSROOM, registrations: REGISTRATIONS };
}

/** Starts the S3 server alone. */
export async function startBuckets(
  directory: string,
  endings: Endings,
  disk?: DiskRoom,
): Promise<Stores["s3"]> {
  const { endpoint, stop } = await startLocalS3(directory);
  await endings.add(stop);
  const client = localS3Client(endpoint, disk);
  await endings.add(() => client.destroy());
  for (const bucket of [MEDIA, ORIGINALS]) await createBucket(client, bucket);
  return { client, endpoint, mediaBucket: MEDIA, originalsBucket: ORIGINALS };
}
