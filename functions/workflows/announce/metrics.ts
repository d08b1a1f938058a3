import type { Instant } from "../../domain/instant.ts";
import { ANNOUNCEMENT_LAG, LIFT_DELAY, METRICS_NAMESPACE, STAGE_DIMENSION } from "../../domain/metrics.ts";
import type { AnnounceEvent } from "./announce-events.ts";

/** What a line of the log tells beside its event. */
export interface LogCircumstances {
  readonly stage: string;
  readonly now: Instant;
}

/**
 * An event as a line of the log: JSON, with its metric in CloudWatch's embedded metric format if it has one, from
 * which CloudWatch makes the metric without a request (CloudWatch User Guide, "Specification: Embedded metric format").
 */
export function logLine(event: AnnounceEvent, circumstances: LogCircumstances): string {
  const level = event.kind === "hub" && event.failure !== undefined ? "WARN" : "INFO";
  const metric = metricOf(event);
  return JSON.stringify({
    timestamp: circumstances.now,
    level,
    ...event,
    ...(metric && embedded(metric, circumstances)),
  });
}

interface Metric {
  readonly name: string;
  readonly value: number | readonly number[];
}

function metricOf(event: AnnounceEvent): Metric | undefined {
  if (event.kind === "lag") return { name: ANNOUNCEMENT_LAG, value: event.seconds };
  if (event.kind === "turned" && event.delays.length > 0) return { name: LIFT_DELAY, value: event.delays };
  return undefined;
}

function embedded({ name, value }: Metric, { stage, now }: LogCircumstances) {
  return {
    _aws: {
      Timestamp: Date.parse(now),
      CloudWatchMetrics: [
        {
          Namespace: METRICS_NAMESPACE,
          Dimensions: [[STAGE_DIMENSION]],
          Metrics: [{ Name: name, Unit: "Seconds" }],
        },
      ],
    },
    [STAGE_DIMENSION]: stage,
    [name]: value,
  };
}
