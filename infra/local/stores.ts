import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { S3Client } from "@aws-sdk/client-s3";
import { createTables } from "../../functions/storage/tables.ts";
import { localDynamoDbClient, localS3Client } from "./clients.ts";
import { startDynamoDbLocal } from "./dynamodb-local.ts";
import type { Endings } from "./endings.ts";
import { createBucket, startLocalS3 } from "./s3.ts";
import { ORIGINALS } from "./state-directory.ts";

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
 * Starts both, each in its directory, and creates what is missing.
 * @throws Refusal `java-missing`
 */
export async function startStores(
  directories: { readonly dynamodb: string; readonly s3: string },
  endings: Endings,
): Promise<Stores> {
  const [dynamodb, s3] = await Promise.all([
    startTables(directories.dynamodb, endings),
    startBuckets(directories.s3, endings),
  ]);
  return { dynamodb, s3 };
}

async function startTables(directory: string, endings: Endings): Promise<Stores["dynamodb"]> {
  const { endpoint, pid, stop } = await startDynamoDbLocal({ directory });
  await endings.add(stop);
  const client = localDynamoDbClient(endpoint);
  await endings.add(() => client.destroy());
  await createTables(client, { newsroom: NEWSROOM, registrations: REGISTRATIONS });
  return { client, endpoint, pid, table: NEWSROOM, registrations: REGISTRATIONS };
}

/** Starts the S3 server alone. */
export async function startBuckets(directory: string, endings: Endings): Promise<Stores["s3"]> {
  const { endpoint, stop } = await startLocalS3(directory);
  await endings.add(stop);
  const client = localS3Client(endpoint);
  await endings.add(() => client.destroy());
  for (const bucket of [MEDIA, ORIGINALS]) await createBucket(client, bucket);
  return { client, endpoint, mediaBucket: MEDIA, originalsBucket: ORIGINALS };
}
