import type { Instant } from "./instant.ts";

/** Names of the metrics that functions write and alarms watch, and how they are written. */

/** Where CloudWatch keeps them, and what tells one stage's from another's. */
export const METRICS_NAMESPACE = "Dateline";
export const STAGE_DIMENSION = "Stage";

/** Seconds from a lift to its announcement, one value for each instant at which something lifted or ended. */
export const LIFT_DELAY = "LiftDelay";
/** Seconds since the mark when a run of announcing began: about 60 when all is well. */
export const ANNOUNCEMENT_LAG = "AnnouncementLag";
/** Downloads that readers got and that were not counted. */
export const DOWNLOADS_UNCOUNTED = "DownloadsUncounted";

/** Seconds from a change of a registration to its mail, one value for each mail that was sent. */
export const MAIL_LAG = "MailLag";
/** Registrations whose mail could not be sent now, at each attempt of the stream's. */
export const MAIL_WAITS = "MailWaits";
/** Mails that will never be sent: refused for good, or given up after days. */
export const MAIL_FAILED = "MailFailed";
/** What a run of housekeeping could not do; the next run tries again. */
export const HOUSEKEEPING_FAILURES = "HousekeepingFailures";

export interface Metric {
  readonly name: string;
  readonly unit: "Seconds" | "Count";
  readonly value: number | readonly number[];
}

/** What a line of the log tells beside its event. */
export interface LogCircumstances {
  readonly stage: string;
  readonly now: Instant;
}

/**
 * A metric as fields of a line of the log: CloudWatch's embedded metric format, from which CloudWatch makes the metric
 * without a request (CloudWatch User Guide, "Specification: Embedded metric format").
 */
export function embeddedMetric({ name, unit, value }: Metric, { stage, now }: LogCircumstances) {
  return {
    _aws: {
      Timestamp: Date.parse(now),
      CloudWatchMetrics: [
        {
          Namespace: METRICS_NAMESPACE,
          Dimensions: [[STAGE_DIMENSION]],
          Metrics: [{ Name: name, Unit: unit }],
        },
      ],
    },
    [STAGE_DIMENSION]: stage,
    [name]: value,
  };
}
