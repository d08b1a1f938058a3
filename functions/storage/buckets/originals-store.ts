import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import { interruptedUpload } from "./interrupted-upload.ts";
import { mediaPurge } from "./media-purge.ts";
import { resumableUpload } from "./resumable-upload.ts";

/** A file in the originals store. Its name is nowhere in it: names of files may be names of people. */
export interface StoredOriginal {
  readonly sha256: string;
  readonly bytes: number;
  readonly addedAt: Date;
}

export interface OriginalToAdd {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** Is told how many bytes are there. */
  readonly onProgress?: (bytes: number) => void;
}

/** Private files by their SHA-256: pictures of people, and what is too large for git. No reader ever reaches them. */
export interface OriginalsStore {
  has(sha256: string): Promise<boolean>;
  /** Undefined when it is not there. */
  bytesOf(sha256: string): Promise<number | undefined>;
  /** @param start of the bytes that are wanted, counted from 0 */
  open(sha256: string, start?: number): Promise<Readable>;
  /** Bytes that an upload which broke off left there: the next one does not send them again. */
  begun(sha256: string): Promise<number>;
  /** Uploads in parts; what was interrupted goes on where it was. Refuses a file that changed meanwhile. */
  add(original: OriginalToAdd): Promise<void>;
  /** Removes every version. */
  remove(sha256: string): Promise<void>;
  list(): AsyncGenerator<StoredOriginal>;
}

const PREFIX = "originals/";
const CHUNK_BYTES = 1 << 20;
const keyOf = (sha256: string) => `${PREFIX}${sha256}`;

export function originalsStore(client: S3Client, bucket: string): OriginalsStore {
  async function bytesOf(sha256: string): Promise<number | undefined> {
    try {
      const { ContentLength } = await client.send(
        new HeadObjectCommand({ Bucket: bucket, Key: keyOf(sha256) }),
      );
      return ContentLength;
    } catch (error) {
      if (error instanceof NotFound || error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  return {
    bytesOf,
    has: async (sha256) => (await bytesOf(sha256)) !== undefined,
    open: async (sha256, start = 0) => {
      const range = start === 0 ? {} : { Range: `bytes=${start}-` };
      const { Body } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: keyOf(sha256), ...range }),
      );
      if (Body instanceof Readable) return Body;
      throw new Error(`The store answered for ${sha256} without its bytes.`);
    },
    begun: async (sha256) => {
      const { parts } = await interruptedUpload(client, bucket, keyOf(sha256));
      return [...parts.values()].reduce((sum, part) => sum + part.bytes, 0);
    },
    add: async ({ file, sha256, bytes, mediaType, onProgress }) => {
      await resumableUpload(client, {
        bucket,
        key: keyOf(sha256),
        bytes,
        sha256,
        contentType: mediaType,
        open: () => createReadStream(file, { highWaterMark: CHUNK_BYTES }),
        ...(onProgress && { onProgress }),
      });
    },
    remove: (sha256) => mediaPurge(client, bucket).remove(keyOf(sha256)),
    async *list() {
      const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: PREFIX });
      for await (const { Contents = [] } of pages)
        for (const { Key, Size = 0, LastModified } of Contents)
          if (Key !== undefined && LastModified !== undefined)
            yield { sha256: Key.slice(PREFIX.length), bytes: Size, addedAt: LastModified };
    },
  };
}
