import type { Readable } from "node:stream";
import type { EdgeResponse } from "./edge-function.ts";

/** What goes back to the reader, on its way through the edge. Header names are in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** Bytes of media are streamed, everything else is small. */
  readonly body?: Buffer | Readable;
}

/** The answer with headers that replace those it has. */
export function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return { ...answer, headers: { ...answer.headers, ...Object.fromEntries(lower) } };
}

export function plainAnswer(status: number, text: string): Answer {
  return textAnswer(status, "text/plain; charset=utf-8", `${text}\n`);
}

export function textAnswer(status: number, contentType: string, text: string): Answer {
  const body = Buffer.from(text);
  return {
    status,
    headers: {
      "cache-control": "no-store",
      "content-type": contentType,
      "content-length": String(body.byteLength),
    },
    body,
  };
}

/** What a function of the edge answered by itself. */
export function edgeAnswer(response: EdgeResponse): Answer {
  const headers: Record<string, string> = {};
  for (const [name, { value }] of Object.entries(response.headers)) headers[name] = value;
  const { body } = response;
  if (body === undefined) return { status: response.statusCode, headers };
  const bytes =
    typeof body === "string"
      ? Buffer.from(body)
      : Buffer.from(body.data, body.encoding === "text" ? "utf8" : "base64");
  headers["content-length"] = String(bytes.byteLength);
  return { status: response.statusCode, headers, body: bytes };
}
