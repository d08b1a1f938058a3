import type { IncomingMessage, ServerResponse } from "node:http";
import { type Duplex, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  EDGE_SECRET_HEADER,
  HOST_HEADER,
  RANGE_HEADER,
  VIEWER_HEADER,
} from "../../../functions/domain/edge-header.ts";
import type { Clock } from "../../../functions/domain/instant.ts";
import { LARGEST_BODY, LONGEST_TARGET } from "../../../functions/domain/request-limits.ts";
import { READER_HEADERS } from "../../aws/edge/response-headers.ts";
import { type Answer, edgeAnswer, plainAnswer } from "./answer.ts";
import { compressed } from "./compression.ts";
import { type Door, openDoor } from "./door.ts";
import { type EdgeEvent, edgeEvent, isEdgeResponse, loadEdgeFunction } from "./edge-function.ts";
import { FOR_EARLY, FOR_REGISTRATION, policyFor, withPolicy } from "./edge-headers.ts";
import { type MediaBucket, mediaAnswer } from "./media-origin.ts";
import { RequestAsSent } from "./request-as-sent.ts";
import { type Publishing, whilePublishing } from "./still-publishing.ts";

export interface EdgeOptions {
  /** Where it answers: a port, 0 for a free one, or a door that is open already. */
  readonly port: number | Door;
  /** The application that answers everything for which there is no other. */
  readonly fetch: Fetch;
  readonly media: MediaBucket;
  /** Decides about downloads; without it, the application does. */
  readonly downloads?: Fetch;
  /** Answers early access; without it, the application does. */
  readonly people?: PeopleOrigin;
  /** Answers registration; without it, the application does. */
  readonly registration?: PeopleOrigin;
  /** Decides which media have begun and not ended. */
  readonly clock: Clock;
  /** How long a reader may take none of the bytes that are there; two minutes. */
  readonly timeoutMs?: number;
  /** How far publishing is; without it, nothing is being published. */
  readonly publishing?: Publishing;
}

export type Fetch = (request: Request) => Response | Promise<Response>;

/** What answers only requests that carry the secret of the edge. */
export interface PeopleOrigin {
  readonly fetch: Fetch;
  readonly secret: string;
}

export interface Edge {
  /** `http://127.0.0.1:{port}` */
  readonly address: string;
  stop(): Promise<void>;
}

/** Of a reader who stopped taking bytes, the stream from the bucket must not stay open. */
const TIMEOUT_MS = 120_000;

/**
 * What CloudFront does, on the loopback interface: runs the very functions of `infra/aws/edge`, sends `/media/*` to
 * the bucket, `/downloads/*`, early access and registration
 * each to what answers it and the rest to the application, sets the response headers, compresses. It keeps nothing.
 *
 * @throws Refusal `port-taken` when the port cannot be listened on
 */
export async function startEdge(options: EdgeOptions): Promise<Edge> {
  const { port, fetch, media, downloads, people, registration, clock, timeoutMs = TIMEOUT_MS } = options;
  const { publishing = () => undefined } = options;
  const door = typeof port === "number" ? await openDoor(port) : port;
  door.answerWith((request, response) => {
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    answerTo(request, gone.signal)
      .then((answer) => whilePublishing(publishing, request, answer))
      .catch((error) => {
        if (gone.signal.aborted) return ownRefusal(400, "The request did not come to its end.");
        console.error(`${request.method} ${request.url} failed:`, error);
        return ownRefusal(502, "The newsroom could not answer. The terminal in which it runs says why.");
      })
      .then((answer) => send(response, answer, request.method === "HEAD", timeoutMs))
      .catch(() => response.destroy()); // the reader is gone, or the bytes end early: nothing true is left to send
  });
  door.server.on("clientError", refuseUnreadable);
  const viewerRequest = loadEdgeFunction("viewer-request", clock);
  const mediaResponse = loadEdgeFunction("media-response", clock);

  async function answerTo(request: IncomingMessage, gone: AbortSignal): Promise<Answer> {
    const target = request.url ?? "/";
    if (!target.startsWith("/")) return ownRefusal(400, "Ask for a path of this newsroom.");
    if (target.length > LONGEST_TARGET) return ownRefusal(414, "This address is too long.");
    const event = edgeEvent(request.method ?? "GET", target, request.headers, request.socket.remoteAddress);
    return withPolicy(await decidedAnswer({ request, gone, target }, event), policyFor(event.request.uri));
  }

  async function decidedAnswer(asked: Omit<Asked, "body">, event: EdgeEvent): Promise<Answer> {
    const { request } = asked;
    const { method, uri } = event.request;
    const decided = viewerRequest(event);
    if (isEdgeResponse(decided)) return edgeAnswer(decided);
    if (uri.startsWith("/media/")) {
      const found = await mediaAnswer(media, method, uri, request.headers);
      return found.status < 400 ? respond(event, found) : found;
    }
    const body = takesBody(method) ? await bodyOf(request) : NO_BODY;
    if (body === undefined) return tooLarge(event);
    const ask = (origin: Fetch, added: Readonly<Record<string, string>> = {}) =>
      applicationAnswer(origin, { ...asked, body }, added);
    const passedOn = (name: string) => ({ [name]: decided.headers[name.toLowerCase()]?.value ?? "" });
    const origin = FOR_EARLY.test(uri) ? people : FOR_REGISTRATION.test(uri) ? registration : undefined;
    const given = origin
      ? await ask(origin.fetch, {
          [EDGE_SECRET_HEADER]: origin.secret,
          ...passedOn(VIEWER_HEADER),
          ...passedOn(HOST_HEADER),
        })
      : downloads && uri.startsWith("/downloads/")
        ? await ask(downloads, passedOn(RANGE_HEADER))
        : await ask(fetch);
    return compressed(given, request.headers["accept-encoding"]?.toString());
  }

  /** What the edge says of a body that is said to be too large, for one of which nobody said how large it is. */
  function tooLarge(event: EdgeEvent): Answer {
    const headers = { ...event.request.headers, "content-length": { value: String(LARGEST_BODY + 1) } };
    const decided = viewerRequest({ ...event, request: { ...event.request, headers } });
    return isEdgeResponse(decided) ? edgeAnswer(decided) : plainAnswer(413, "This is too large.");
  }

  function respond(event: EdgeEvent, found: Answer): Answer {
    const headers = Object.fromEntries(
      Object.entries(found.headers).map(([name, value]) => [name, { value: String(value) }]),
    );
    const response = { statusCode: found.status, headers };
    const result = mediaResponse({ ...event, context: { eventType: "viewer-response" }, response });
    if (!isEdgeResponse(result)) return found;
    if (result.statusCode === found.status)
      return { ...found, headers: { ...found.headers, ...edgeAnswer(result).headers } };
    if (found.body instanceof Readable) found.body.destroy();
    return edgeAnswer(result);
  }

  return door;
}

/** A request as it goes on to a function. */
interface Asked {
  readonly request: IncomingMessage;
  /** Aborted when its reader has gone. */
  readonly gone: AbortSignal;
  readonly target: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

const NO_BODY = new Uint8Array();
const takesBody = (method: string): boolean => method !== "GET" && method !== "HEAD";

async function applicationAnswer(
  fetch: Fetch,
  { request, gone, target, body }: Asked,
  added: Readonly<Record<string, string>>,
): Promise<Answer> {
  const method = request.method ?? "GET";
  const replaced = new Set(Object.keys(added).map((name) => name.toLowerCase()));
  const sent = Object.entries(request.headersDistinct).filter(([name]) => !replaced.has(name));
  const response = await fetch(
    new RequestAsSent(`http://newsroom.local${target}`, {
      method,
      headers: [
        ...sent.flatMap(([name, values = []]) => values.map((value): [string, string] => [name, value])),
        ...Object.entries(added),
      ],
      ...(takesBody(method) && { body }),
      signal: gone,
    }),
  );
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  if (method === "HEAD" || response.body === null) return { status: response.status, headers };
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    headers: { ...headers, "content-length": String(bytes.byteLength) },
    body: bytes,
  };
}

/** The bytes of a body; undefined for more than reach a function, of which none are kept. */
function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size <= LARGEST_BODY) return chunks.push(chunk);
      chunks.length = 0;
      resolve(undefined); // the rest is read and let go: a reader who is cut off would see no answer
    });
    request.once("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    request.once("error", reject);
  });
}

/** What CloudFront would refuse itself, before it asks a function. */
const ownRefusal = (status: number, text: string): Answer =>
  withPolicy(plainAnswer(status, text), READER_HEADERS);

async function send(
  response: ServerResponse,
  { status, headers, body }: Answer,
  headOnly: boolean,
  timeoutMs: number,
) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.writeHead(status);
  if (body instanceof Readable && !headOnly) {
    response.setTimeout(timeoutMs, () => response.destroy());
    await pipeline(body, response); // closes the stream from the bucket, too, when the reader is gone
  } else response.end(headOnly || !Buffer.isBuffer(body) ? undefined : body);
}

const UNREADABLE: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};
/** How long a client that was refused may keep its side of the connection open. */
const LINGER_MS = 1_000;

/** What is no HTTP, comes too slowly, or has headers beyond all measure is answered by hand: it is no whole request. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  const status = UNREADABLE[error.code ?? ""] ?? "400 Bad Request";
  if (!socket.writable) return;
  const { headers } = ownRefusal(0, status);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n${lines.join("\r\n")}\r\n\r\n${status}\n`);
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}
