import type { Server } from "node:http";

/**
 * Longer than clients and proxies keep a connection that they do not use, mostly a minute: closed by the server first,
 * it would be reset under a request that is already on its way.
 */
const KEEP_ALIVE_MS = 75_000;
const HEADERS_MS = 30_000;
const BODY_MS = 120_000;

/** How long a request may take to arrive, in milliseconds. */
export interface ArrivalLimits {
  /** For its next request an idle connection stays open for so long. */
  readonly keepMs?: number;
  /** Of the headers, from the first byte of the connection or after the last answer. */
  readonly headersMs?: number;
  /** Of a whole request; 0 for as long as it needs. */
  readonly bodyMs?: number;
}

/**
 * Keeps connections open for their next request, and ends those whose request does not come to its end, however
 * steadily it trickles: the server then raises `clientError` with the code ERR_HTTP_REQUEST_TIMEOUT.
 */
export function keepAlive(
  server: Server,
  { keepMs = KEEP_ALIVE_MS, headersMs = HEADERS_MS, bodyMs = BODY_MS }: ArrivalLimits = {},
): void {
  server.keepAliveTimeout = keepMs;
  server.headersTimeout = headersMs;
  server.requestTimeout = bodyMs;
}
