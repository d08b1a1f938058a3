import { expect, test } from "vitest";
import { remindFrom } from "../../../functions/domain/registration/decisions/event-change.ts";
import { comer, countOf, keep, movedBy } from "../../worlds/registration/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Someone who was reminded; housekeeping came by in the middle of its minute, as it does. */
async function remindedWorld(): Promise<RegisteringWorld> {
  const world = await registeringWorld(eventOf([placeOf("hall")]));
  await comer(world);
  world.now = Date.parse(remindFrom(world.event)) + 45_000;
  expect(await keep(world)).toMatchObject({ reminded: 1 });
  return world;
}

/** Reminders once the event was moved, over all minutes in which one could be due. */
async function remindersAfter(world: RegisteringWorld, seconds: number): Promise<number> {
  const event = movedBy(world.event, seconds);
  world.pass(60);
  await keep(world, event);
  world.now = Date.parse(remindFrom(event)) + 45_000;
  await keep(world, event);
  world.pass(600);
  await keep(world, event);
  return countOf(world, "reminder");
}

test.each([
  ["an hour", HOUR],
  ["eight hours", 8 * HOUR],
])("a delay of %s after the reminder sends no second one", async (_, seconds) => {
  expect(await remindersAfter(await remindedWorld(), seconds)).toBe(1);
});

test.each([
  ["a day", DAY],
  ["a month", 30 * DAY],
])("a move by %s sends one more, and no third", async (_, seconds) => {
  expect(await remindersAfter(await remindedWorld(), seconds)).toBe(2);
});
