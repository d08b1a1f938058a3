import type { MiddlewareHandler } from "hono";
import { overdue, withinDeadline } from "../../storage/dynamodb/deadline.ts";
import { requestQueue } from "./request-queue.ts";

/** How long a request may take from its arrival, in milliseconds. */
export const DEADLINE_MS = 10_000;

/** Forms at work at the same time: as many as keep the table busy, and no more than are finished soon. */
const AT_ONCE = 16;

/**
 * Gives every request ten seconds from its arrival, in the order in which they came. Past that, or when its reader has
 * gone, nothing more is asked of the table for it, and it is refused as `registration-busy`.
 */
export function inTime(deadlineMs = DEADLINE_MS): MiddlewareHandler {
  const queue = requestQueue(AT_ONCE, () => performance.now());
  return async (c, next) => {
    const arrived = performance.now();
    const ending = new AbortController();
    const { signal } = ending;
    const end = () => ending.abort(overdue());
    const timer = setTimeout(end, deadlineMs);
    c.req.raw.signal.addEventListener("abort", end);
    try {
      if (c.req.method !== "POST") return await withinDeadline(signal, next);
      const remaining = deadlineMs - (performance.now() - arrived);
      return await queue.take(signal, remaining, () => withinDeadline(signal, next));
    } finally {
      clearTimeout(timer);
      c.req.raw.signal.removeEventListener("abort", end);
    }
  };
}
