import { expect, test } from "vitest";
import { addSeconds } from "../../../functions/domain/instant.ts";
import { approved } from "../../../functions/domain/registration/decisions/approve.ts";
import {
  acceptOffer,
  cancel,
  change,
  verify,
} from "../../../functions/workflows/registration/self-service.ts";
import {
  bookingOf,
  comer,
  keep,
  movedBy,
  settle,
  submitter,
} from "../../worlds/registration/housekeeping.ts";
import { registeringWorld } from "../../worlds/registration/registering.ts";
import { BEGINS, eventOf, placeOf } from "../../worlds/registration/registration-events.ts";
import { violations } from "../../worlds/registration/registration-invariants.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Two days before the beginning: an offer in the hall, a hold, and someone who waits for approval. */
async function twoDaysBefore() {
  const places = [placeOf("hall", { capacity: 2 }), placeOf("press", { approval: true })];
  const world = await registeringWorld(eventOf(places));
  world.now = Date.parse(BEGINS) - 2 * DAY * 1000;
  const seated = await comer(world);
  await comer(world);
  const offered = await comer(world);
  await cancel(world.dependencies, seated, []);
  const pending = await comer(world, { places: ["press"] });
  const held = await submitter(world, { places: ["press"] });
  await settle(world);
  return { world, offered, pending, held };
}

test("an event that moves earlier shortens what is kept for anyone to its new beginning", async () => {
  const { world, offered, pending, held } = await twoDaysBefore();
  const event = movedBy(world.event, -DAY - 22 * HOUR);
  const begins = addSeconds(BEGINS, -DAY - 22 * HOUR);
  expect(await keep(world, event)).toMatchObject({ failures: [] });
  expect((await bookingOf(world, offered)).until).toBe(begins);
  expect((await bookingOf(world, held, "press")).until).toBe(begins);
  expect((await bookingOf(world, pending, "press")).until).toBe(begins);
  expect(await violations(world, new Map())).toEqual([]);

  world.now = Date.parse(begins);
  const late = { code: "booking-ended" };
  await expect(acceptOffer(world.dependencies, { ...offered, event }, "hall")).rejects.toMatchObject(late);
  await expect(verify(world.dependencies, { ...held, event })).rejects.toMatchObject(late);
  const approving = change(world.dependencies, { ...pending, event }, (each, decided) =>
    approved(each, { place: "press" }, decided),
  );
  await expect(approving).rejects.toMatchObject(late);
});

test("an event that moves later gives the press office more time, and an offer no more than was said", async () => {
  const { world, offered, pending, held } = await twoDaysBefore();
  const [offer, hold] = [await bookingOf(world, offered), await bookingOf(world, held, "press")];
  await keep(world, movedBy(world.event, DAY));
  expect((await bookingOf(world, offered)).until).toBe(offer.until);
  expect((await bookingOf(world, held, "press")).until).toBe(hold.until);
  expect((await bookingOf(world, pending, "press")).until).toBe(addSeconds(BEGINS, DAY));
});

test("a place that closes at another time moves what is kept until then, and is no news for anyone", async () => {
  const { world, pending } = await twoDaysBefore();
  const closes = addSeconds(BEGINS, HOUR);
  const event = { ...world.event, places: world.event.places.map((place) => ({ ...place, closes })) };
  const mails = (await world.mails()).length;
  await keep(world, event);
  expect((await bookingOf(world, pending, "press")).until).toBe(closes);
  await keep(world);
  expect((await bookingOf(world, pending, "press")).until).toBe(BEGINS);
  expect((await world.mails()).length).toBe(mails);
});
