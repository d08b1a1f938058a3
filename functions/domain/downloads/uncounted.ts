import { withoutNames } from "../logged-text.ts";
import { DOWNLOADS_UNCOUNTED, embeddedMetric, type LogCircumstances } from "../metrics.ts";

/**
 * A line of the log for a download that a reader got and that was not counted, with its metric. It does not say which
 * file that was: the log, too, keeps nothing of what readers do.
 */
export function uncountedLine(cause: unknown, circumstances: LogCircumstances): string {
  const { name, message } = cause instanceof Error ? cause : { name: "Error", message: String(cause) };
  return JSON.stringify({
    timestamp: circumstances.now,
    level: "WARN",
    kind: "uncounted-download",
    error: name,
    message: withoutNames(message),
    ...embeddedMetric({ name: DOWNLOADS_UNCOUNTED, unit: "Count", value: 1 }, circumstances),
  });
}
