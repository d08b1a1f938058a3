import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { mkdirSync } from "node:fs";
import { Server } from "node:http";
import { CreateBucketCommand, HeadBucketCommand, type S3Client } from "@aws-sdk/client-s3";
import { startFauxqs } from "fauxqs";
import { answerAboutUploads } from "./s3-uploads.ts";

export interface LocalS3 {
  /** `http://127.0.0.1:{port}`, path style: `/{bucket}/{key}`. Signatures are not checked. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts an S3 server inside this process.
 *
 * @param directory where objects are kept as files; in memory when absent
 */
export async function startLocalS3(directory?: string): Promise<LocalS3> {
  if (directory !== undefined) mkdirSync(directory, { recursive: true });
  const server = await onLoopback(directory, () =>
    startFauxqs({ port: 0, logger: false, ...(directory !== undefined && { s3StorageDir: directory }) }),
  );
  return { endpoint: `http://127.0.0.1:${server.port}`, stop: () => server.stop() };
}

/** Creates a bucket where it is missing. */
export async function createBucket(client: S3Client, bucket: string): Promise<void> {
  const there = await client.send(new HeadBucketCommand({ Bucket: bucket })).then(
    () => true,
    () => false,
  );
  if (!there) await client.send(new CreateBucketCommand({ Bucket: bucket }));
}

/**
 * The server insists on every interface, and answers whoever asks. What starts to listen meanwhile is told to use
 * the loopback interface instead, so that nobody in the same network can read or write the buckets. It cannot tell which
 * uploads broke off either, so that is answered before it is asked.
 */
async function onLoopback<Started>(
  directory: string | undefined,
  start: () => Promise<Started>,
): Promise<Started> {
  const channel = "tracing:net.server.listen:asyncStart";
  const rewrite = (message: unknown) => {
    if (!isListening(message) || message.options.host !== "0.0.0.0") return;
    message.options.host = "127.0.0.1";
    if (directory !== undefined && message.server instanceof Server)
      answerAboutUploads(message.server, directory);
  };
  subscribe(channel, rewrite);
  try {
    return await start();
  } finally {
    unsubscribe(channel, rewrite);
  }
}

/** What Node publishes when a server is about to listen. */
function isListening(message: unknown): message is { server?: unknown; options: { host?: string } } {
  return typeof message === "object" && message !== null && "options" in message;
}
