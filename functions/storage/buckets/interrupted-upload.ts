import {
  ListMultipartUploadsCommand,
  ListPartsCommand,
  type ListPartsCommandOutput,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";

/** A part that S3 holds of an upload that was not completed. */
export interface UploadedPart {
  readonly bytes: number;
  /** Base64, as S3 tells it. */
  readonly crc32: string;
  readonly tag: string;
}

/** What S3 holds of an upload; without an id, nothing. */
export interface Interrupted {
  readonly id?: string;
  /** By part number. */
  readonly parts: ReadonlyMap<number, UploadedPart>;
}

export const NO_PARTS: Interrupted = { parts: new Map() };

/** The latest upload of this key that broke off, with those of its parts whose checksum S3 knows. */
export async function interruptedUpload(client: S3Client, bucket: string, key: string): Promise<Interrupted> {
  try {
    const { Uploads = [] } = await client.send(
      new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: key }),
    );
    const [latest] = Uploads.filter((each) => each.Key === key && each.ChecksumAlgorithm === "CRC32").sort(
      (a, b) => (b.Initiated?.getTime() ?? 0) - (a.Initiated?.getTime() ?? 0),
    );
    if (latest?.UploadId === undefined) return NO_PARTS;
    return { id: latest.UploadId, parts: await partsOf(client, bucket, key, latest.UploadId) };
  } catch (error) {
    if (isRefused(error)) return NO_PARTS;
    throw error;
  }
}

/** Not by the SDK's paginator, which never ends here: S3 names a next marker on the last page, too. */
async function partsOf(
  client: S3Client,
  Bucket: string,
  Key: string,
  UploadId: string,
): Promise<Interrupted["parts"]> {
  const parts = new Map<number, UploadedPart>();
  let PartNumberMarker: string | undefined;
  do {
    const page: ListPartsCommandOutput = await client.send(
      new ListPartsCommand({ Bucket, Key, UploadId, PartNumberMarker }),
    );
    for (const { PartNumber, Size, ETag, ChecksumCRC32 } of page.Parts ?? [])
      if (PartNumber !== undefined && Size !== undefined && ETag !== undefined && ChecksumCRC32 !== undefined)
        parts.set(PartNumber, { bytes: Size, crc32: ChecksumCRC32, tag: ETag });
    PartNumberMarker = page.IsTruncated ? page.NextPartNumberMarker : undefined;
  } while (PartNumberMarker !== undefined);
  return parts;
}

/** Who may put may not list, or the upload ended between the two questions, or the server knows no such question. */
function isRefused(error: unknown): boolean {
  return error instanceof S3ServiceException && [403, 404, 501].includes(error.$metadata.httpStatusCode ?? 0);
}
