import { type Xml, xml, xmlDocument } from "../../../functions/rendering/format/xml.ts";
import type { Segment, StoredObject, StoredObjects, UploadInParts } from "./stored-objects.ts";

/** Answers of the S3 server in XML, as far as Dateline and its tests ask (Amazon S3 API Reference, 2006-03-01). */

/** What S3 refuses, by its code. */
export class S3Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

export const errorXml = (code: string): string => xmlDocument(xml`<Error><Code>${code}</Code></Error>`);

/** In the order of keys, 1,000 at a time. */
export function listXml({ objects }: StoredObjects, query: URLSearchParams): string {
  const prefix = query.get("prefix") ?? "";
  const most = Number(query.get("max-keys") ?? 1_000);
  const after = query.get("continuation-token") ?? query.get("start-after") ?? query.get("marker") ?? "";
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  const page = keys.slice(0, most);
  const next = keys.length > most ? page.at(-1) : undefined;
  return xmlDocument(
    xml`<ListBucketResult><Prefix>${prefix}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>${most}</MaxKeys><IsTruncated>${String(next !== undefined)}</IsTruncated>${next === undefined ? undefined : xml`<NextContinuationToken>${next}</NextContinuationToken>`}${page.map((key) => contentXml(objects.get(key)))}</ListBucketResult>`,
  );
}

function contentXml(object: StoredObject | undefined): Xml | undefined {
  if (!object) return undefined;
  const { key, bytes, tag, at } = object;
  return xml`<Contents><Key>${key}</Key><LastModified>${at}</LastModified><ETag>"${tag}"</ETag><Size>${bytes}</Size></Contents>`;
}

/** No versions are kept. */
export const noVersionsXml = (): string =>
  xmlDocument(xml`<ListVersionsResult><IsTruncated>false</IsTruncated></ListVersionsResult>`);

export function uploadsXml({ uploads }: StoredObjects, prefix: string): string {
  const found = [...uploads.values()].filter(({ key }) => key.startsWith(prefix));
  return xmlDocument(
    xml`<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${found.map(
      ({ id, key, at }) =>
        xml`<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${at}</Initiated><ChecksumAlgorithm>CRC32</ChecksumAlgorithm></Upload>`,
    )}</ListMultipartUploadsResult>`,
  );
}

/** 1,000 at a time. */
export function partsXml({ id, key, parts }: UploadInParts, after: number): string {
  const left = [...parts].filter(([number]) => number > after).sort(([a], [b]) => a - b);
  const page = left.slice(0, 1_000);
  return xmlDocument(
    xml`<ListPartsResult><Key>${key}</Key><UploadId>${id}</UploadId><IsTruncated>${String(left.length > page.length)}</IsTruncated><NextPartNumberMarker>${page.at(-1)?.[0] ?? 0}</NextPartNumberMarker>${page.map(
      ([number, { bytes, tag, crc32, at }]) =>
        xml`<Part><PartNumber>${number}</PartNumber><LastModified>${at}</LastModified><ETag>"${tag}"</ETag><Size>${bytes}</Size><ChecksumCRC32>${crc32}</ChecksumCRC32></Part>`,
    )}</ListPartsResult>`,
  );
}

export const begunXml = ({ id, key }: UploadInParts): string =>
  xmlDocument(
    xml`<InitiateMultipartUploadResult><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
  );

export const completedXml = ({ key, tag }: StoredObject): string =>
  xmlDocument(
    xml`<CompleteMultipartUploadResult><Key>${key}</Key><ETag>"${tag}"</ETag></CompleteMultipartUploadResult>`,
  );

export const copiedXml = ({ tag, at }: StoredObject): string =>
  xmlDocument(
    xml`<CopyObjectResult><LastModified>${at}</LastModified><ETag>"${tag}"</ETag></CopyObjectResult>`,
  );

export const copiedPartXml = ({ tag, at, crc32 }: Segment): string =>
  xmlDocument(
    xml`<CopyPartResult><LastModified>${at}</LastModified><ETag>"${tag}"</ETag><ChecksumCRC32>${crc32}</ChecksumCRC32></CopyPartResult>`,
  );

const SMALLEST_PART_BYTES = 5 * 1024 * 1024;

/**
 * The parts that the request to complete an upload names.
 * @throws S3Refusal when one is missing or another, or all but the last are not of 5 MiB at least
 */
export function namedParts({ parts }: UploadInParts, request: string): Segment[] {
  const named = [...request.matchAll(/<Part>.*?<\/Part>/gs)].map(([part]) => {
    const number = Number(/<PartNumber>(\d+)</.exec(part)?.[1]);
    const tag = /<ETag>(?:&quot;|")?([^<"&]*)/.exec(part)?.[1];
    const found = parts.get(number);
    if (!found || found.tag !== tag) throw new S3Refusal(400, "InvalidPart");
    return { number, found };
  });
  if (named.length === 0) throw new S3Refusal(400, "MalformedXML");
  named.forEach(({ number, found }, n) => {
    if (n > 0 && number <= (named[n - 1]?.number ?? 0)) throw new S3Refusal(400, "InvalidPartOrder");
    if (n < named.length - 1 && found.bytes < SMALLEST_PART_BYTES) throw new S3Refusal(400, "EntityTooSmall");
  });
  return named.map(({ found }) => found);
}
