import { expect, test } from "vitest";
import { documentAt, scheduledChanges } from "../../../functions/domain/documents/at.ts";
import type { Reference } from "../../../functions/domain/documents/parts.ts";
import { eventDocument, releaseDocument } from "../../worlds/documents/documents.ts";

const LIFT = "2027-08-01T00:00:00Z";
const ENDS = "2027-09-01T00:00:00Z";
const [BEFORE, BETWEEN, AFTER] = ["2027-07-31T23:59:59Z", "2027-08-15T00:00:00Z", "2027-10-01T00:00:00Z"];

const later = (title: string): Reference => ({
  id: `id-${title}`,
  path: `/en/releases/${title}`,
  title,
  language: "en",
  publishAt: LIFT,
  until: ENDS,
});
const recording = {
  title: "Film",
  url: "https://video.example.org/1",
  publishAt: LIFT,
  languages: ["en" as const],
};
const PAST = { start: "2027-01-01T00:00:00Z", end: "2027-01-02T00:00:00Z", places: [] };
const event = eventDocument("en", { related: [later("related")], kit: later("kit"), recording, places: [] });

test.each([
  ["a recording lifts", { recording }, undefined],
  ["a kit lifts and when it ends", { kit: later("kit") }, ENDS],
  ["a related release lifts and when it ends", { related: [later("related")] }, ENDS],
])("the page of an event changes when %s", (_, has, ends) => {
  const document = eventDocument("en", {
    ...PAST,
    related: [],
    kit: undefined,
    recording: undefined,
    ...has,
  });
  expect(scheduledChanges(document, BEFORE).next).toBe(LIFT);
  expect(scheduledChanges(document, BETWEEN)).toEqual({ last: LIFT, next: ends });
  expect(scheduledChanges(document, AFTER)).toEqual({ last: ends ?? LIFT, next: undefined });
});

test("an event shows a recording, a kit and related releases in their times alone", () => {
  const shown = (now: string) => {
    const at = documentAt(event, now);
    return [at.recording?.title, at.kit?.title, ...at.related.map(({ title }) => title)];
  };
  expect(shown(BEFORE)).toEqual([undefined, undefined]);
  expect(shown(LIFT)).toEqual(["Film", "kit", "related"]);
  expect(shown(ENDS)).toEqual(["Film", undefined]);
});

test("a release shows its kit, its event and related releases in their times alone", () => {
  const release = releaseDocument("en", {
    related: [later("related")],
    kit: later("kit"),
    event: later("event"),
    figures: [],
  });
  const shown = (now: string) => {
    const at = documentAt(release, now);
    return [at.kit?.title, at.event?.title, ...at.related.map(({ title }) => title)];
  };
  expect(shown(BEFORE)).toEqual([undefined, undefined]);
  expect(shown(LIFT)).toEqual(["kit", "event", "related"]);
  expect(shown(ENDS)).toEqual([undefined, undefined]);
  expect(scheduledChanges(release, BETWEEN)).toEqual({ last: LIFT, next: ENDS });
});

test("a figure names the newer one once its release is out", () => {
  const newer = { id: "newer", value: "12", release: { ...later("newer"), until: undefined } };
  const [figure] = releaseDocument("en").figures;
  if (!figure) throw new Error("The release has no figure.");
  const release = releaseDocument("en", { figures: [{ ...figure, supersededBy: newer }] });
  expect(documentAt(release, BEFORE).figures[0]).not.toHaveProperty("supersededBy");
  expect(documentAt(release, LIFT).figures[0]).toHaveProperty("supersededBy.value", "12");
  expect(scheduledChanges(release, BEFORE).next).toBe(LIFT);
});

test("an event changes when it begins and ends, and when registration for a place opens and closes", () => {
  const [place] = eventDocument("en").places;
  if (!place) throw new Error("The event has no place.");
  const document = eventDocument("en", {
    related: [],
    kit: undefined,
    recording: undefined,
    start: "2027-07-30T05:00:00Z",
    end: "2027-07-30T08:00:00Z",
    places: [{ ...place, opens: "2027-05-01T00:00:00Z", closes: "2027-07-29T00:00:00Z" }],
  });
  const instants: string[] = [];
  for (let now: string | undefined = "2027-01-01T00:00:00Z"; now !== undefined; ) {
    now = scheduledChanges(document, now).next;
    if (now !== undefined) instants.push(now);
  }
  expect(instants).toEqual([
    "2027-05-01T00:00:00Z",
    "2027-07-29T00:00:00Z",
    "2027-07-30T05:00:00Z",
    "2027-07-30T08:00:00Z",
  ]);
});
