import type { Instant } from "../domain/instant.ts";

/** What could not be done now and is tried again, as a line of the log. */
export function failureLine(kind: string, error: unknown, now: Instant): string {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return JSON.stringify({ timestamp: now, level: "ERROR", kind, error: name, message, stack });
}
