import type { TestProject } from "vitest/node";
import { startDynamoDbLocal } from "../../infra/local/machine/dynamodb-local.ts";
import { startLocalS3 } from "../../infra/local/s3/s3.ts";
import { onceARun } from "./once-a-run.ts";

declare module "vitest" {
  export interface ProvidedContext {
    dynamodbEndpoint: string;
    s3Endpoint: string;
  }
}

/** One DynamoDB Local and one S3 server for the whole run, in memory; each test makes its own tables and buckets. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { service, release } = await onceARun("stores", startStores);
  project.provide("dynamodbEndpoint", service.dynamodb.endpoint);
  project.provide("s3Endpoint", service.s3.endpoint);
  return release;
}

async function startStores() {
  const [dynamodb, s3] = await Promise.all([startDynamoDbLocal(), startLocalS3()]);
  return { dynamodb, s3, stop: async () => void (await Promise.all([dynamodb.stop(), s3.stop()])) };
}
