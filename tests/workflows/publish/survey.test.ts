import { expect, test } from "vitest";
import { surveyOf } from "../../../functions/workflows/publish/survey.ts";

test("the site is published first and media kits, which take longest, last", () => {
  const ids = ["event/1", "kit/1", "kit/2", "page/1", "release/1", "series/a", "site"];
  const units = ids.map((id) => ({
    id,
    folder: id,
    fingerprint: id,
    compile: () => Promise.reject(new Error("Nothing is compiled to find out what differs.")),
  }));
  const { differing } = surveyOf({ manifest: { units } }, new Map(), {
    now: "2027-03-01T09:00:00Z",
    retract: () => () => Promise.reject(new Error("Nothing is held.")),
    unchanged: new Set(),
  });
  expect(differing.map(({ handle }) => handle.id)).toEqual([
    "site",
    "series/a",
    "page/1",
    "release/1",
    "event/1",
    "kit/1",
    "kit/2",
  ]);
});
