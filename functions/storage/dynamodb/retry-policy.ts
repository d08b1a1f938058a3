import { setTimeout as pause } from "node:timers/promises";

/** How often something is tried, and how long it rests between two attempts. */
export interface RetryPolicy {
  readonly attempts: number;
  readonly shortestMs: number;
  readonly longestMs: number;
  /** Ends the attempts early. */
  readonly signal?: AbortSignal;
}

export const RETRY_POLICY: RetryPolicy = { attempts: 10, shortestMs: 25, longestMs: 5_000 };

/**
 * Tries until an attempt succeeds or fails for good. The pause doubles and is drawn at random up to that length,
 * so that two who met once do not meet again (AWS Architecture Blog, "Exponential backoff and jitter").
 *
 * @param passing whether an error may be gone at the next attempt
 * @throws what the last attempt threw
 */
export async function withBackoff<Result>(
  attempt: () => Promise<Result>,
  passing: (error: unknown) => boolean,
  { attempts, shortestMs, longestMs, signal }: RetryPolicy = RETRY_POLICY,
): Promise<Result> {
  for (let n = 1; ; n++) {
    try {
      return await attempt();
    } catch (error) {
      if (n >= attempts || !passing(error)) throw error;
      const ms = Math.random() * Math.min(longestMs, shortestMs * 2 ** n);
      await pause(ms, undefined, { signal }).catch(() => {
        throw error;
      });
    }
  }
}
