/** Forms in which `npm run check` prints problems. */
export const PROBLEM_FORMATS = ["text", "github"] as const;
export type ProblemFormat = (typeof PROBLEM_FORMATS)[number];
