import type { Server } from "node:http";

/**
 * Longer than clients and proxies keep a connection that they do not use, mostly a minute: closed by the server first,
 * it would be reset under a request that is already on its way.
 */
const KEEP_ALIVE_MS = 75_000;
const HEADERS_MS = 30_000;
const BODY_MS = 120_000;

/**
 * Keeps connections open for their next request, and ends those whose request does not come to its end.
 * @param bodyMs how long a whole request may take; 0 for as long as it needs
 */
export function keepAlive(
  server: Server,
  { keepMs = KEEP_ALIVE_MS, headersMs = HEADERS_MS, bodyMs = BODY_MS } = {},
): void {
  server.keepAliveTimeout = keepMs;
  server.headersTimeout = headersMs;
  server.requestTimeout = bodyMs;
}
