import {
  embeddedMetric,
  type LogCircumstances,
  MAIL_FAILED,
  MAIL_LAG,
  type Metric,
} from "../../domain/metrics.ts";
import type { DeliverReport } from "./dependencies.ts";

/** What became of a mail, as a line of the log: JSON with ids, kinds and a metric, without name or address. */
export function mailLine(report: DeliverReport, circumstances: LogCircumstances): string {
  const { kind: mail, registration, event, version } = report.mail;
  const metric = metricOf(report);
  return JSON.stringify({
    timestamp: circumstances.now,
    level: report.kind === "failed" ? "WARN" : "INFO",
    kind: `mail-${report.kind}`,
    mail,
    event,
    registration,
    version,
    ...("reason" in report && { reason: report.reason }),
    ...(metric && embeddedMetric(metric, circumstances)),
  });
}

function metricOf(report: DeliverReport): Metric | undefined {
  switch (report.kind) {
    case "sent":
      return { name: MAIL_LAG, unit: "Seconds", value: report.seconds };
    case "failed":
      return { name: MAIL_FAILED, unit: "Count", value: 1 };
    case "dropped":
      return undefined;
  }
}
