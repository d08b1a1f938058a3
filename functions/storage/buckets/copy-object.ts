import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  type S3Client,
  UploadPartCopyCommand,
} from "@aws-sdk/client-s3";

/** Amazon S3 API reference: CopyObject takes up to 5 GB, and so does a part. */
const LARGEST_COPY_BYTES = 5 * 1000 ** 3;
const PART_BYTES = 1024 ** 3;

/** An object in a bucket, in one of its versions. */
export interface ObjectPlace {
  readonly bucket: string;
  readonly key: string;
  readonly version?: string | undefined;
}

/** Copies an object with its headers within S3: no byte of it passes through here, however large it is. */
export async function copyObject(client: S3Client, from: ObjectPlace, to: ObjectPlace): Promise<void> {
  const CopySource = sourceOf(from);
  const target = { Bucket: to.bucket, Key: to.key };
  const head = await client.send(
    new HeadObjectCommand({ Bucket: from.bucket, Key: from.key, VersionId: from.version }),
  );
  const bytes = head.ContentLength ?? 0;
  if (bytes <= LARGEST_COPY_BYTES) {
    await client.send(new CopyObjectCommand({ ...target, CopySource }));
    return;
  }
  const { ContentType, ContentDisposition, CacheControl } = head;
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ ...target, ContentType, ContentDisposition, CacheControl }),
  );
  try {
    const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
    for (let first = 0; first < bytes; first += PART_BYTES) {
      const CopySourceRange = `bytes=${first}-${Math.min(first + PART_BYTES, bytes) - 1}`;
      const PartNumber = Parts.length + 1;
      const part = new UploadPartCopyCommand({
        ...target,
        CopySource,
        CopySourceRange,
        UploadId,
        PartNumber,
      });
      Parts.push({ PartNumber, ETag: (await client.send(part)).CopyPartResult?.ETag });
    }
    const MultipartUpload = { Parts };
    await client.send(new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload }));
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand({ ...target, UploadId })).catch(() => {});
    throw error;
  }
}

/** As a header may carry it. */
function sourceOf({ bucket, key, version }: ObjectPlace): string {
  const path = key.split("/").map(encodeURIComponent).join("/");
  return `${bucket}/${path}${version === undefined ? "" : `?versionId=${encodeURIComponent(version)}`}`;
}
