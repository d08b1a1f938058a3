import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";

/** The embedded servers check neither, but the SDK wants to sign for some region with some key. */
const LOCAL = { region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } };

export function localDynamoDbClient(endpoint: string): DynamoDBClient {
  const client = new DynamoDBClient({ ...LOCAL, endpoint });
  client.middlewareStack.add(
    (next) => async (request) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await next(request);
        } catch (error) {
          if (!isStumble(error) || attempt === ATTEMPTS) throw error;
        }
      }
    },
    { step: "initialize", name: "afterStumble" },
  );
  return client;
}

const ATTEMPTS = 5;

/** DynamoDB Local parses several first expressions at once into each other, and refuses them as its own fault. */
function isStumble(error: unknown): boolean {
  return error instanceof Error && /Index \d+ out of bounds for length \d+/.test(error.message);
}

export function localS3Client(endpoint: string): S3Client {
  return new S3Client({ ...LOCAL, endpoint, forcePathStyle: true });
}
