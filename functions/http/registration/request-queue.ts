import { orAborted, overdue } from "../../storage/dynamodb/deadline.ts";

/** Lets so many at a time work, in the order in which they came. */
export interface RequestQueue {
  /**
   * Waits for its turn and works.
   * @param remainingMs for which the work may wait and last
   * @throws Refusal `registration-busy` at once where so many wait that it would come too late, else the signal's
   * reason
   */
  take<Result>(signal: AbortSignal, remainingMs: number, work: () => Promise<Result>): Promise<Result>;
}

/** How much of a new measurement goes into the mean. */
const WEIGHT = 0.2;

/**
 * Whoever begins is finished soon, and whoever cannot be finished in time is told so at once. Without turns all begin,
 * and nobody is finished until nearly all are.
 *
 * @param atOnce how many work at a time; a function in Lambda has one request at a time anyway
 * @param nowMs milliseconds of a clock that never goes back
 */
export function requestQueue(atOnce: number, nowMs: () => number): RequestQueue {
  const waiting: (() => void)[] = [];
  let working = 0;
  let meanMs = 0;

  function grant(): void {
    while (working < atOnce && waiting.length > 0) {
      working++;
      waiting.shift()?.();
    }
  }

  function giveBack(): void {
    working--;
    grant();
  }

  async function turn(signal: AbortSignal): Promise<void> {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    waiting.push(begin);
    grant();
    try {
      await orAborted(begun, signal);
    } catch (error) {
      const at = waiting.indexOf(begin);
      if (at < 0) giveBack();
      else waiting.splice(at, 1);
      throw error;
    }
  }

  return {
    take: async (signal, remainingMs, work) => {
      const isFull = working >= atOnce;
      const waitMs = ((waiting.length + 1) / atOnce) * meanMs;
      if (isFull && waitMs + meanMs > remainingMs) throw overdue();
      await turn(signal);
      const begun = nowMs();
      try {
        return await work();
      } finally {
        meanMs += (meanMs === 0 ? 1 : WEIGHT) * (nowMs() - begun - meanMs);
        giveBack();
      }
    },
  };
}
