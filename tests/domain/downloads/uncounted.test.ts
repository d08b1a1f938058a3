import { expect, test } from "vitest";
import { uncountedLine } from "../../../functions/domain/downloads/uncounted.ts";

test("what was not counted is a line with its metric, which says nothing of the file or the reader", () => {
  const cause = Object.assign(new Error("Request aborted"), { name: "AbortError" });
  expect(JSON.parse(uncountedLine(cause, { stage: "prod", now: "2027-07-30T06:00:00Z" }))).toEqual({
    timestamp: "2027-07-30T06:00:00Z",
    level: "WARN",
    kind: "uncounted-download",
    error: "AbortError",
    message: "Request aborted",
    _aws: {
      Timestamp: Date.parse("2027-07-30T06:00:00Z"),
      CloudWatchMetrics: [
        {
          Namespace: "Dateline",
          Dimensions: [["Stage"]],
          Metrics: [{ Name: "DownloadsUncounted", Unit: "Count" }],
        },
      ],
    },
    Stage: "prod",
    DownloadsUncounted: 1,
  });
});
