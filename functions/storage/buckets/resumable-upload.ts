import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { Refusal } from "../../domain/refusal.ts";
import { BufferPool } from "./buffer-pool.ts";
import type { Chunks } from "./file-chunks.ts";
import { type Interrupted, interruptedUpload, NO_PARTS } from "./interrupted-upload.ts";

/** Bytes on their way to a bucket. */
export interface ResumableUpload {
  readonly bucket: string;
  readonly key: string;
  /** Exactly as many as `open` gives. */
  readonly bytes: number;
  /** Of all bytes, in hexadecimal. What gives others is not stored. */
  readonly sha256?: string;
  readonly contentType?: string;
  readonly disposition?: string;
  readonly cacheControl?: string;
  /** The bytes, from the first to the last: what S3 holds of them already is compared and not sent again. */
  open(): Chunks;
  /** Told after each part. */
  readonly onProgress?: ((bytesSoFar: number) => void) | undefined;
  /** Breaks it off: nothing is stored from then on. */
  readonly signal?: AbortSignal | undefined;
}

/** S3 takes parts of 5 MiB to 5 GiB; the S3 server of one machine reads each into memory. */
const SMALLEST_PART_BYTES = 8 * 1024 * 1024;
const MEBIBYTE = 1024 * 1024;
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const MOST_PARTS = 10_000;
const PARTS_AT_ONCE = 2;
/** Of what is smaller, beginning anew costs less than asking what is there. */
const RESUMED_FROM_BYTES = 50_000_000;

/** 8 MiB up to 80 GB, then as many whole MiB as keep it to 10,000 parts. */
export function partBytesOf(bytes: number): number {
  return Math.max(SMALLEST_PART_BYTES, Math.ceil(bytes / MOST_PARTS / MEBIBYTE) * MEBIBYTE);
}

/**
 * Uploads a stream of any size in parts, with memory for three of them. Of more than 50 MB, an upload that broke off
 * leaves its parts with S3, and the next one of the same key sends only what is missing or differs. Needs the
 * permissions to put and to abort; where listing uploads is not permitted, it begins anew.
 * @throws Refusal `content-invalid` when the stream gives other bytes than announced; then nothing is stored
 */
export async function resumableUpload(client: S3Client, upload: ResumableUpload): Promise<void> {
  const partBytes = partBytesOf(upload.bytes);
  if (upload.bytes <= partBytes) await putWhole(client, upload);
  else await putParts(client, upload, partBytes);
}

async function putWhole(client: S3Client, upload: ResumableUpload): Promise<void> {
  const { bucket, key, bytes, open, onProgress } = upload;
  const hash = createHash("sha256");
  const body = Buffer.allocUnsafeSlow(bytes);
  let seen = 0;
  for await (const chunk of open()) {
    if (seen + chunk.length > bytes) throw changedMeanwhile(key);
    hash.update(chunk);
    seen += chunk.copy(body, seen);
  }
  refuseOthers(upload, seen, hash.digest("hex"));
  upload.signal?.throwIfAborted();
  await client.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: body,
      ChecksumCRC32: checksumOf(body),
      ...headersOf(upload),
    }),
  );
  onProgress?.(bytes);
}

async function putParts(client: S3Client, upload: ResumableUpload, partBytes: number): Promise<void> {
  const { bucket, key, bytes } = upload;
  const where = { Bucket: bucket, Key: key };
  const found = bytes > RESUMED_FROM_BYTES ? await interruptedUpload(client, bucket, key) : NO_PARTS;
  const id = found.id ?? (await begin(client, upload));
  try {
    const parts = await sendParts(client, upload, partBytes, { ...found, id });
    upload.signal?.throwIfAborted();
    await client.send(
      new CompleteMultipartUploadCommand({ ...where, UploadId: id, MultipartUpload: { Parts: parts } }),
    );
  } catch (error) {
    const isOther = error instanceof Refusal && error.code === "content-invalid";
    if (isOther || bytes <= RESUMED_FROM_BYTES)
      await client.send(new AbortMultipartUploadCommand({ ...where, UploadId: id })).catch(() => {
        // what went wrong first is told; the bucket's own rule ends uploads that nobody completes
      });
    throw error;
  }
}

async function begin(client: S3Client, upload: ResumableUpload): Promise<string> {
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({
      Bucket: upload.bucket,
      Key: upload.key,
      ChecksumAlgorithm: "CRC32",
      ...headersOf(upload),
    }),
  );
  if (UploadId === undefined) throw new Error(`S3 gave no id for the upload of ${upload.key}.`);
  return UploadId;
}

/** Sends what is not there yet, and answers once all parts are and the bytes were the right ones. */
async function sendParts(
  client: S3Client,
  upload: ResumableUpload,
  partBytes: number,
  { id, parts: there }: Required<Interrupted>,
): Promise<CompletedPart[]> {
  const { bucket, key, bytes } = upload;
  const pool = new BufferPool(partBytes, PARTS_AT_ONCE + 1);
  const hash = createHash("sha256");
  const done: CompletedPart[] = [];
  let arrived = 0;
  let seen = 0;

  async function send(PartNumber: number, body: Buffer): Promise<void> {
    const ChecksumCRC32 = checksumOf(body);
    const known = there.get(PartNumber);
    const isThere = known?.bytes === body.length && known.crc32 === ChecksumCRC32;
    const ETag = isThere
      ? known.tag
      : (
          await client.send(
            withoutPayloadHash(
              new UploadPartCommand({
                Bucket: bucket,
                Key: key,
                UploadId: id,
                PartNumber,
                Body: body,
                ChecksumCRC32,
              }),
            ),
          )
        ).ETag;
    done[PartNumber - 1] = { PartNumber, ETag, ChecksumCRC32 };
    arrived += body.length;
    upload.onProgress?.(arrived);
  }

  async function* parts(): AsyncGenerator<Buffer> {
    let buffer = await pool.take();
    let filled = 0;
    for await (const chunk of upload.open()) {
      upload.signal?.throwIfAborted();
      seen += chunk.length;
      if (seen > bytes) throw changedMeanwhile(key);
      hash.update(chunk);
      for (let from = 0; from < chunk.length; ) {
        const copied = chunk.copy(buffer, filled, from);
        filled += copied;
        from += copied;
        if (filled < partBytes) continue;
        yield buffer;
        buffer = await pool.take();
        filled = 0;
      }
    }
    if (filled > 0) yield buffer.subarray(0, filled);
  }

  let number = 0;
  try {
    for await (const part of parts()) pool.give(part, send(++number, part));
  } finally {
    await pool.idle(); // a part that arrives after the upload was aborted would stay
  }
  pool.refuse();
  refuseOthers(upload, seen, hash.digest("hex"));
  return done;
}

/**
 * Lets the SDK sign the request without the SHA-256 of its body, which would be computed a second time: S3 compares
 * the checksum that is sent, and TLS keeps the body as it is.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
function withoutPayloadHash(command: UploadPartCommand): UploadPartCommand {
  command.middlewareStack.add(
    (next) => (args) => {
      if (isWithHeaders(args.request)) args.request.headers["x-amz-content-sha256"] = "UNSIGNED-PAYLOAD";
      return next(args);
    },
    { step: "build", name: "withoutPayloadHash" },
  );
  return command;
}

function isWithHeaders(request: unknown): request is { headers: Record<string, string> } {
  return typeof request === "object" && request !== null && "headers" in request;
}

function headersOf({ contentType, disposition, cacheControl }: ResumableUpload) {
  return { ContentType: contentType, ContentDisposition: disposition, CacheControl: cacheControl };
}

/** As S3 writes it: four bytes, the highest first, in Base64. */
function checksumOf(body: Buffer): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes.toString("base64");
}

function refuseOthers({ key, bytes, sha256 }: ResumableUpload, seen: number, hash: string): void {
  if (seen !== bytes || (sha256 !== undefined && sha256 !== hash)) throw changedMeanwhile(key);
}

function changedMeanwhile(key: string): Refusal {
  return new Refusal(
    "content-invalid",
    409,
    `The bytes of ${key} changed while they were being uploaded.`,
    "Run the command again.",
  );
}
