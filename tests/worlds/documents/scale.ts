/**
 * How many runs, people or kills a test makes: few in `npm test`, many in `npm run test:long`. Files that ask are
 * listed in `LONG_FILES` of `tests/setup/test-projects.ts`.
 */
export function atScale(few: number, many: number): number {
  return process.env.DATELINE_SCALE === "long" ? many : few;
}

/** The first cases in the daily run, all of them in the long one: those come first in which most can go wrong. */
export const casesOf = <Case>(cases: readonly Case[], few: number): readonly Case[] =>
  cases.slice(0, atScale(few, cases.length));
