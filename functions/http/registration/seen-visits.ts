import type { RegisteringVisit } from "./registering-visit.ts";

/** Visits kept, and for how long: enough for every event that is open at a time. */
const MOST = 50;
const KEPT_MS = 60_000;

/** What was last read of an event, for the page of whoever is refused because the table has too much to do. */
export interface SeenVisits {
  remember(path: string, visit: RegisteringVisit): void;
  recall(path: string): RegisteringVisit | undefined;
}

export function seenVisits(nowMs: () => number): SeenVisits {
  const seen = new Map<string, { readonly visit: RegisteringVisit; readonly atMs: number }>();
  return {
    remember: (path, visit) => {
      seen.delete(path);
      seen.set(path, { visit, atMs: nowMs() });
      const [oldest] = seen.keys();
      if (seen.size > MOST && oldest !== undefined) seen.delete(oldest);
    },
    recall: (path) => {
      const found = seen.get(path);
      return found && nowMs() - found.atMs < KEPT_MS ? found.visit : undefined;
    },
  };
}
