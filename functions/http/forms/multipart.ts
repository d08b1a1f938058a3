import { CHARSET_FIELD, fieldDecoder } from "./form-charset.ts";
import { unreadable } from "./form-refusals.ts";
import { mimeType } from "./form-type.ts";

interface Part {
  /** Name of its field, in the bytes of its charset, each as a character of ISO 8859-1. */
  readonly name: string;
  readonly isFile: boolean;
  /** Its own charset, where it has one. */
  readonly charset: string | undefined;
  readonly body: Buffer<ArrayBuffer>;
}

/** Of headers of one part; browsers send two short ones. */
const LONGEST_HEADERS = 4_096;
const LINE_BREAK = "\r\n";

/**
 * Fields and files of a form that can have files (RFC 7578). Names are not decoded beyond their charset; what a file is
 * called is of no use here. Linear in its bytes.
 *
 * @param charset what the request says of the whole form
 * @throws Refusal `form-unreadable` for what does not end as it should, `form-charset`
 */
export function multipartFields(
  body: Buffer<ArrayBuffer>,
  boundary: string,
  charset: string | undefined,
): [string, string | File][] {
  const parts = [...partsIn(body, boundary)];
  const named = parts.find(({ name }) => name === CHARSET_FIELD)?.body.toString("latin1");
  const ofForm = charset ?? named;
  const decode = fieldDecoder(ofForm);
  return parts.map((part) => {
    const name = decode(Buffer.from(part.name, "latin1"));
    if (part.isFile) return [name, new File([part.body], "")];
    return [name, part.charset === undefined ? decode(part.body) : fieldDecoder(part.charset)(part.body)];
  });
}

function* partsIn(body: Buffer<ArrayBuffer>, boundary: string): Generator<Part> {
  const delimiter = `--${boundary}`;
  if (body.indexOf(delimiter) !== 0) throw unreadable(400);
  for (let at = delimiter.length; !isAt(body, at, "--"); ) {
    if (!isAt(body, at, LINE_BREAK)) throw unreadable(400);
    const headersEnd = body.subarray(at, at + LONGEST_HEADERS).indexOf(`${LINE_BREAK}${LINE_BREAK}`);
    if (headersEnd < 0) throw unreadable(400);
    const start = at + headersEnd + 4;
    const end = body.indexOf(`${LINE_BREAK}${delimiter}`, start);
    if (end < 0) throw unreadable(400);
    const lines = body.toString("latin1", at + 2, at + headersEnd).split(LINE_BREAK);
    yield { ...partHeaders(lines), body: body.subarray(start, end) };
    at = end + LINE_BREAK.length + delimiter.length;
  }
}

const isAt = (body: Buffer, at: number, text: string): boolean =>
  body.toString("latin1", at, at + text.length) === text;

/** @throws Refusal `form-unreadable` for a part without a name, and for one in an encoding that browsers do not use */
function partHeaders(lines: readonly string[]): Omit<Part, "body"> {
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const disposition = headers.get("content-disposition") ?? "";
  const parameters = new Map(
    Array.from(disposition.matchAll(PARAMETER), ([, name = "", quoted, bare]) => [
      name.toLowerCase(),
      quoted ?? bare ?? "",
    ]),
  );
  const name = parameters.get("name");
  const encoding = headers.get("content-transfer-encoding") ?? "binary";
  if (!/^form-data\b/i.test(disposition) || name === undefined) throw unreadable(400);
  if (!/^(?:7bit|8bit|binary)$/i.test(encoding)) throw unreadable(400); // RFC 7578, section 4.7: not to be used
  return {
    name,
    isFile: parameters.has("filename") || parameters.has("filename*"),
    charset: charsetIn(headers.get("content-type")),
  };
}

/** `; name="value"`, in which a backslash may stand before any character, or `; name=value`. */
const PARAMETER = /;\s*([\w*-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/g;

const charsetIn = (contentType: string | undefined): string | undefined =>
  contentType === undefined ? undefined : (mimeType(contentType, 400).params.get("charset") ?? undefined);
