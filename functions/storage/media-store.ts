import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline, type Readable, Transform } from "node:stream";
import { HeadObjectCommand, NotFound, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { Refusal } from "../domain/refusal.ts";

/** Bytes on their way to the media bucket. */
export interface MediaUpload {
  /** Object key: the public path without its leading slash; it names the bytes by their SHA-256. */
  readonly key: string;
  readonly file: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly disposition: string;
}

export interface MediaStore {
  /** Whether the object is there with as many bytes. */
  has(key: string, bytes: number): Promise<boolean>;
  /** Streams the file, whatever its size, in parts of 8 MiB. */
  upload(media: MediaUpload): Promise<void>;
}

const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_ONCE = 2;

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
    upload: async ({ key, file, mediaType, disposition }) => {
      const upload = new Upload({
        client,
        params: {
          Bucket: bucket,
          Key: key,
          Body: asNamed(key, file),
          ContentType: mediaType,
          ContentDisposition: disposition,
          CacheControl: cacheControl(key),
        },
        partSize: PART_BYTES,
        queueSize: PARTS_AT_ONCE,
      });
      await upload.done();
    },
  };
}

/** Who may put but not list is told 403 of what is not there; to upload once more is safe, the key names the bytes. */
function isForbidden(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403;
}

/**
 * The bytes of a file, which fail at their end if they are not those that the key names: an object is stored for
 * good, and a file may be edited while it is being uploaded.
 */
function asNamed(key: string, file: string): Readable {
  const hash = createHash("sha256");
  const check = new Transform({
    transform(chunk, _encoding, pass) {
      hash.update(chunk);
      pass(null, chunk);
    },
    flush(end) {
      end(key.includes(`/${hash.digest("hex")}/`) ? null : changedMeanwhile(file));
    },
  });
  return pipeline(createReadStream(file), check, () => {}); // an error destroys the last stream, which the upload reads
}

function changedMeanwhile(file: string): Refusal {
  return new Refusal(
    "content-invalid",
    409,
    `The file ${file} changed while it was being published.`,
    "Run the command again.",
  );
}
