import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import type { DiskRoom } from "./disk-room.ts";

/** The embedded servers check neither, but the SDK wants to sign for some region with some key. */
const LOCAL = { region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } };

/** @param disk on which the tables lie: what fails because it is full is then refused as `disk-full` */
export function localDynamoDbClient(endpoint: string, disk?: DiskRoom): DynamoDBClient {
  const client = new DynamoDBClient({ ...LOCAL, endpoint });
  client.middlewareStack.add(
    (next) => async (request) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await next(request);
        } catch (error) {
          if (!isStumble(error) || attempt === ATTEMPTS) throw explained(error, disk);
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

/** @param disk the same for the objects */
export function localS3Client(endpoint: string, disk?: DiskRoom): S3Client {
  const client = new S3Client({ ...LOCAL, endpoint, forcePathStyle: true });
  client.middlewareStack.add(
    (next) => (request) =>
      next(request).catch((error: unknown) => {
        throw explained(error, disk);
      }),
    { step: "initialize", name: "fullDisk" },
  );
  return client;
}

/** Both servers answer a full disk as a fault of their own, like any other: `InternalFailure`, `InternalError`. */
function explained(error: unknown, disk: DiskRoom | undefined): unknown {
  return isFault(error) ? (disk?.explain(error) ?? error) : error;
}

function isFault(error: unknown): boolean {
  return error instanceof Error && "$fault" in error && error.$fault === "server";
}
