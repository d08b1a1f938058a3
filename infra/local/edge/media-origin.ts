import type { IncomingHttpHeaders } from "node:http";
import { Readable } from "node:stream";
import {
  GetObjectCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { toInstant } from "../../../functions/domain/instant.ts";
import { isNotModified } from "../../../functions/http/answers/validators.ts";
import { byteRange, rangeHolds } from "../s3/byte-range.ts";
import { type Answer, textAnswer, withHeaders } from "./answer.ts";

/** Where the bytes of `/media/` lie. */
export interface MediaBucket {
  readonly client: S3Client;
  readonly bucket: string;
}

/**
 * Answers for `/media/*` as CloudFront in front of S3 does, of which the embedded server does only a part:
 * conditions, one range, `If-Range`, exact lengths. The bytes are streamed.
 */
export async function mediaAnswer(
  { client, bucket }: MediaBucket,
  method: string,
  path: string,
  asked: IncomingHttpHeaders,
): Promise<Answer> {
  const key = keyOf(path);
  const head = key === undefined ? undefined : await headOf(client, bucket, key);
  if (key === undefined || head === undefined) return noSuchKey();
  const length = head.ContentLength ?? 0;
  const lastModified = head.LastModified ?? new Date(0);
  const tag = head.ETag ?? "";
  const described: Answer = { status: 200, headers: describe(head, tag, lastModified) };

  const conditions = {
    ifNoneMatch: asked["if-none-match"],
    ifModifiedSince: asked["if-modified-since"],
  };
  if (isNotModified(conditions, tag, toInstant(lastModified))) return { ...described, status: 304 };

  const ifRange = asked["if-range"];
  const range =
    method === "GET" && rangeHolds(typeof ifRange === "string" ? ifRange : undefined, tag, lastModified)
      ? byteRange(asked.range, length)
      : "none";
  if (range === "unsatisfiable") {
    return withHeaders(textAnswer(416, "application/xml", errorXml("InvalidRange")), {
      "content-range": `bytes */${length}`,
    });
  }
  const { first, last } = range === "none" ? { first: 0, last: length - 1 } : range;
  const answer = withHeaders(described, {
    "content-length": String(last - first + 1),
    ...(range !== "none" && { "content-range": `bytes ${first}-${last}/${length}` }),
  });
  if (method === "HEAD") return answer;
  const object = await client.send(
    new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      ...(range !== "none" && { Range: `bytes=${first}-${last}` }),
    }),
  );
  if (!(object.Body instanceof Readable)) throw new Error(`The S3 server gave no stream for ${key}.`);
  return { ...answer, status: range === "none" ? 200 : 206, body: object.Body };
}

/** Undefined where the escapes of the path are broken: then there is no such key either. */
function keyOf(path: string): string | undefined {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return undefined;
  }
}

async function headOf(
  client: S3Client,
  bucket: string,
  key: string,
): Promise<HeadObjectCommandOutput | undefined> {
  try {
    return await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
  } catch (cause) {
    const status = cause instanceof S3ServiceException ? cause.$metadata.httpStatusCode : undefined;
    if (status !== undefined && status < 500) return undefined;
    throw new Error(`The S3 server could not be asked for ${key}.`, { cause });
  }
}

function describe(head: HeadObjectCommandOutput, tag: string, lastModified: Date): Record<string, string> {
  return {
    "accept-ranges": "bytes",
    "content-type": head.ContentType ?? "application/octet-stream",
    etag: tag,
    "last-modified": lastModified.toUTCString(),
    ...(head.ContentDisposition && { "content-disposition": head.ContentDisposition }),
    ...(head.CacheControl && { "cache-control": head.CacheControl }),
    ...Object.fromEntries(
      Object.entries(head.Metadata ?? {}).map(([name, value]) => [`x-amz-meta-${name}`, value]),
    ),
  };
}

function noSuchKey(): Answer {
  return textAnswer(404, "application/xml", errorXml("NoSuchKey"));
}

function errorXml(code: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>\n`;
}
