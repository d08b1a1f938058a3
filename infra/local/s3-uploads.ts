import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, Server } from "node:http";
import { join } from "node:path";
import * as v from "valibot";

/** What the S3 server keeps of an upload that is not complete, in `_multipart/{id}/.upload.json`. */
const Upload = v.object({
  uploadId: v.string(),
  bucket: v.string(),
  key: v.string(),
  initiated: v.string(),
  checksumAlgorithm: v.optional(v.string()),
});
type Upload = v.InferOutput<typeof Upload>;

/** And of each of its parts, in `parts/{n}.meta.json`. */
const Part = v.object({
  partNumber: v.number(),
  etag: v.string(),
  lastModified: v.string(),
  checksumValue: v.optional(v.string()),
});

/**
 * Lets the S3 server answer what goes on uploads that broke off: ListMultipartUploads and ListParts, each in one page
 * (Amazon S3 API Reference). It keeps them over a restart, but cannot tell of them.
 */
export function answerAboutUploads(server: Server, directory: string): void {
  const others = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response) => {
    const answer = request.method === "GET" ? answerTo(request.url ?? "", directory) : undefined;
    if (answer !== undefined) response.writeHead(200, { "content-type": "application/xml" }).end(answer);
    else for (const other of others) other.call(server, request, response);
  });
}

function answerTo(url: string, directory: string): string | undefined {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const [bucket = ""] = pathname.slice(1).split("/");
  if (searchParams.has("uploads")) return uploadsIn(directory, bucket, searchParams.get("prefix") ?? "");
  const id = searchParams.get("uploadId");
  return id === null ? undefined : partsOf(directory, id);
}

function uploadsIn(directory: string, bucket: string, prefix: string): string {
  const folder = join(directory, "_multipart");
  const uploads = (existsSync(folder) ? readdirSync(folder) : [])
    .flatMap((id) => readUpload(directory, id) ?? [])
    .filter((upload) => upload.bucket === bucket && upload.key.startsWith(prefix));
  const listed = uploads.map(({ key, uploadId, initiated, checksumAlgorithm }) =>
    element(
      "Upload",
      text("Key", key) +
        text("UploadId", uploadId) +
        text("Initiated", initiated) +
        (checksumAlgorithm === undefined ? "" : text("ChecksumAlgorithm", checksumAlgorithm)),
    ),
  );
  return document("ListMultipartUploadsResult", text("Bucket", bucket) + listed.join(""));
}

/** Undefined for an upload that is complete or was aborted: the server itself answers that it is not there. */
function partsOf(directory: string, id: string): string | undefined {
  const upload = readUpload(directory, id);
  if (!upload) return undefined;
  const folder = join(directory, "_multipart", id, "parts");
  const parts = readdirSync(folder)
    .filter((name) => name.endsWith(".meta.json"))
    .flatMap((name) => read(Part, join(folder, name)) ?? [])
    .sort((a, b) => a.partNumber - b.partNumber);
  const listed = parts.map(({ partNumber, etag, lastModified, checksumValue }) =>
    element(
      "Part",
      text("PartNumber", String(partNumber)) +
        text("ETag", etag) +
        text("LastModified", lastModified) +
        text("Size", String(statSync(join(folder, `${partNumber}.data`)).size)) +
        (checksumValue === undefined
          ? ""
          : text(`Checksum${upload.checksumAlgorithm ?? "CRC32"}`, checksumValue)),
    ),
  );
  return document("ListPartsResult", text("UploadId", id) + listed.join(""));
}

function readUpload(directory: string, id: string): Upload | undefined {
  if (!/^[\w-]+$/.test(id)) return undefined;
  return read(Upload, join(directory, "_multipart", id, ".upload.json"));
}

/** Undefined for what a killed server left half written. */
function read<Schema extends v.GenericSchema>(
  schema: Schema,
  file: string,
): v.InferOutput<Schema> | undefined {
  try {
    return v.parse(schema, JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

const element = (name: string, content: string) => `<${name}>${content}</${name}>`;
const text = (name: string, value: string) => element(name, escaped(value));
const document = (name: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>${element(name, `<IsTruncated>false</IsTruncated>${content}`)}`;
const escaped = (value: string) =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
