import * as v from "valibot";
import { expect, it } from "vitest";
import { RegistrationEvent } from "../../../../functions/domain/registration/event.ts";
import type { ManifestUnit } from "../../../../functions/workflows/manifest.ts";
import { compiled, documentAt } from "../../../worlds/content/compiled.ts";
import { noteOf } from "../../../worlds/content/content-newsroom.ts";
import { edited } from "../../../worlds/content/content-problems.ts";
import { type ContentFiles, EVENT_ID } from "../../../worlds/content/small-newsroom.ts";
import { eventWithPlaces } from "../../../worlds/documents/places.ts";

const KEY = { pk: "registration-events", sk: EVENT_ID };

/** The items of registration among those of the event's address in the API. */
const itemsOf = (unit: ManifestUnit) =>
  documentAt(unit, `/api/v1/events/${EVENT_ID}`).items.filter((each) => each.key.pk === KEY.pk);

async function registrationOf(changes: ContentFiles) {
  const [item] = itemsOf(await compiled("events/press-day", changes));
  return { item, event: v.parse(RegistrationEvent, JSON.parse(item?.body ?? "null")) };
}

it("an event has all its places for registration, those for invited people too", async () => {
  const { item, event } = await registrationOf(eventWithPlaces());
  expect(item).toMatchObject({ key: KEY, publishAt: "2020-07-01T04:00:00Z" });
  expect(event).toMatchObject({
    id: EVENT_ID,
    slug: "press-day",
    status: "scheduled",
    authority: "newsroom.example.org",
    joining: { stream: "https://example.org/join-secretly" },
    reminderHours: 24,
    keepDays: 90,
  });
  expect(event.places.map(({ id, audience, capacity }) => [id, audience, capacity])).toEqual([
    ["stream", "public", 500],
    ["patrons", "invitation", 6],
    ["press-room", "press", 40],
  ]);
  expect(event.places[0]).toMatchObject({
    opens: "2020-07-01T04:00:00Z",
    closes: "2020-07-30T05:00:00Z",
    begins: "2020-07-30T05:00:00Z",
    ends: "2020-07-30T06:00:00Z",
  });
});

it("it has the words of every language that exists, and the event's first contact in it", async () => {
  const { event } = await registrationOf({ ...eventWithPlaces(), "events/press-day/ru.md": null });
  expect(event.words.map(({ language }) => language)).toEqual(["en", "kk"]);
  expect(event.words[1]).toMatchObject({
    title: "Event kk",
    path: "/kk/events/press-day",
    places: { "press-room": { title: "Press room", note: "Bring a card kk" } },
    questions: {
      coffee: { label: "Tea?", options: { tea: "Tea", none: "Nothing" } },
      topic: { options: {} },
    },
    contact: { name: "Press office қазақша", email: "press@example.org", zone: "Asia/Almaty" },
  });
});

it("it has the private address of a place, and when that is told", async () => {
  const { event } = await registrationOf(eventWithPlaces());
  expect(event.places.map(({ tell }) => tell)).toEqual([
    undefined,
    { when: "at", at: "2020-07-29T12:00:00Z" },
    { when: "after-approval" }, // nothing says when, and it asks approval
  ]);
  expect(event.words.map(({ places }) => places.patrons)).toEqual(
    ["en", "ru", "kk"].map((language) => ({
      title: "Box of the patrons",
      address: "7 Hidden Lane, Astana",
      directions: `Through the blue gate ${language}`,
    })),
  );
});

it("no answer is kept longer than the registration", async () => {
  const site = edited("site.yaml", "licences:", "registration: { keepDays: 30 }\nlicences:");
  const { event } = await registrationOf({ ...eventWithPlaces(), ...site });
  expect(event.keepDays).toBe(30);
  expect(event.questions).toEqual([
    {
      id: "coffee",
      kind: "choice",
      required: true,
      places: ["press-room"],
      options: ["tea", "none"],
      keepDays: 7,
    },
    { id: "topic", kind: "text", required: false, places: [], options: [], keepDays: 30 },
  ]);
});

const SITE_ORGANISERS =
  "registration: { organisers: [{ email: desk@example.org, language: kk }] }\nlicences:";
const ofSite = edited("site.yaml", "licences:", SITE_ORGANISERS);

it("an event that names no organisers has those of site.yaml, and an event's own list replaces them, an empty one with nobody", async () => {
  const own = (list: string) => {
    const files = eventWithPlaces();
    const yaml = String(files[`${"events/press-day"}/event.yaml`]);
    return {
      ...files,
      "events/press-day/event.yaml": yaml.replace(
        "registration:\n",
        `registration:\n  organisers: ${list}\n`,
      ),
    };
  };
  const organisersOf = async (files: ContentFiles) => (await registrationOf(files)).event.organisers;
  expect(await organisersOf(eventWithPlaces())).toBeUndefined();
  expect(await organisersOf({ ...eventWithPlaces(), ...ofSite })).toEqual([
    { email: "desk@example.org", language: "kk" },
  ]);
  const other = [{ email: "other@example.org", language: "ru" }];
  expect(await organisersOf({ ...own(JSON.stringify(other)), ...ofSite })).toEqual(other);
  expect(await organisersOf({ ...own("[]"), ...ofSite })).toBeUndefined();
});

it("organisers of site.yaml are in what is stored for registration and nowhere else, and their change compiles every event anew", async () => {
  const files = { ...eventWithPlaces(), ...ofSite };
  const unit = await compiled("events/press-day", files);
  const telling = unit.documents
    .flatMap(({ items }) => items)
    .filter(({ body }) => body.includes("desk@example.org"));
  expect(telling.map(({ key }) => key.pk)).toEqual([KEY.pk]);
  const former = await compiled("events/press-day", eventWithPlaces());
  expect(former.fingerprint).not.toBe(unit.fingerprint);
});

it("an event without places has nothing to register for", async () => {
  const yaml = edited("events/press-day/event.yaml", "places:", "sample:");
  const without = String(yaml["events/press-day/event.yaml"]).replace(/sample:[\s\S]*/, "");
  const texts = Object.fromEntries(
    Object.entries(eventWithPlaces())
      .filter(([name]) => name.endsWith(".md"))
      .map(([name, text]) => [name, String(text).replace(/(places|questions): .*\n/g, "")]),
  );
  const unit = await compiled("events/press-day", { "events/press-day/event.yaml": without, ...texts });
  expect(itemsOf(unit)).toEqual([]);
  expect(unit.places).toEqual([]);
});

it("a draft is open to nobody at any time, whatever moment is planned", async () => {
  const { item, event } = await registrationOf(eventWithPlaces("draft: true\n"));
  expect([item?.publishAt, event.publishAt]).toEqual(["9999-12-31T00:00:00Z", "9999-12-31T00:00:00Z"]);
});

it.each(["gone", "redirect, to: releases/first", `withdraw, note: ${noteOf("Why")}`])(
  "an event that left with %s is cancelled for those who registered",
  async (fields) => {
    const leaving = `leaving: { verb: ${fields}, at: 2020-07-20T10:00 }\n`;
    expect((await registrationOf(eventWithPlaces(leaving))).event).toMatchObject({
      status: "cancelled",
      words: [{ language: "en" }, { language: "ru" }, { language: "kk" }],
      joining: { stream: "https://example.org/join-secretly" },
    });
  },
);
