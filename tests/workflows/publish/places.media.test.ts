import { basename } from "node:path";
import { expect, test } from "vitest";
import { type ContentNewsroom, contentNewsroom } from "../../worlds/content/content-newsroom.ts";
import { EVENT_ID } from "../../worlds/content/small-newsroom.ts";
import { eventWithPlaces, type PlacesWorld, placesWorld } from "../../worlds/documents/places.ts";

const YAML = "events/press-day/event.yaml";
const FIRST = "2020-07-02T09:00:00Z";
const THEN = "2020-07-02T10:00:00Z";

async function published(): Promise<PlacesWorld & { newsroom: ContentNewsroom }> {
  const newsroom = await contentNewsroom(eventWithPlaces());
  const world = await placesWorld();
  await newsroom.publish(FIRST, { places: world.places });
  return { ...world, newsroom };
}

const told = ({ world }: ContentNewsroom) =>
  world.told.filter(({ kind }) => kind === "capacity" || kind === "place-kept");

const registration = async ({ world }: ContentNewsroom) =>
  JSON.parse((await world.item("registration-events", EVENT_ID))?.body ?? "null");

test("publishing makes the row of every place, those for invited people too, and says so", async () => {
  const { newsroom, row, count } = await published();
  expect(await row("stream")).toEqual({ capacity: "500", taken: "0", waiting: "0" });
  expect(await row("patrons")).toMatchObject({ capacity: "6" });
  expect(await count()).toBe(3);
  const folder = "events/press-day";
  expect(told(newsroom)).toContainEqual({
    kind: "capacity",
    folder,
    place: "press-room",
    before: undefined,
    capacity: 40,
  });
});

test("seats stand before the event says that one can register", async () => {
  const newsroom = await contentNewsroom(eventWithPlaces());
  const { places } = await placesWorld();
  const order: (string | undefined)[] = [];
  const writer = newsroom.world.writer;
  await newsroom.publish(FIRST, {
    places: {
      set: async (event, place, capacity) => {
        order.push((await newsroom.world.item("registration-events", EVENT_ID))?.key.sk);
        await places.set(event, place, capacity);
      },
    },
    writer,
  });
  expect(order).toEqual([undefined, undefined, undefined]);
});

test("another capacity is written and told, the others are left alone", async () => {
  const { newsroom, places, row } = await published();
  newsroom.edit(YAML, (yaml) => yaml.replace("capacity: 500", "capacity: 300"));
  await newsroom.publish(THEN, { places });
  expect(await row("stream")).toMatchObject({ capacity: "300" });
  expect(told(newsroom)).toEqual([
    { kind: "capacity", folder: "events/press-day", place: "stream", before: 500, capacity: 300 },
  ]);
});

test("organisers that site.yaml names, or names no more, reach what is stored for registration of every event", async () => {
  const { newsroom, places } = await published();
  const line = "registration: { organisers: [{ email: desk@example.org, language: kk }] }\n";
  newsroom.edit("site.yaml", (yaml) => yaml.replace("licences:", `${line}licences:`));
  await newsroom.publish(THEN, { places });
  expect((await registration(newsroom)).organisers).toEqual([{ email: "desk@example.org", language: "kk" }]);
  newsroom.edit("site.yaml", (yaml) => yaml.replace(line, ""));
  await newsroom.publish("2020-07-02T11:00:00Z", { places });
  expect((await registration(newsroom)).organisers).toBeUndefined();
});

test("a dry run tells it and writes nothing", async () => {
  const { newsroom, places, row } = await published();
  newsroom.edit(YAML, (yaml) => yaml.replace("capacity: 500", "capacity: 300"));
  await newsroom.publish(THEN, { places, dryRun: true });
  expect(told(newsroom)).toMatchObject([{ place: "stream", before: 500, capacity: 300 }]);
  expect(await row("stream")).toMatchObject({ capacity: "500" });
});

test("a place that vanished from the file keeps its seats, and that is told", async () => {
  const { newsroom, places, row } = await published();
  newsroom.edit(YAML, (yaml) => yaml.replace(/ {2}- \{ id: patrons.*\n/, ""));
  for (const language of ["en", "ru", "kk"])
    newsroom.edit(`events/press-day/${language}.md`, (text) => text.replace(/,"patrons":\{[^}]*\}/, ""));
  await newsroom.publish(THEN, { places });
  expect(await row("patrons")).toMatchObject({ capacity: "6" });
  expect(told(newsroom)).toEqual([
    { kind: "place-kept", folder: "events/press-day", place: "patrons", capacity: 6 },
  ]);
});

test("an event whose folder is removed is cancelled for those who registered, and comes back with the folder", async () => {
  const { newsroom, places } = await published();
  const away = `../${basename(newsroom.directory)}-away`;
  newsroom.rename("events/press-day", away);
  newsroom.edit("releases/first/release.yaml", (text) => text.replace("event: press-day\n", ""));
  await newsroom.publish(THEN, { places, removeMissing: true });
  expect(await registration(newsroom)).toMatchObject({ id: EVENT_ID, status: "cancelled" });
  expect((await newsroom.world.items()).map(({ key }) => key.pk)).not.toContain("/en/events/press-day");

  newsroom.rename(away, "events/press-day");
  await newsroom.publish("2020-07-02T11:00:00Z", { places });
  expect(await registration(newsroom)).toMatchObject({ status: "scheduled" });
});

test("an event whose last place is gone is cancelled for those who registered, and comes back with its places", async () => {
  const { newsroom, places, row } = await published();
  newsroom.edit(YAML, (yaml) =>
    yaml.replace(/^places:\n(?: {2}- .*\n)+/m, "").replace(/^registration:\n(?: +.*\n)+/m, ""),
  );
  for (const language of ["en", "ru", "kk"])
    newsroom.edit(`events/press-day/${language}.md`, (text) =>
      text.replace(/^(?:places|questions): .*\n/gm, ""),
    );
  await newsroom.publish(THEN, { places });
  expect(await registration(newsroom)).toMatchObject({ id: EVENT_ID, status: "cancelled" });
  expect((await newsroom.world.items()).map(({ key }) => key.pk)).toContain("/en/events/press-day");
  expect(await row("stream")).toMatchObject({ capacity: "500" });
  await newsroom.publish("2020-07-02T10:30:00Z", { places });
  expect(await registration(newsroom)).toMatchObject({ status: "cancelled" });

  for (const [name, content] of Object.entries(eventWithPlaces())) newsroom.write(name, content);
  await newsroom.publish("2020-07-02T11:00:00Z", { places });
  expect(await registration(newsroom)).toMatchObject({ status: "scheduled", places: { length: 3 } });
});

test("published twice, the second run writes nothing", async () => {
  const { newsroom, places } = await published();
  const before = await newsroom.world.items();
  expect(await newsroom.publish(THEN, { places })).toMatchObject({ created: 0, changed: 0 });
  expect(await newsroom.world.items()).toEqual(before);
});
