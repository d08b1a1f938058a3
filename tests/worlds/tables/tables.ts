import { randomUUID } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { S3Client } from "@aws-sdk/client-s3";
import { inject } from "vitest";
import { createTables } from "../../../functions/storage/dynamodb/tables.ts";
import { localDynamoDbClient, localS3Client } from "../../../infra/local/clients.ts";
import { createBucket } from "../../../infra/local/s3/s3.ts";

/** An empty Newsroom table of its own in the run's DynamoDB Local. */
export async function freshNewsroomTable(): Promise<{ client: DynamoDBClient; table: string }> {
  const client = localDynamoDbClient(inject("dynamodbEndpoint"));
  const table = `newsroom-${randomUUID()}`;
  await createTables(client, { newsroom: table, registrations: `registrations-${randomUUID()}` });
  return { client, table };
}

/** An empty bucket of its own in the run's S3 server. */
export async function freshBucket(): Promise<{ client: S3Client; bucket: string }> {
  const client = localS3Client(inject("s3Endpoint"));
  const bucket = `media-${randomUUID()}`;
  await createBucket(client, bucket);
  return { client, bucket };
}
