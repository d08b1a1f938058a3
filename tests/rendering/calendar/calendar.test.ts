import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { fold, textValue } from "../../../functions/rendering/calendar/content-line.ts";
import { eventCalendar } from "../../../functions/rendering/calendar/event-calendar.ts";
import { eventsCalendar } from "../../../functions/rendering/calendar/events-calendar.ts";
import { eventDocument, pastEventDocument, siteDocument } from "../../worlds/documents/documents.ts";
import { eventEntry } from "../../worlds/documents/entries.ts";
import { fc } from "../../worlds/documents/fast-check.ts";

const site = siteDocument();
const parsed = (text: string) => new ICAL.Component(ICAL.parse(text));

function eventOf(text: string) {
  const component = parsed(text).getFirstSubcomponent("vevent");
  if (!component) throw new Error("The calendar holds no event.");
  return {
    start: component.getFirstPropertyValue("dtstart")?.toString(),
    end: component.getFirstPropertyValue("dtend")?.toString(),
    value: (name: string) => component.getFirstPropertyValue(name)?.toString(),
  };
}

describe("the calendar of one event", () => {
  it("tells the edition of 2020 at the instant at which it was, on either side of the change of zone", () => {
    expect(eventOf(eventCalendar({ site, event: pastEventDocument() }))).toMatchObject({
      start: "2020-07-30T05:00:00Z",
      end: "2020-07-30T06:30:00Z",
    });
    expect(eventOf(eventCalendar({ site, event: eventDocument() })).start).toBe("2027-07-30T05:00:00Z");
  });

  it("is the same event in every language", () => {
    const uids = (["en", "ru", "kk"] as const).map((language) =>
      eventOf(eventCalendar({ site: siteDocument(language), event: eventDocument(language) })).value("uid"),
    );
    expect(new Set(uids)).toEqual(new Set([eventDocument().calendar.uid]));
  });

  it("is stamped with its latest change and counts its changes", () => {
    const calendar = { uid: "one@newsroom.example", sequence: 3 };
    const event = eventOf(
      eventCalendar({ site, event: eventDocument("en", { calendar, updated: "2026-10-01T02:03:04Z" }) }),
    );
    expect(event.value("dtstamp")).toBe("2026-10-01T02:03:04Z");
    expect(event.value("last-modified")).toBe("2026-10-01T02:03:04Z");
    expect(event.value("sequence")).toBe("3");
  });

  it.each([
    ["scheduled", "CONFIRMED", ""],
    ["postponed", "TENTATIVE", "Postponed: "],
    ["cancelled", "CANCELLED", "Cancelled: "],
  ] as const)("says in status and title that an event is %s", (status, told, prefix) => {
    const event = eventOf(eventCalendar({ site, event: eventDocument("en", { status }) }));
    expect(event.value("status")).toBe(told);
    expect(event.value("summary")).toBe(prefix + eventDocument().title);
  });

  it("says where it is: the venue once, or that it is online", () => {
    const where = (...given: Parameters<typeof eventDocument>) =>
      eventOf(eventCalendar({ site, event: eventDocument(...given) })).value("location");
    const { venue: _, ...withoutVenue } = eventDocument();
    const online = eventDocument().places.filter((place) => place.mode === "online");
    expect(where()).toBe("House of Ministries, press hall, 8 Mangilik El Avenue, Astana");
    expect(
      eventOf(eventCalendar({ site, event: { ...withoutVenue, places: online } })).value("location"),
    ).toBe("Online");
  });

  it("marks a sample as one, first of all", () => {
    const description = eventOf(eventCalendar({ site, event: eventDocument() })).value("description");
    expect(description?.startsWith(eventDocument().sample ?? "-")).toBe(true);
    expect(description).toContain("https://newsroom.example/en/events/world-day-2027");
  });
});

describe("the calendar to subscribe to", () => {
  it("holds the events in the order given, and says how it is called and where it is", () => {
    const entries = [eventEntry(pastEventDocument("kk")), eventEntry(eventDocument("kk"))];
    const calendar = parsed(eventsCalendar({ site: siteDocument("kk"), entries }));
    const events = calendar.getAllSubcomponents("vevent");
    expect(events.map((event) => event.getFirstPropertyValue("uid"))).toEqual(
      entries.map((entry) => entry.calendar.uid),
    );
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(calendar.getFirstPropertyValue("x-wr-calname")).toContain(siteDocument("kk").name);
    expect(calendar.getFirstPropertyValue("source")).toBe("https://newsroom.example/kk/events.ics");
  });

  it("tells an event just as the event's own calendar does", () => {
    const inside = (text: string) => /BEGIN:VEVENT[\s\S]*END:VEVENT/.exec(text)?.[0];
    expect(inside(eventsCalendar({ site, entries: [eventEntry(eventDocument())] }))).toBe(
      inside(eventCalendar({ site, event: eventDocument() })),
    );
  });

  it("is a calendar even when there is no event", () => {
    expect(parsed(eventsCalendar({ site, entries: [] })).getAllSubcomponents("vevent")).toEqual([]);
  });
});

describe("content lines", () => {
  it("are at most 75 octets long, cut between characters, and come together again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        fc.pre(!text.includes("\uFFFD")); // what a letter becomes that is cut
        const line = `SUMMARY:${textValue(text)}`;
        const folded = fold(line);
        for (const piece of folded.split("\r\n")) expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75);
        expect(folded.replaceAll("\r\n ", "")).toBe(line);
        expect(folded).not.toContain("\uFFFD");
      }),
    );
  });

  it("end in CR LF, the last one too, with no bare line feed between", () => {
    const text = eventCalendar({ site, event: eventDocument("kk") });
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("carry any text through a parser unchanged, control characters left out", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-composite", minLength: 1, maxLength: 60 }), (title) => {
        fc.pre(!/[\p{Cc}\p{Cs}]/u.test(title));
        const text = eventCalendar({ site, event: eventDocument("en", { title }) });
        expect(eventOf(text).value("summary")).toBe(title);
      }),
      { numRuns: 50 },
    );
  });
});
