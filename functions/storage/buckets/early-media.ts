import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";

/** Leads to bytes that the edge withholds until their time. */
export interface EarlyMedia {
  /** Scheme and host of the addresses, for the pages' content security policy. */
  origin(): Promise<string>;
  /** An address that gives the bytes of `/media/...` to whoever has it, for a few minutes. */
  address(mediaPath: string): Promise<string>;
}

const MINUTES = 5;

export function earlyMedia(client: S3Client, bucket: string): EarlyMedia {
  const address = (mediaPath: string) =>
    getSignedUrl(
      client,
      new GetObjectCommand({ Bucket: bucket, Key: decodeURIComponent(mediaPath.slice(1)) }),
      {
        expiresIn: MINUTES * 60,
      },
    );
  return { address, origin: async () => new URL(await address("/media")).origin };
}
