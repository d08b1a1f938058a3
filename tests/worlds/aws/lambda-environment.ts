import { vi } from "vitest";
import type { TableNames } from "../../../functions/storage/dynamodb/tables.ts";
import { type RecordedDynamoDb, recordedDynamoDb } from "../tables/recorded-dynamodb.ts";

/** What every secret of the edge holds. */
export const EDGE_SECRET = "a-secret-of-the-edge";

/**
 * Sets the environment of functions as their stack does, until `vi.unstubAllEnvs()`.
 * @param aws where everything of AWS but DynamoDB answers
 */
export function lambdaEnvironment(aws: string, tables: TableNames): void {
  const settings = {
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL: aws,
    NEWSROOM_TABLE: tables.newsroom,
    REGISTRATIONS_TABLE: tables.registrations,
    MEDIA_BUCKET: "media",
    LINK_KEY: "link-key",
    SEAL_KEY: "seal-key",
    EDGE_SECRET_A: "edge-secret-a",
    EDGE_SECRET_B: "edge-secret-b",
    MAIL_FROM: "registration@newsroom.example.org",
    MAIL_REPLIES: "calendar@replies.example.org",
    CONFIGURATION_SET: "set",
    STAGE: "dev",
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
}

/** The entry point of a function, which has DynamoDB recorded for itself, as its own environment says. */
export async function loaded<Entry>(
  dynamodb: string,
  load: () => Promise<Entry>,
): Promise<Entry & { readonly recorded: RecordedDynamoDb }> {
  const recorded = await recordedDynamoDb(dynamodb);
  vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", recorded.endpoint); // read when the function is loaded
  return { ...(await load()), recorded };
}
