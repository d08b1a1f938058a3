import { expect, it } from "vitest";
import { logLine } from "../../../functions/workflows/announce/metrics.ts";

const AT = { stage: "prod", now: "2027-07-30T05:01:00Z" };
const line = (...event: Parameters<typeof logLine>) => JSON.parse(logLine(...event));

it("the delays of lifts are values of a metric of the stage, in seconds", () => {
  expect(line({ kind: "turned", delays: [40, 12], addresses: 9 }, AT)).toMatchObject({
    Stage: "prod",
    LiftDelay: [40, 12],
    _aws: {
      Timestamp: Date.parse(AT.now),
      CloudWatchMetrics: [
        { Namespace: "Dateline", Dimensions: [["Stage"]], Metrics: [{ Name: "LiftDelay", Unit: "Seconds" }] },
      ],
    },
  });
});

it("how far announcing lags behind is a metric of every run, nothing being behind included", () => {
  expect(line({ kind: "lag", seconds: 0 }, AT)).toMatchObject({ AnnouncementLag: 0, Stage: "prod" });
});

it("a hub that fails is a warning that says why, and no metric", () => {
  const hub = { kind: "hub", hub: "https://hub.example.org/", told: 0, waiting: 3, givenUp: [] } as const;
  const failed = line({ ...hub, failure: "it answered 503" }, AT);
  expect(failed).toMatchObject({ level: "WARN", failure: "it answered 503", waiting: 3 });
  expect(failed).not.toHaveProperty("_aws");
  expect(line(hub, AT)).toMatchObject({ level: "INFO" });
});
