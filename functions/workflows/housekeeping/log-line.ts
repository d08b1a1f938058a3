import { embeddedMetric, HOUSEKEEPING_FAILURES, type LogCircumstances } from "../../domain/metrics.ts";
import type { Housekept } from "./dependencies.ts";

/** What a run came to, as a line of the log with its metric. */
export function housekeptLine({ failures, ...done }: Housekept, circumstances: LogCircumstances): string {
  return JSON.stringify({
    timestamp: circumstances.now,
    level: failures.length > 0 ? "ERROR" : "INFO",
    kind: "housekept",
    ...done,
    ...embeddedMetric({ name: HOUSEKEEPING_FAILURES, unit: "Count", value: failures.length }, circumstances),
  });
}
