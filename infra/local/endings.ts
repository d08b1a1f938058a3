/** What was started and has to be ended, the latest first. */
export class Endings {
  readonly #open: (() => unknown)[] = [];
  #ended = false;

  /** Whether all is ending or has ended: what fails from then on is no news. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Remembers how to end something; what is started while all is ending ends at once. */
  async add(end: () => unknown): Promise<void> {
    if (this.#ended) await end();
    else this.#open.push(end);
  }

  /** Ends everything, each even if another could not be ended. */
  async end(): Promise<void> {
    this.#ended = true;
    for (let end = this.#open.pop(); end; end = this.#open.pop()) {
      try {
        await end();
      } catch (error) {
        console.error("Something could not be ended:", error);
      }
    }
  }
}

/** Is told when the user wants us to end: Ctrl-C, a kill, or a terminal that closes. Again and again is once. */
export function untilStopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
}
