import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { parseAccept } from "hono/utils/accept";
import { type Answer, withHeaders } from "./answer.ts";

const compressors = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};

/**
 * The types that we serve and CloudFront compresses. It leaves Atom and JSON feeds, calendars, Markdown and
 * problems as they are. Source: Amazon CloudFront developer guide, "Serving compressed files".
 */
const COMPRESSED = new Set([
  "application/json",
  "application/rss+xml",
  "application/xml",
  "image/svg+xml",
  "text/css",
  "text/html",
  "text/plain",
  "text/xml",
]);
const COMPRESSED_STATUS = new Set([200, 403, 404]);
const SMALLEST = 1_000;
const LARGEST = 10_000_000;

/** Compresses what CloudFront would, Brotli first; the tag of what it compresses turns weak. */
export async function compressed(answer: Answer, acceptEncoding: string | undefined): Promise<Answer> {
  const { status, headers, body } = answer;
  if (status === 304) return withHeaders(answer, { vary: varyOf(headers.vary) });
  const type = String(headers["content-type"] ?? "").split(";")[0] ?? "";
  if (!COMPRESSED_STATUS.has(status) || !COMPRESSED.has(type) || headers["content-encoding"]) return answer;
  const varying = withHeaders(answer, { vary: varyOf(headers.vary) });
  const encoding = (["br", "gzip"] as const).find((name) => accepts(acceptEncoding, name));
  const size = Number(headers["content-length"] ?? 0);
  if (!encoding || size < SMALLEST || size > LARGEST) return varying;
  const tag = headers.etag;
  const { "content-length": _, ...unsized } = varying.headers;
  const encoded = withHeaders(
    { status, headers: unsized },
    { "content-encoding": encoding, ...(typeof tag === "string" && { etag: tag.replace(/^(?!W\/)/, "W/") }) },
  );
  if (!Buffer.isBuffer(body)) return encoded; // HEAD: the headers of GET, whose length only compressing would tell
  const bytes = await compressors[encoding](body);
  return { ...withHeaders(encoded, { "content-length": String(bytes.byteLength) }), body: bytes };
}

function varyOf(vary: Answer["headers"][string] | undefined): string {
  return vary === undefined ? "Accept-Encoding" : `${vary}, Accept-Encoding`;
}

function accepts(header: string | undefined, encoding: string): boolean {
  return parseAccept(header ?? "").some(({ type, q }) => type.toLowerCase() === encoding && q > 0);
}
