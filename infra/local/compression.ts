import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
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
  const type = String(headers["content-type"] ?? "").split(";")[0] ?? "";
  if (!COMPRESSED_STATUS.has(status) || !COMPRESSED.has(type) || headers["content-encoding"]) return answer;
  const varying = withHeaders(answer, { vary: varyOf(headers.vary) });
  const encoding = (["br", "gzip"] as const).find((name) => accepts(acceptEncoding, name));
  const fits = Buffer.isBuffer(body) && body.byteLength >= SMALLEST && body.byteLength <= LARGEST;
  if (!encoding || !fits) return varying;
  const bytes = await compressors[encoding](body);
  const tag = headers.etag;
  return {
    ...withHeaders(varying, {
      "content-encoding": encoding,
      "content-length": String(bytes.byteLength),
      ...(typeof tag === "string" && { etag: tag.replace(/^(?!W\/)/, "W/") }),
    }),
    body: bytes,
  };
}

function varyOf(vary: Answer["headers"][string] | undefined): string {
  return vary === undefined ? "Accept-Encoding" : `${vary}, Accept-Encoding`;
}

function accepts(header: string | undefined, encoding: string): boolean {
  return (header ?? "").split(",").some((range) => {
    const [name = "", ...parameters] = range.toLowerCase().split(";");
    const refused = parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
    return name.trim() === encoding && !refused;
  });
}
