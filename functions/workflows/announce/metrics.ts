import { withoutNames } from "../../domain/logged-text.ts";
import {
  ANNOUNCEMENT_LAG,
  embeddedMetric,
  LIFT_DELAY,
  type LogCircumstances,
  type Metric,
} from "../../domain/metrics.ts";
import type { AnnounceEvent } from "./announce-events.ts";

/**
 * An event as a line of the log: JSON, with its metric if it has one.
 */
export function logLine(event: AnnounceEvent, circumstances: LogCircumstances): string {
  const level = event.kind === "hub" && event.failure !== undefined ? "WARN" : "INFO";
  const metric = metricOf(event);
  return JSON.stringify({
    timestamp: circumstances.now,
    level,
    ...event,
    ...(event.kind === "hub" && { givenUp: event.givenUp.map(withoutNames) }),
    ...(metric && embeddedMetric(metric, circumstances)),
  });
}

function metricOf(event: AnnounceEvent): Metric | undefined {
  if (event.kind === "lag") return { name: ANNOUNCEMENT_LAG, unit: "Seconds", value: event.seconds };
  if (event.kind === "turned" && event.delays.length > 0)
    return { name: LIFT_DELAY, unit: "Seconds", value: event.delays };
  return undefined;
}
