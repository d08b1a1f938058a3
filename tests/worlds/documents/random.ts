/** The seed of this run: everything that draws at random draws from it. `tests/setup/seed.ts` prints it and takes one. */
export const RUN_SEED = Number(process.env.DATELINE_SEED);

/** Draws integers from 0 up to below a bound. */
export type Draw = (below: number) => number;

/** A source of random numbers that begins with the seed of this run. Mulberry32: small, and the same on every machine. */
export function drawing(seed = RUN_SEED): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
