import type { Instant } from "../../domain/instant.ts";
import type { AnnounceEvent } from "./announce-events.ts";

/** Where CloudWatch keeps the metrics, and what tells one stage's from another's. */
export const METRICS_NAMESPACE = "Dateline";
export const STAGE_DIMENSION = "Stage";

/** Seconds from a lift to its announcement, one value for each instant at which something lifted or ended. */
export const LIFT_DELAY = "LiftDelay";
/** Seconds since the mark when a run began: about 60 when all is well. */
export const ANNOUNCEMENT_LAG = "AnnouncementLag";

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
