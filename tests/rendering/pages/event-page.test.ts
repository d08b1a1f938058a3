import { describe, expect, test } from "vitest";
import type { EventDocument } from "../../../functions/domain/documents/event.ts";
import { eventPage } from "../../../functions/rendering/pages/event/event-page.tsx";
import { eventDocument, pastEventDocument } from "../../worlds/documents/documents.ts";
import { pageContext } from "../../worlds/reading/every-page.ts";

const text = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const at = (now: string, event = eventDocument()) => text(eventPage(pageContext("en", { now }), event));

test("each edition is told in the offset of its own year", () => {
  expect(at("2026-11-20T09:00:00Z", pastEventDocument())).toContain("11:00–12:30 (UTC+06:00)");
  expect(at("2026-11-20T09:00:00Z")).toContain("10:00–13:00 (UTC+05:00)");
});

describe("a place says at the time of the request", () => {
  test.each([
    ["2027-04-30T00:00:00Z", "Opens 1 May 2027, 09:00 (UTC+05:00)"],
    ["2027-05-01T04:00:00Z", "Open until 28 July 2027, 18:00 (UTC+05:00)"],
    ["2027-07-28T13:00:00Z", "Closed 28 July 2027, 18:00 (UTC+05:00)"],
  ])("at %s: %s", (now, sentence) => {
    expect(at(now)).toContain(sentence);
  });
});

test("an event is under way from its start and past from its end", () => {
  expect(at("2027-07-30T04:59:59Z")).not.toMatch(/Happening now|Past event/);
  expect(at("2027-07-30T05:00:00Z")).toContain("Happening now");
  expect(at("2027-07-30T08:00:00Z")).toContain("Past event");
});

test("a cancelled event says so and takes no registrations", () => {
  const cancelled = at("2027-06-01T00:00:00Z", eventDocument("en", { status: "cancelled" }));
  expect(cancelled).toContain("Cancelled. This event has been cancelled");
  expect(cancelled).not.toContain("Open until");
});

test("a button leads to the form as long as one can register somewhere, and never for whoever sees the event early", () => {
  const link = 'href="/kk/register/world-day-2027"';
  const page = (now: string, changes: Partial<EventDocument> = {}) =>
    eventPage(pageContext("kk", { now }), eventDocument("kk", changes));
  expect(page("2027-04-30T00:00:00Z")).not.toContain(link);
  expect(page("2027-05-01T04:00:00Z")).toContain(link);
  expect(page("2027-07-30T04:59:59Z")).toContain(link);
  expect(page("2027-07-30T05:00:00Z")).not.toContain(link);
  expect(page("2027-06-01T00:00:00Z", { status: "cancelled" })).not.toContain(link);
  const early = { banner: "Early", link: (address: string) => address };
  const context = pageContext("kk", { now: "2027-06-01T00:00:00Z", early });
  expect(eventPage(context, eventDocument("kk"))).not.toContain(link);
});

test("each of several places has a link of its own to the form as long as one can register for it", () => {
  const [place] = eventDocument("kk").places;
  if (!place) throw new Error("The event has no place.");
  const late = { ...place, id: "late", opens: "2027-07-01T00:00:00Z" };
  const page = (now: string, places = [place, late]) =>
    eventPage(pageContext("kk", { now }), eventDocument("kk", { places }));
  const link = (id: string) => `href="/kk/register/world-day-2027?place=${id}"`;
  expect(page("2027-06-01T00:00:00Z")).toContain(link(place.id));
  expect(page("2027-06-01T00:00:00Z")).not.toContain(link("late"));
  expect(page("2027-07-02T00:00:00Z")).toContain(link("late"));
  expect(page("2027-07-02T00:00:00Z", [place])).not.toContain(link(place.id));
});

test("an event can be taken into a calendar, alone or with all others", () => {
  const event = eventDocument();
  const html = eventPage(pageContext("en"), event);
  expect(html).toContain('href="/en/events/world-day-2027/calendar.ics"');
  expect(html).toContain('href="webcal://newsroom.example/en/events.ics"');
});
