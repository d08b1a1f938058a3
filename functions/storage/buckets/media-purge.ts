import { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { Instant } from "../../domain/instant.ts";
import { currentObject, putGoneObject } from "./gone-object.ts";

/** An object of the bucket in one of its versions. */
export interface MediaVersion {
  readonly key: string;
  readonly bytes: number;
  /** Undefined where the bucket keeps no versions. */
  readonly version?: string;
  /** Whether it is what the key answers with: not overwritten, not deleted. */
  readonly current: boolean;
}

/** Looks into the media bucket and takes things out of it for good: for what endangers someone, and nothing else. */
export interface MediaPurge {
  /**
   * Every version of every object, also of those that were deleted.
   * @param prefix with which keys begin
   */
  objects(prefix?: string): AsyncGenerator<MediaVersion>;
  /** Every version of one object, the newest first, and that it was deleted; none where no versions are kept. */
  versionsOf(key: string): Promise<KeptVersion[]>;
  /** The bytes of one version, of whatever size. */
  open(object: Pick<MediaVersion, "key" | "version">): Promise<Readable>;
  /** Removes one version of an object. */
  removeVersion(object: Pick<MediaVersion, "key" | "version">): Promise<void>;
  /** Removes every version of an object, and that it was deleted. */
  remove(key: string): Promise<void>;
  /** Removes every version of an object and lets its address answer 410; where it does so already, nothing is written. */
  takeBack(key: string, at: Instant): Promise<void>;
}

/** A version of an object, or the mark that it was deleted then. */
export interface KeptVersion {
  readonly version: string | undefined;
  readonly isDeletion: boolean;
}

export function mediaPurge(client: S3Client, bucket: string): MediaPurge {
  async function* versions(prefix?: string) {
    let KeyMarker: string | undefined;
    let VersionIdMarker: string | undefined;
    do {
      const page = await client.send(
        new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix, KeyMarker, VersionIdMarker }),
      );
      for (const each of page.Versions ?? []) yield { ...each, marker: false, Size: each.Size ?? 0 };
      for (const each of page.DeleteMarkers ?? []) yield { ...each, marker: true, Size: 0 };
      KeyMarker = page.IsTruncated ? page.NextKeyMarker : undefined;
      VersionIdMarker = page.NextVersionIdMarker;
    } while (KeyMarker !== undefined);
  }

  async function removeVersion({ key, version }: Pick<MediaVersion, "key" | "version">): Promise<void> {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: version }));
  }

  async function versionsOf(key: string): Promise<KeptVersion[]> {
    const found: (KeptVersion & { at: number })[] = [];
    for await (const { Key, VersionId: version, marker: isDeletion, LastModified } of versions(key))
      if (Key === key) found.push({ version, isDeletion, at: LastModified?.getTime() ?? 0 });
    return found.sort((a, b) => b.at - a.at).map(({ version, isDeletion }) => ({ version, isDeletion }));
  }

  /** @param kept the version that stays */
  async function removeVersions(key: string, kept?: string): Promise<void> {
    for (const { version } of await versionsOf(key))
      if (kept === undefined || version !== kept) await removeVersion({ key, version });
  }

  return {
    async *objects(prefix) {
      let known = false;
      for await (const { Key, VersionId, IsLatest = false, Size, marker } of versions(prefix)) {
        known = true;
        if (Key !== undefined && !marker)
          yield { key: Key, bytes: Size, ...(VersionId && { version: VersionId }), current: IsLatest };
      }
      if (known) return;
      // the S3 server of one machine lists no versions, and keeps none
      for await (const { Contents = [] } of paginateListObjectsV2(
        { client },
        { Bucket: bucket, Prefix: prefix },
      ))
        for (const { Key, Size = 0 } of Contents)
          if (Key !== undefined) yield { key: Key, bytes: Size, current: true };
    },
    open: async ({ key, version }) => {
      const { Body } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: version }),
      );
      if (Body instanceof Readable) return Body;
      throw new Error(`The bucket answered for ${key} without its bytes.`);
    },
    versionsOf,
    removeVersion,
    takeBack: async (key, at) => {
      const current = await currentObject(client, bucket, key);
      const kept = current?.isGone ? current.version : await putGoneObject(client, bucket, key, at);
      if (kept !== undefined) await removeVersions(key, kept);
    },
    remove: async (key) => {
      await removeVersions(key);
      await removeVersion({ key }); // of a bucket that keeps no versions; elsewhere it marks the key as deleted
      await removeVersions(key);
    },
  };
}
