import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";

/** Looks into the media bucket and takes things out of it for good: for what endangers someone, and nothing else. */
export interface MediaPurge {
  objects(): AsyncGenerator<{ readonly key: string; readonly bytes: number }>;
  bytes(key: string): Promise<Uint8Array>;
  /** Removes every version of an object. */
  remove(key: string): Promise<void>;
}

export function mediaPurge(client: S3Client, bucket: string): MediaPurge {
  /** Versions and marks of deletion, a thousand at a time. */
  async function versionsOf(key: string): Promise<(string | undefined)[]> {
    const { Versions = [], DeleteMarkers = [] } = await client.send(
      new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key }),
    );
    return [...Versions, ...DeleteMarkers].filter((each) => each.Key === key).map((each) => each.VersionId);
  }

  return {
    async *objects() {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket }))
        for (const { Key, Size = 0 } of Contents) if (Key !== undefined) yield { key: Key, bytes: Size };
    },
    bytes: async (key) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },
    remove: async (key) => {
      for (let versions = await versionsOf(key); versions.length > 0; versions = await versionsOf(key))
        for (const VersionId of versions)
          await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId }));
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })); // of a bucket that keeps no versions
      for (const VersionId of await versionsOf(key))
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId }));
    },
  };
}
