import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { bindToDeadlines } from "../../functions/storage/dynamodb/deadline.ts";
import type { DiskRoom } from "./machine/disk-room.ts";

/** The embedded servers check neither, but the SDK wants some region and some key. */
const LOCAL = { region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } };

/** DynamoDB Local wants to see a signature and does not check it: making one costs a tenth of every request. */
const SIGNED =
  "AWS4-HMAC-SHA256 Credential=local/20200730/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0";
const signer = {
  sign: async <Request extends { headers: Record<string, string> }>(request: Request): Promise<Request> => {
    request.headers.authorization = SIGNED;
    return request;
  },
};

/** @param disk on which the tables lie: what fails because it is full is then refused as `disk-full` */
export function localDynamoDbClient(endpoint: string, disk?: DiskRoom): DynamoDBClient {
  const client = new DynamoDBClient({ ...LOCAL, endpoint, signer });
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
  return bindToDeadlines(client);
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
