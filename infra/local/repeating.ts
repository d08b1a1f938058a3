/** Work that is done again and again until it is stopped. */
export interface Repeating {
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/**
 * Works at once, and again some time after each run has ended. What a run throws is told, and the next one tries again.
 */
export function repeat(
  work: (stopped: () => boolean) => Promise<void>,
  everyMs: number,
  failed: (error: unknown) => void,
): Repeating {
  let stopped = false;
  let next: NodeJS.Timeout | undefined;
  let underWay = runAndGoOn();

  async function runAndGoOn(): Promise<void> {
    try {
      await work(() => stopped);
    } catch (error) {
      if (!stopped) failed(error);
    }
    if (!stopped)
      next = setTimeout(() => {
        underWay = runAndGoOn();
      }, everyMs);
  }

  return {
    stop: async () => {
      stopped = true;
      clearTimeout(next);
      await underWay;
    },
  };
}
