import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, HeadBucketCommand, type S3Client } from "@aws-sdk/client-s3";
import { BUCKET_FOLDER } from "../machine/bucket-folder.ts";
import { keepAlive } from "../machine/keep-alive.ts";
import { answerS3, type LocalBuckets } from "./s3-requests.ts";
import { StoredObjects } from "./stored-objects.ts";

export interface LocalS3 {
  /** `http://127.0.0.1:{port}`, path style: `/{bucket}/{key}`. Signatures are not checked. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts an S3 server inside this process, which only this machine can reach. It knows what Dateline asks of S3, keeps
 * no versions, and streams: a video of gigabytes comes and goes without being in memory.
 *
 * @param directory where objects are kept as files; for as long as it runs when absent
 */
export async function startLocalS3(directory?: string): Promise<LocalS3> {
  const folder = directory ?? mkdtempSync(join(tmpdir(), "dateline-s3-"));
  mkdirSync(folder, { recursive: true });
  const buckets = bucketsIn(folder);
  const server = createServer((request, response) => void answerS3(buckets, request, response));
  keepAlive(server, { bodyMs: 0 }); // a poor line may take its time
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", listening);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The S3 server has no port.");
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
      if (directory === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One folder a bucket. */
function bucketsIn(folder: string): LocalBuckets {
  const pathOf = (name: string) => join(folder, encodeURIComponent(name), BUCKET_FOLDER);
  const open = new Map<string, StoredObjects>();
  for (const name of readdirSync(folder))
    if (existsSync(pathOf(name))) open.set(decodeURIComponent(name), new StoredObjects(pathOf(name)));
  return {
    get: (name) => open.get(name),
    create: (name) => {
      if (!open.has(name)) open.set(name, new StoredObjects(pathOf(name)));
    },
    remove: (name) => {
      open.get(name)?.destroy();
      open.delete(name);
    },
  };
}

/** Creates a bucket where it is missing. */
export async function createBucket(client: S3Client, bucket: string): Promise<void> {
  const there = await client.send(new HeadBucketCommand({ Bucket: bucket })).then(
    () => true,
    () => false,
  );
  if (!there) await client.send(new CreateBucketCommand({ Bucket: bucket }));
}
