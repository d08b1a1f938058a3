import { HeadObjectCommand, NotFound, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { Instant } from "../../domain/instant.ts";

/**
 * What stands in the media bucket in the place of bytes that were hidden or taken down: a few words with this metadata,
 * by which the edge answers 410 (`infra/aws/edge/media-response.js`).
 */
export const GONE_METADATA = "dateline-gone";

/** An object as it is now. */
export interface CurrentObject {
  readonly bytes: number;
  /** Undefined where the bucket keeps no versions. */
  readonly version: string | undefined;
  /** Whether it is none any more, but says that there was one. */
  readonly isGone: boolean;
}

/** @returns undefined where there is none, or where it was deleted */
export async function currentObject(
  client: S3Client,
  bucket: string,
  key: string,
  version?: string,
): Promise<CurrentObject | undefined> {
  try {
    const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key, VersionId: version }));
    const isGone = head.Metadata?.[GONE_METADATA] !== undefined;
    return { bytes: head.ContentLength ?? 0, version: head.VersionId, isGone };
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

/** Puts the words in the place of the bytes. @returns their version, where versions are kept */
export async function putGoneObject(
  client: S3Client,
  bucket: string,
  key: string,
  at: Instant,
): Promise<string | undefined> {
  const { VersionId } = await client.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: "This file is no longer available.\n",
      ContentType: "text/plain; charset=utf-8",
      CacheControl: "no-store",
      Metadata: { [GONE_METADATA]: at },
    }),
  );
  return VersionId;
}
