import {
  DeleteObjectCommand,
  HeadObjectCommand,
  NotFound,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { Instant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import { type Chunks, fileChunks } from "./file-chunks.ts";
import { currentObject, putGoneObject } from "./gone-object.ts";
import { resumableUpload } from "./resumable-upload.ts";

/** Bytes on their way to the media bucket. */
export interface MediaUpload {
  /** Object key: the public path without its leading slash; it names the bytes by their SHA-256. */
  readonly key: string;
  /** File that holds the bytes; where there is a stream, what to call it in messages. */
  readonly file: string;
  readonly stream?: () => Chunks;
  readonly bytes: number;
  readonly mediaType: string;
  readonly disposition: string;
}

export interface UploadProgress {
  /** Told the bytes that have arrived so far. */
  readonly onProgress?: ((bytesSoFar: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface MediaStore {
  /** Whether the object is there with as many bytes. */
  has(key: string, bytes: number): Promise<boolean>;
  /**
   * Streams the bytes, however many, and stores them if they are those that the key names. An upload of more than
   * 50 MB that broke off goes on where it was.
   * @throws Refusal `content-invalid` when they are others; the reason of the signal that breaks it off
   */
  upload(media: MediaUpload, progress?: UploadProgress): Promise<void>;
  /** Takes the object away; whether it was there is all one. */
  remove(key: string): Promise<void>;
  /** Lets the address answer 410 from now on; where it does so already, nothing is written. */
  takeBack(key: string, at: Instant): Promise<void>;
}

/** Seconds for which the edge keeps what has an end; whether it may still be had is decided before it is asked. */
const EDGE_SECONDS_BEFORE_AN_END = 60;

/**
 * How long the object may be kept. A key without a window names bytes and nothing else, so whoever holds them need
 * never ask again. What has a beginning may be taken back. What has an end is asked for again each time.
 */
function cacheControl(key: string): string {
  const window = /^media\/\d+-(\d*)\//.exec(key);
  if (!window) return "public, max-age=31536000, immutable";
  if (window[1] === "") return "public, max-age=31536000";
  return `public, max-age=0, must-revalidate, s-maxage=${EDGE_SECONDS_BEFORE_AN_END}`;
}

export function mediaStore(client: S3Client, bucket: string): MediaStore {
  return {
    has: async (key, bytes) => {
      try {
        const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
        return head.ContentLength === bytes;
      } catch (error) {
        if (error instanceof NotFound || isForbidden(error)) return false;
        throw error;
      }
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
    takeBack: async (key, at) => {
      const current = await currentObject(client, bucket, key);
      if (!current?.isGone) await putGoneObject(client, bucket, key, at);
    },
    upload: ({ key, file, stream, bytes, mediaType, disposition }, progress = {}) =>
      resumableUpload(client, {
        bucket,
        key,
        bytes,
        sha256: namedBy(key),
        contentType: mediaType,
        disposition,
        cacheControl: cacheControl(key),
        open: stream ?? (() => fileChunks(file)),
        ...progress,
      }).catch((error: unknown) => {
        throw error instanceof Refusal && error.code === "content-invalid"
          ? changedMeanwhile(file, error)
          : error;
      }),
  };
}

/** Who may put but not list is told 403 of what is not there; to upload once more is safe, the key names the bytes. */
export function isForbidden(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403;
}

/** The hash in `media/{window}/{sha256}/{name}`: an object is stored for good, and a file may be edited meanwhile. */
function namedBy(key: string): string {
  const hash = /\/([0-9a-f]{64})\//.exec(key)?.[1];
  if (hash === undefined) throw new Error(`The key ${key} names no bytes.`);
  return hash;
}

function changedMeanwhile(file: string, cause: unknown): Refusal {
  return new Refusal(
    "content-invalid",
    409,
    `The file ${file} changed while it was being published.`,
    "Run the command again.",
    { cause },
  );
}
