/** The verbs by which a publication leaves the newsroom in the open. */
export const RETIRE_VERBS = ["withdraw", "gone", "redirect"] as const;
export type RetireVerb = (typeof RETIRE_VERBS)[number];
