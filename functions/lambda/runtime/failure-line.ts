import type { Instant } from "../../domain/instant.ts";
import { loggable } from "../../http/answers/fault.ts";

/**
 * What could not be done now and is tried again, as a line of the log.
 * @param fields that the line has besides, such as a metric
 */
export function failureLine(kind: string, error: unknown, now: Instant, fields: object = {}): string {
  const { name, message, stack } = loggable(error);
  return JSON.stringify({ timestamp: now, level: "ERROR", kind, error: name, message, stack, ...fields });
}
