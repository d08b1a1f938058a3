/** Names of the metrics that functions write and alarms watch. */

/** Where CloudWatch keeps them, and what tells one stage's from another's. */
export const METRICS_NAMESPACE = "Dateline";
export const STAGE_DIMENSION = "Stage";

/** Seconds from a lift to its announcement, one value for each instant at which something lifted or ended. */
export const LIFT_DELAY = "LiftDelay";
/** Seconds since the mark when a run of announcing began: about 60 when all is well. */
export const ANNOUNCEMENT_LAG = "AnnouncementLag";
