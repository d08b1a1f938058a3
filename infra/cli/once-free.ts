import { setTimeout } from "node:timers/promises";
import { Refusal } from "../../functions/domain/refusal.ts";

/** Attempts, and the pause between them: a minute, which is as long as a lease lasts without its holder. */
const ATTEMPTS = 30;
const PAUSE_MS = 2_000;

/**
 * Does what needs the lease as soon as no other publication holds it: a newsroom that runs on this machine publishes
 * an edited file by itself.
 *
 * @throws Refusal `publish-lease-held` when it is held all the time
 */
export async function onceFree<Result>(task: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await task();
    } catch (error) {
      const isHeld = error instanceof Refusal && error.code === "publish-lease-held";
      if (!isHeld || attempt === ATTEMPTS) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}
