import { setTimeout } from "node:timers/promises";
import { Refusal, type RefusalCode } from "../../../functions/domain/refusal.ts";

/** Attempts, and the pause between them: a minute, which is as long as a lease lasts without its holder. */
const ATTEMPTS = 30;
const PAUSE_MS = 2_000;

const BUSY: readonly RefusalCode[] = ["publish-lease-held", "publish-preempted"];

/**
 * Does what needs the lease as soon as no other publication holds it: a newsroom that runs on this machine publishes
 * an edited file by itself.
 *
 * @throws Refusal `publish-lease-held`, `publish-preempted` when it is held all the time
 */
export async function onceFree<Result>(task: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await task();
    } catch (error) {
      const isHeld = error instanceof Refusal && BUSY.includes(error.code);
      if (!isHeld || attempt === ATTEMPTS) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}
