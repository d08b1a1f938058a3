import type { Hono } from "hono";
import { beforeEach, describe, expect, test } from "vitest";
import type { EventDocument } from "../../functions/domain/documents/event.ts";
import { addSeconds, type Instant } from "../../functions/domain/instant.ts";
import { LANGUAGES } from "../../functions/domain/language.ts";
import { readApp } from "../../functions/http/apps/read-app.ts";
import { availabilityBoard } from "../../functions/storage/newsroom/availability.ts";
import { availabilityKey } from "../../functions/storage/newsroom/keys.ts";
import { newsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import { eventDocument } from "../worlds/documents/documents.ts";
import { uuid } from "../worlds/documents/parts.ts";
import { keep } from "../worlds/registration/housekeeping.ts";
import { eventOf, OPENED, placeOf } from "../worlds/registration/registration-events.ts";
import { type RegistrationSite, registrationSite } from "../worlds/registration/registration-site.ts";
import { stored, storedPublication, storeItems } from "../worlds/tables/stored.ts";

const PAGE = "/en/events/world-day-2027";
const PUBLISHED: Instant = "2027-01-01T00:00:00Z";
const API = "/api/v1/events/";
/** In each language: many, few, none. */
const WORDS = {
  en: ["Seats available", "Few seats left", "Full: you join the waiting list"],
  ru: ["Места есть", "Осталось мало мест", "Мест нет: вы попадёте в лист ожидания"],
  kk: ["Орын бар", "Орын аз қалды", "Орын жоқ: күту тізіміне енесіз"],
} as const;
const ANY_WORDS = Object.values(WORDS).flat();
let site: RegistrationSite;
let units: number;

beforeEach(async () => {
  site = await registrationSite(
    eventOf(
      [
        placeOf("press-hall", { capacity: 100 }),
        placeOf("online", { mode: "online", capacity: 100 }),
        placeOf("guests", { audience: "invitation", capacity: 0 }),
      ],
      { publishAt: PUBLISHED },
    ),
  );
  units = 0;
});

/** The function that reads, as it answers at the site's time. */
function reading(now: Instant = site.instant()): Hono {
  const reader = newsroomReader(site.client, site.newsroom, (consumed) => {
    units += consumed;
  });
  return readApp({ reader, clock: () => new Date(now), preview: false });
}
const get = async (path: string, headers: Record<string, string> = {}, now?: Instant) =>
  reading(now).request(path, { headers });
const textOf = async (path: string, now?: Instant) => (await get(path, {}, now)).text();
const keepHouse = () =>
  keep(site, site.event, { availability: availabilityBoard(site.client, site.newsroom) });
const wordsIn = (text: string) => ANY_WORDS.filter((words) => text.includes(words));
const publish = (changes: Partial<EventDocument>) =>
  storeItems(
    site.client,
    site.newsroom,
    storedPublication(
      eventDocument("en", { id: site.event.id, path: PAGE, publishAt: PUBLISHED, ...changes }),
    ),
  );

test.each(LANGUAGES)(
  "in %s the page says by the next run of housekeeping of every level what the form says",
  async (language) => {
    for (const [level, capacity] of [100, 3, 0].entries()) {
      await site.setCapacity("online", capacity);
      await keepHouse();
      const form = await (await site.ask(`/${language}/register/world-day-2027`)).text();
      const page = await textOf(`/${language}/events/world-day-2027`);
      const [, , choice = ""] = form.split('<li class="choice">');
      const [, , card = ""] = page.split('<li class="place">');
      expect([wordsIn(choice), wordsIn(card)]).toEqual([[WORDS[language][level]], [WORDS[language][level]]]);
      expect(card).toContain(`href="/${language}/register/world-day-2027?place=online"`);
    }
  },
);

test("until housekeeping has run a page shows places and their links without a level", async () => {
  const page = await textOf(PAGE);
  expect(page).toContain("/en/register/world-day-2027?place=online");
  expect(wordsIn(page)).toEqual([]);
  expect(page).not.toContain("/InStock");
});

test("the API says it of the places that are open, and structured data as an offer of each", async () => {
  await site.setCapacity("online", 0);
  await keepHouse();
  const { registration } = await (await get(API + site.event.id)).json();
  expect(
    registration.places.map(({ id, availability }: Record<string, string>) => [id, availability]),
  ).toEqual([
    ["press-hall", "many"],
    ["online", "waiting-list"],
  ]);
  const page = await textOf(PAGE);
  expect(page.match(/https:\/\/schema\.org\/(?:InStock|LimitedAvailability|SoldOut)/g)).toEqual([
    "https://schema.org/InStock",
    "https://schema.org/SoldOut",
  ]);
});

describe("a reader who has the page", () => {
  test.each([PAGE, API])("at %s gets a 304 until a level changes, and then the new one", async (address) => {
    const path = address === API ? API + site.event.id : address;
    await keepHouse();
    const first = await get(path);
    const conditions: Record<string, string>[] = [
      { "If-None-Match": first.headers.get("ETag") ?? "" },
      { "If-Modified-Since": first.headers.get("Last-Modified") ?? "" },
    ];
    const again = () => Promise.all(conditions.map(async (each) => (await get(path, each)).status));
    site.pass(60);
    await keepHouse();
    expect(await again()).toEqual([304, 304]);
    site.pass(60);
    await site.setCapacity("online", 3);
    expect(await again()).toEqual([304, 304]);
    await keepHouse();
    expect(await again()).toEqual([200, 200]);
    const changed = await get(path);
    expect(changed.headers.get("Last-Modified")).toBe(new Date(site.now).toUTCString());
    expect(changed.headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=60");
  });

  test("learns nothing of a person: one seat more or less within a level leaves every byte as it was", async () => {
    await keepHouse();
    const before = await get(PAGE);
    site.pass(600);
    await site.register({ place: "press-hall" });
    await keepHouse();
    const after = await get(PAGE);
    expect([...after.headers]).toEqual([...before.headers]);
    expect(await after.text()).toBe(await before.text());
  });
});

describe("a level that stands in the table is not shown", () => {
  beforeEach(async () => {
    await keepHouse();
  });

  test.each<[string, Partial<EventDocument>, Instant?]>([
    ["of an event that is cancelled", { status: "cancelled" }],
    ["of an event that was withdrawn", { withdrawn: { at: OPENED, note: "It was a mistake." } }],
    ["before a place opens", {}, "2027-04-30T00:00:00Z"],
    ["after all places have closed", {}, "2027-07-30T05:00:00Z"],
  ])("%s", async (_, changes, now) => {
    await publish(changes);
    const page = await get(PAGE, {}, now);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(wordsIn(html)).toEqual([]);
    expect(html).not.toContain("/InStock");
    expect(await textOf(API + site.event.id, now)).not.toContain('"availability":');
  });

  test("no level is shown of a place that the public page does not list", async () => {
    const places = [{ place: "guests", level: "waiting-list", since: addSeconds(OPENED, 60) }];
    await storeItems(site.client, site.newsroom, [
      stored(availabilityKey(site.event.id), { kind: "availability", places }),
    ]);
    const page = await get(PAGE);
    expect(wordsIn(await page.text())).toEqual([]);
    expect(page.headers.get("Last-Modified")).toBe("Sat, 01 May 2027 04:00:00 GMT"); // when places opened
  });

  test("of an event under embargo, whose address answers and costs as one that never existed", async () => {
    await publish({ publishAt: addSeconds(site.instant(), 1) });
    const asked = async (path: string) => {
      units = 0;
      const { status, headers } = await get(path);
      return { status, headers: [...headers].filter(([name]) => name !== "etag"), units };
    };
    const { units: cost, ...hidden } = await asked(PAGE);
    const { units: never, ...missing } = await asked("/en/events/nosuch");
    expect(hidden).toEqual(missing);
    expect(hidden.status).toBe(404);
    expect(cost - never).toBeLessThanOrEqual(0.5); // the hidden document itself
    expect((await asked(API + site.event.id)).status).toBe(404);
    expect((await asked(API + uuid(404))).status).toBe(404);
  });
});

test("the level costs half a read unit, and nothing where no place is open", async () => {
  await keepHouse();
  const cost = async (now?: Instant) => {
    units = 0;
    await get(PAGE, {}, now);
    return units;
  };
  const open = await cost();
  expect(open - (await cost("2027-07-30T09:00:00Z"))).toBe(0.5);
  expect(open).toBeLessThanOrEqual(Math.ceil(Buffer.byteLength(await textOf(PAGE)) / 8192) + 1);
});
