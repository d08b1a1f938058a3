import { setTimeout } from "node:timers/promises";
import type { TakenBack } from "../../../functions/workflows/emergency/emergency-newsroom.ts";
import { inFlight } from "../../../functions/workflows/in-flight.ts";

/** What an address answered at last, and when it first answered as it should. */
export interface SeenAddress extends TakenBack {
  /** Undefined where nothing answered. */
  readonly status: number | undefined;
  /** Since the command began; undefined while it does not answer as it should. */
  readonly seconds: number | undefined;
}

/** How long an address is asked again, and how often. */
const LOOKED_FOR_MS = 60_000;
const PAUSE_MS = 500;
const ANSWER_MS = 10_000;
const AT_ONCE = 8;

/**
 * Asks each address as a reader would until it answers as it should.
 * @param origin scheme and host
 * @param began as `performance.now()` tells it
 * @param isRight whether an answer is as it should be, apart from its status
 */
export async function watchAddresses(
  origin: string,
  addresses: readonly TakenBack[],
  began: number,
  isRight?: (answer: string) => boolean,
): Promise<SeenAddress[]> {
  const end = performance.now() + LOOKED_FOR_MS;
  const seen = new Map<TakenBack, SeenAddress>();
  await inFlight(addresses, AT_ONCE, async (each) => {
    for (;;) {
      const reads = each.shows !== undefined || isRight !== undefined;
      const { status, text } = await answerOf(`${origin}${each.address}`, reads);
      const isMeant = status !== undefined && each.answers.includes(status);
      const isDone = isMeant && text.includes(each.shows ?? "") && (isRight?.(text) ?? true);
      const seconds = isDone ? (performance.now() - began) / 1_000 : undefined;
      seen.set(each, { ...each, status, seconds });
      if (isDone || performance.now() > end) return;
      await setTimeout(PAUSE_MS);
    }
  });
  return addresses.flatMap((each) => seen.get(each) ?? []);
}

async function answerOf(url: string, reads: boolean): Promise<{ status: number | undefined; text: string }> {
  try {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const answer = await fetch(url, { redirect: "manual", cache: "no-store", signal });
    if (reads) return { status: answer.status, text: await answer.text() };
    await answer.body?.cancel();
    return { status: answer.status, text: "" };
  } catch {
    return { status: undefined, text: "" }; // asked again, and shown as no answer
  }
}
