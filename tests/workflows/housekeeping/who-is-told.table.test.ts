import { expect, test } from "vitest";
import type { Language } from "../../../functions/domain/language.ts";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { bookingOf, comer, keep, kinds, submitter } from "../../worlds/registration/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";

type Published = (event: RegistrationEvent) => RegistrationEvent;

const inWords =
  (language: Language, city: string): Published =>
  (event) => ({
    ...event,
    words: event.words.map((words) => (words.language === language ? { ...words, city } : words)),
  });
const without =
  (language: Language): Published =>
  (event) => ({ ...event, words: event.words.filter((words) => words.language !== language) });
const joiningAt =
  (place: string, address: string): Published =>
  (event) => ({ ...event, joining: { ...event.joining, [place]: address } });
const endingAt =
  (place: string, ends: string): Published =>
  (event) => ({
    ...event,
    places: event.places.map((each) => (each.id === place ? { ...each, ends } : each)),
  });

async function published(changed: Published = (event) => event): Promise<RegisteringWorld> {
  const places = [placeOf("hall"), placeOf("stream", { mode: "online" })];
  const event = eventOf(places, { joining: { stream: "https://example.org/one" } });
  const world = await registeringWorld(changed(event));
  await keep(world);
  return world;
}

test.each<[string, Published]>([
  ["another translation", inWords("ru", "Астана")],
  ["another time of another place", endingAt("stream", "2027-07-30T09:00:00Z")],
  ["another joining address of another place", joiningAt("stream", "https://example.org/two")],
])("%s is no move for those who do not come there", async (_, changed) => {
  const world = await published();
  const of = await comer(world);
  const before = await bookingOf(world, of);
  expect(await keep(world, changed(world.event))).toMatchObject({ told: 0, failures: [] });
  expect(await kinds(world)).toEqual(["verify", "confirmed"]);
  expect(await bookingOf(world, of)).toEqual(before);
});

test.each<[string, Parameters<typeof comer>[1], Published]>([
  ["words of the city in their language", { language: "ru" }, inWords("ru", "Алматы")],
  ["another end of their place", { places: ["stream"] }, endingAt("stream", "2027-07-30T09:00:00Z")],
  ["another address to join", { places: ["stream"] }, joiningAt("stream", "https://example.org/two")],
])("%s is a move for those whom it concerns: one mail, and the next SEQUENCE", async (_, who, changed) => {
  const world = await published();
  const of = await comer(world, who);
  expect(await keep(world, changed(world.event))).toMatchObject({ told: 1 });
  expect(await kinds(world)).toEqual(["verify", "confirmed", "event-moved"]);
  expect((await bookingOf(world, of, who?.places?.[0])).calendar?.sequence).toBe(1);
});

test("a translation that comes later moves nothing for those who were told in the language of the source", async () => {
  const world = await published(without("kk"));
  const of = await comer(world, { language: "kk" });
  const kazakh = eventOf(world.event.places).words.filter(({ language }) => language === "kk");
  const translated = inWords(
    "kk",
    "Астана қаласы",
  )({
    ...world.event,
    words: [...world.event.words, ...kazakh],
  });
  await keep(world, translated);
  expect(await kinds(world)).toEqual(["verify", "confirmed"]);
  expect((await bookingOf(world, of)).calendar?.sequence).toBe(0);
  await keep(world, inWords("kk", "Алматы қаласы")(translated));
  expect(await kinds(world)).toEqual(["verify", "confirmed", "event-moved"]);
});

test("whoever sends the form again in another language has been told nothing that is no longer so", async () => {
  const world = await published(inWords("ru", "Астана"));
  const contact = { name: "Aigul", email: "aigul@example.org" };
  await submitter(world, { contact, language: "ru" });
  const of = await comer(world, { contact, language: "kk" });
  await keep(world, joiningAt("stream", "https://example.org/two")(world.event));
  expect(await kinds(world, of)).not.toContain("event-moved");
});
