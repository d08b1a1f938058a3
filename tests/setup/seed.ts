import { randomInt } from "node:crypto";

/** Where the seed stands for all processes of a run. */
const SEED = "DATELINE_SEED";

/**
 * Takes the seed that was asked for with `DATELINE_SEED=123 npm test`, or draws one, and prints it: a test that fails
 * only sometimes fails again with the same seed.
 *
 * @throws Error for a seed that is no number
 */
export function useSeed(): void {
  const asked = process.env[SEED] ?? "";
  if (asked !== "" && !/^\d{1,10}$/.test(asked)) throw new Error(`${SEED}=${asked} is no number.`);
  process.env[SEED] = asked === "" ? String(randomInt(2 ** 31)) : asked;
  console.log(`Random tests draw from ${SEED}=${process.env[SEED]}`);
}
