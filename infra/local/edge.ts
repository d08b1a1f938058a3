import type { IncomingMessage, ServerResponse } from "node:http";
import { type Duplex, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { EDGE_SECRET_HEADER, RANGE_HEADER, VIEWER_HEADER } from "../../functions/domain/edge-header.ts";
import type { Clock } from "../../functions/domain/instant.ts";
import { EARLY_HEADERS, MEDIA_HEADERS, READER_HEADERS } from "../aws/edge/response-headers.ts";
import { type Answer, edgeAnswer, plainAnswer, withHeaders } from "./answer.ts";
import { compressed } from "./compression.ts";
import { type Door, openDoor } from "./door.ts";
import { type EdgeEvent, edgeEvent, isEdgeResponse, loadEdgeFunction } from "./edge-function.ts";
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
  readonly patienceMs?: number;
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

/** The longest target of a request that CloudFront takes, in bytes. */
const LONGEST_TARGET = 8_192;

/** Of a reader who stopped taking bytes, the stream from the bucket must not stay open. */
const PATIENCE_MS = 120_000;

/** As the behaviours of the distribution choose. */
const FOR_EARLY = /^\/(?:en|ru|kk)\/early\//;
const FOR_REGISTRATION = /^\/(?:en|ru|kk)\/(?:register|registration)\//;

/**
 * What CloudFront does, on the loopback interface: runs the very functions of `infra/aws/edge`, sends `/media/*` to
 * the bucket, `/downloads/*`, early access and registration
 * each to what answers it and the rest to the application, sets the response headers, compresses. It keeps nothing.
 *
 * @throws Refusal `port-taken` when the port cannot be listened on
 */
export async function startEdge(options: EdgeOptions): Promise<Edge> {
  const { port, fetch, media, downloads, people, registration, clock, patienceMs = PATIENCE_MS } = options;
  const { publishing = () => undefined } = options;
  const door = typeof port === "number" ? await openDoor(port) : port;
  door.answerWith((request, response) => {
    answerTo(request)
      .then((answer) => whilePublishing(publishing, request, answer))
      .catch((error) => {
        console.error(`${request.method} ${request.url} failed:`, error);
        return plainAnswer(502, "The newsroom could not answer. The terminal in which it runs says why.");
      })
      .then((answer) => send(response, answer, request.method === "HEAD", patienceMs))
      .catch(() => response.destroy()); // the reader is gone, or the bytes end early: nothing true is left to send
  });
  door.server.on("clientError", refuseUnreadable);
  const viewerRequest = loadEdgeFunction("viewer-request", clock);
  const mediaResponse = loadEdgeFunction("media-response", clock);

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const method = request.method ?? "GET";
    const target = request.url ?? "/";
    if (!target.startsWith("/")) return plainAnswer(400, "Ask for a path of this newsroom.");
    if (target.length > LONGEST_TARGET) return plainAnswer(414, "This address is too long.");
    const event = edgeEvent(method, target, request.headers, request.socket.remoteAddress);
    const { uri } = event.request;
    const isMedia = uri.startsWith("/media/");
    const policy = isMedia ? MEDIA_HEADERS : READER_HEADERS;
    const decided = viewerRequest(event);
    if (isEdgeResponse(decided)) return withHeaders(edgeAnswer(decided), policy);
    if (isMedia) {
      const found = await mediaAnswer(media, method, uri, request.headers);
      return withHeaders(found.status < 400 ? respond(event, found) : found, policy);
    }
    const origin = FOR_EARLY.test(uri) ? people : FOR_REGISTRATION.test(uri) ? registration : undefined;
    if (origin) {
      const proof = {
        [EDGE_SECRET_HEADER]: origin.secret,
        [VIEWER_HEADER]: decided.headers[VIEWER_HEADER.toLowerCase()]?.value ?? "",
      };
      const told = withHeaders(await applicationAnswer(origin.fetch, request, target, proof), EARLY_HEADERS);
      return compressed(told, request.headers["accept-encoding"]?.toString());
    }
    const isDownload = downloads && uri.startsWith("/downloads/");
    const given = isDownload
      ? await applicationAnswer(downloads, request, target, {
          [RANGE_HEADER]: decided.headers[RANGE_HEADER.toLowerCase()]?.value ?? "",
        })
      : await applicationAnswer(fetch, request, target);
    const told = withHeaders(given, policy);
    return compressed(told, request.headers["accept-encoding"]?.toString());
  }

  function respond(event: EdgeEvent, found: Answer): Answer {
    const response = { statusCode: found.status, headers: {} };
    const result = mediaResponse({ ...event, context: { eventType: "viewer-response" }, response });
    return isEdgeResponse(result)
      ? { ...found, headers: { ...found.headers, ...edgeAnswer(result).headers } }
      : found;
  }

  return door;
}

async function applicationAnswer(
  fetch: Fetch,
  request: IncomingMessage,
  target: string,
  added: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const method = request.method ?? "GET";
  const replaced = new Set(Object.keys(added).map((name) => name.toLowerCase()));
  const sent = Object.entries(request.headersDistinct).filter(([name]) => !replaced.has(name));
  const hasBody = method !== "GET" && method !== "HEAD";
  const response = await fetch(
    new RequestAsSent(`http://newsroom.local${target}`, {
      method,
      headers: [
        ...sent.flatMap(([name, values = []]) => values.map((value): [string, string] => [name, value])),
        ...Object.entries(added),
      ],
      ...(hasBody && { body: await bytesOf(request) }),
    }),
  );
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  if (method === "HEAD" || response.body === null) return { status: response.status, headers };
  const body = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    headers: { ...headers, "content-length": String(body.byteLength) },
    body,
  };
}

async function bytesOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

async function send(
  response: ServerResponse,
  { status, headers, body }: Answer,
  headOnly: boolean,
  patienceMs: number,
) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.writeHead(status);
  if (body instanceof Readable && !headOnly) {
    response.setTimeout(patienceMs, () => response.destroy());
    await pipeline(body, response); // closes the stream from the bucket, too, when the reader is gone
  } else response.end(headOnly || !Buffer.isBuffer(body) ? undefined : body);
}

/** What is no HTTP, or whose headers are beyond all measure, never becomes a request: it is answered by hand. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  const status =
    error.code === "HPE_HEADER_OVERFLOW" ? "431 Request Header Fields Too Large" : "400 Bad Request";
  if (!socket.writable) return;
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${status.length}\r\n\r\n${status}`,
  );
}
