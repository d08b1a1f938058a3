/**
 * How many runs, people or kills a test makes: few in `npm test`, many in `npm run test:long`. Files that ask are
 * listed in `LONG_FILES` of `tests/setup/test-projects.ts`.
 */
export function atScale(few: number, many: number): number {
  return process.env.DATELINE_SCALE === "long" ? many : few;
}
