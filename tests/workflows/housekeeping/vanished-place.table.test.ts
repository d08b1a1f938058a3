import { expect, test } from "vitest";
import { approved } from "../../../functions/domain/registration/decisions/approve.ts";
import { change, verify } from "../../../functions/workflows/registration/self-service.ts";
import { bookingOf, comer, keep, kinds, stateOf, submitter } from "../../worlds/registration/housekeeping.ts";
import { registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, people, placeOf } from "../../worlds/registration/registration-events.ts";
import { violations } from "../../worlds/registration/registration-invariants.ts";

const CEILINGS = new Map([["hall", 3]]);

/** An event with two places, and the same without the hall. */
async function hallVanishes() {
  const world = await registeringWorld(eventOf([placeOf("hall", { capacity: 3 }), placeOf("stream")]));
  await keep(world);
  const event = { ...world.event, places: world.event.places.filter(({ id }) => id !== "hall") };
  return { world, event };
}

test("a hold at a place that vanished from the event ends like any other, and its seats are free", async () => {
  const { world, event } = await hallVanishes();
  const of = await submitter(world, { people: people(2) });
  await keep(world, event); // sees that someone booked what is there no more
  world.pass(4 * 3600 - 1);
  expect(await keep(world, event)).toMatchObject({ ended: 0, failures: [] });
  world.pass(1);
  expect(await keep(world, event)).toMatchObject({ ended: 1, failures: [] });
  expect(await stateOf(world, of)).toBe("expired");
  expect(await world.seats("hall")).toMatchObject({ taken: 0, waiting: 0 });
  expect(await violations(world, CEILINGS)).toEqual([]);
});

test("a hold made by someone who read the event as it was ends, too", async () => {
  const { world, event } = await hallVanishes();
  await keep(world, event);
  const of = await submitter(world);
  world.pass(120);
  await keep(world, event);
  world.pass(4 * 3600);
  expect(await keep(world, event)).toMatchObject({ ended: 1, failures: [] });
  expect(await stateOf(world, of)).toBe("expired");
});

test("nobody is confirmed by themselves at a place that vanished, but by the press office", async () => {
  const { world, event } = await hallVanishes();
  const of = { ...(await submitter(world)), event };
  await verify(world.dependencies, of);
  expect(await bookingOf(world, of)).toMatchObject({ state: "pending", until: event.start });
  expect(await kinds(world)).toEqual(["verify", "pending"]);
  await change(world.dependencies, of, (each, decided) => approved(each, { place: "hall" }, decided));
  expect(await stateOf(world, of)).toBe("confirmed");
  expect(await violations(world, CEILINGS)).toEqual([]);
});

test("whoever was confirmed at a place that vanished stays so, and is told of nothing", async () => {
  const { world, event } = await hallVanishes();
  const of = await comer(world);
  const before = await bookingOf(world, of);
  await keep(world, event);
  await keep(world, event);
  expect(await bookingOf(world, of)).toEqual(before);
  expect(await kinds(world)).toEqual(["verify", "confirmed"]);
});
