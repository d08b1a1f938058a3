/** The verbs by which a publication leaves the newsroom in the open. */
export const LEAVING_VERBS = ["withdraw", "gone", "redirect"] as const;
export type LeavingVerb = (typeof LEAVING_VERBS)[number];
