import { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";

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
  /** Every version of every object, also of those that were deleted. */
  objects(): AsyncGenerator<MediaVersion>;
  /** The bytes of one version, of whatever size. */
  open(object: Pick<MediaVersion, "key" | "version">): Promise<Readable>;
  /** Removes one version of an object. */
  removeVersion(object: Pick<MediaVersion, "key" | "version">): Promise<void>;
  /** Removes every version of an object, and that it was deleted. */
  remove(key: string): Promise<void>;
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

  async function removeVersions(key: string): Promise<void> {
    const found: (string | undefined)[] = [];
    for await (const { Key, VersionId } of versions(key)) if (Key === key) found.push(VersionId);
    for (const version of found) await removeVersion({ key, version });
  }

  return {
    async *objects() {
      let known = false;
      for await (const { Key, VersionId, IsLatest = false, Size, marker } of versions()) {
        known = true;
        if (Key !== undefined && !marker)
          yield { key: Key, bytes: Size, ...(VersionId && { version: VersionId }), current: IsLatest };
      }
      if (known) return;
      // the S3 server of one machine lists no versions, and keeps none
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket }))
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
    removeVersion,
    remove: async (key) => {
      await removeVersions(key);
      await removeVersion({ key }); // of a bucket that keeps no versions; elsewhere it marks the key as deleted
      await removeVersions(key);
    },
  };
}
