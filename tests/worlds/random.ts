import { randomInt } from "node:crypto";
import { onTestFailed } from "vitest";

/** Draws integers from 0 up to below a bound. */
export type Draw = (below: number) => number;

/**
 * A source of random numbers for one test, which prints its seed when the test fails and takes one:
 * `DATELINE_SEED=123 npx vitest run FILE` draws the same again.
 */
export function drawing(): Draw {
  const seed = seedGiven() ?? randomInt(2 ** 31);
  onTestFailed(() => console.error(`Drawn with DATELINE_SEED=${seed}.`));
  return drawWith(seed);
}

/** The seed that was asked for. @throws Error for one that is no number */
export function seedGiven(): number | undefined {
  const text = process.env.DATELINE_SEED;
  if (text === undefined || text === "") return undefined;
  if (!/^-?\d{1,10}$/.test(text)) throw new Error(`DATELINE_SEED=${text} is no number.`);
  return Number(text);
}

/** Mulberry32: small, and the same on every machine. */
export function drawWith(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
