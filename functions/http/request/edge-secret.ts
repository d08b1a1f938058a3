import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { CLOSED_CONTENT_POLICY } from "../../domain/content-policy.ts";
import { EDGE_SECRET_HEADER } from "../../domain/edge-header.ts";

/**
 * Answers only what comes through the edge: with one of two secrets, of which one can be renewed while the other is in
 * use. Everybody else gets 403 and learns nothing.
 */
export function throughTheEdge(secrets: () => Promise<readonly string[]>): MiddlewareHandler {
  return async (c, next) => {
    const sent = c.req.header(EDGE_SECRET_HEADER) ?? "";
    const known = (await secrets()).filter((secret) => secret !== "");
    if (!known.some((secret) => isSame(secret, sent)))
      return c.text("Forbidden\n", 403, {
        "Cache-Control": "no-store",
        "Content-Security-Policy": CLOSED_CONTENT_POLICY, // no edge is there to set it
        "X-Content-Type-Options": "nosniff",
      });
    return next();
  };
}

/** Compared by their hashes, which have one length, so that the time tells nothing. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
