import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline, type Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline as piped } from "node:stream/promises";
import { awsChunkedDecoder } from "./aws-chunked.ts";
import { byteRange } from "./byte-range.ts";
import {
  begunXml,
  completedXml,
  copiedPartXml,
  copiedXml,
  errorXml,
  listXml,
  namedParts,
  noVersionsXml,
  partsXml,
  S3Refusal,
  uploadsXml,
} from "./s3-answers.ts";
import type { KeptHeaders, Segment, StoredObject, StoredObjects, UploadInParts } from "./stored-objects.ts";

/** The buckets of the server, which it makes. */
export interface LocalBuckets {
  get(name: string): StoredObjects | undefined;
  create(name: string): void;
  remove(name: string): void;
}

const KEPT = ["content-type", "content-disposition", "content-encoding", "content-language", "cache-control"];

interface Exchange {
  readonly buckets: LocalBuckets;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  readonly bucket: StoredObjects;
  readonly key: string;
}

/** Answers one request as S3 does. Signatures are not checked. */
export async function answerS3(
  buckets: LocalBuckets,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    // not through URL, which would resolve the dots that a key may have
    const [, name = "", rest = "", search] = /^\/([^/?]*)\/?([^?]*)(.*)$/s.exec(request.url ?? "/") ?? [];
    const query = new URLSearchParams(search);
    const key = decodeURIComponent(rest);
    if (key === "" && request.method === "PUT") {
      buckets.create(name);
      return void response.end();
    }
    const bucket = buckets.get(name);
    if (!bucket) throw new S3Refusal(404, "NoSuchBucket");
    if (key === "" && request.method === "DELETE") {
      buckets.remove(name);
      return void response.writeHead(204).end();
    }
    const exchange = { buckets, request, response, query, bucket, key };
    await (key === "" ? answerBucket(exchange) : answerObject(exchange));
  } catch (error) {
    refuse(request, response, error);
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const { status, code } = error instanceof S3Refusal ? error : { status: 500, code: "InternalError" };
  response.writeHead(status, { "content-type": "application/xml", connection: "close" });
  response.end(request.method === "HEAD" ? undefined : errorXml(code));
}

async function answerBucket({ request, response, query, bucket }: Exchange): Promise<void> {
  if (request.method === "HEAD") return void response.end();
  if (request.method !== "GET") throw new S3Refusal(501, "NotImplemented");
  if (query.has("uploads")) return sendXml(response, uploadsXml(bucket, query.get("prefix") ?? ""));
  if (query.has("versions")) return sendXml(response, noVersionsXml());
  sendXml(response, listXml(bucket, query));
}

async function answerObject(exchange: Exchange): Promise<void> {
  const { request, response, query, bucket, key } = exchange;
  switch (`${request.method}${query.has("uploadId") ? " part" : query.has("uploads") ? " uploads" : ""}`) {
    case "GET":
    case "HEAD":
      return sendObject(exchange);
    case "PUT": {
      const source = copySource(exchange);
      if (source) {
        const { headers } = source.object;
        const kept =
          request.headers["x-amz-metadata-directive"] === "REPLACE" ? keptHeaders(request) : headers;
        return sendXml(response, copiedXml(await bucket.copy(source.bucket, source.object, key, kept)));
      }
      const { tag } = await bucket.put(key, keptHeaders(request), [await received(exchange)]);
      return void response.writeHead(200, { etag: `"${tag}"` }).end();
    }
    case "DELETE":
      await bucket.remove(key);
      return void response.writeHead(204).end();
    case "POST uploads":
      return sendXml(response, begunXml(bucket.begin(key, keptHeaders(request))));
    case "GET part":
      return sendXml(response, partsXml(uploadOf(exchange), Number(query.get("part-number-marker") ?? 0)));
    case "PUT part": {
      const upload = uploadOf(exchange);
      const source = copySource(exchange);
      const part = source ? await copiedPart(exchange, source) : await received(exchange);
      await bucket.addPart(upload, Number(query.get("partNumber")), part);
      if (source) return sendXml(response, copiedPartXml(part));
      return void response
        .writeHead(200, { etag: `"${part.tag}"`, "x-amz-checksum-crc32": part.crc32 })
        .end();
    }
    case "POST part": {
      const upload = uploadOf(exchange);
      const parts = namedParts(upload, await text(request));
      const object = await bucket.put(key, upload.headers, parts);
      await bucket.end(upload, parts);
      return sendXml(response, completedXml(object));
    }
    case "DELETE part":
      await bucket.end(uploadOf(exchange));
      return void response.writeHead(204).end();
    default:
      throw new S3Refusal(501, "NotImplemented");
  }
}

/** @throws S3Refusal when the bytes are not those of which the request tells the checksum */
async function received({ request, bucket }: Exchange): Promise<Segment> {
  const chunked = request.headers["content-encoding"]?.includes("aws-chunked");
  const body: Readable = chunked ? pipeline(request, awsChunkedDecoder(), () => {}) : request;
  const segment = await bucket.write(body);
  const told = request.headers["x-amz-checksum-crc32"];
  if (told === undefined || told === segment.crc32) return segment;
  await bucket.forget([segment]);
  throw new S3Refusal(400, "BadDigest");
}

interface CopySource {
  readonly bucket: StoredObjects;
  readonly object: StoredObject;
}

/** What is to be copied: `{bucket}/{key}`, encoded. No versions are kept. */
function copySource({ buckets, request }: Exchange): CopySource | undefined {
  const named = request.headers["x-amz-copy-source"];
  if (typeof named !== "string") return undefined;
  const [, name = "", key = ""] = /^\/?([^/]+)\/(.*)$/s.exec(decodeURIComponent(named)) ?? [];
  const bucket = buckets.get(name);
  const object = bucket?.objects.get(key);
  if (!bucket || !object) throw new S3Refusal(404, bucket ? "NoSuchKey" : "NoSuchBucket");
  return { bucket, object };
}

function copiedPart({ request, bucket: own }: Exchange, { bucket, object }: CopySource): Promise<Segment> {
  const [, first = "0", last = String(object.bytes - 1)] =
    /^bytes=(\d+)-(\d+)$/.exec(String(request.headers["x-amz-copy-source-range"] ?? "")) ?? [];
  return own.write(bucket.read(object, Number(first), Number(last)));
}

function uploadOf({ query, bucket, key }: Exchange): UploadInParts {
  const upload = bucket.uploads.get(query.get("uploadId") ?? "");
  if (!upload || upload.key !== key) throw new S3Refusal(404, "NoSuchUpload");
  return upload;
}

async function sendObject({ request, response, bucket, key }: Exchange): Promise<void> {
  const object = bucket.objects.get(key);
  if (!object) throw new S3Refusal(404, "NoSuchKey");
  const { bytes, tag, at, headers } = object;
  const range = byteRange(request.headers.range, bytes);
  if (range === "unsatisfiable") throw new S3Refusal(416, "InvalidRange");
  const { first, last } = range === "none" ? { first: 0, last: bytes - 1 } : range;
  response.writeHead(range === "none" ? 200 : 206, {
    ...headers,
    etag: `"${tag}"`,
    "last-modified": new Date(at).toUTCString(),
    "accept-ranges": "bytes",
    "content-length": last - first + 1,
    ...(range !== "none" && { "content-range": `bytes ${first}-${last}/${bytes}` }),
  });
  if (request.method === "HEAD") return void response.end();
  await piped(bucket.read(object, first, last), response);
}

function keptHeaders({ headers }: IncomingMessage): KeptHeaders {
  const kept = Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === "string" && (KEPT.includes(name) || name.startsWith("x-amz-meta-"))
        ? [[name, value]]
        : [],
    ),
  );
  const { "content-encoding": encoding, ...others } = kept;
  const own = encoding?.replace(/(^|,)\s*aws-chunked\s*/, "") ?? "";
  return {
    "content-type": "application/octet-stream",
    ...others,
    ...(own !== "" && { "content-encoding": own }),
  };
}

function sendXml(response: ServerResponse, body: string): void {
  response.writeHead(200, { "content-type": "application/xml" }).end(body);
}
