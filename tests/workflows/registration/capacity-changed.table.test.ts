import { describe, expect, test } from "vitest";
import type { RegistrationReport } from "../../../functions/workflows/registration/dependencies.ts";
import { sweepPlace } from "../../../functions/workflows/registration/promote.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import { addPlace, cancel, changePeople } from "../../../functions/workflows/registration/self-service.ts";
import {
  bookingOf,
  comer,
  countOf,
  registrationOf,
  stateOf,
} from "../../worlds/registration/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, people, placeOf, submissionOf } from "../../worlds/registration/registration-events.ts";
import { violations } from "../../worlds/registration/registration-invariants.ts";
import { withFaults } from "../../worlds/tables/faulty-table.ts";

/** A hall for four that is full, and another place for four. */
async function fullHall() {
  const places = [placeOf("hall", { capacity: 4 }), placeOf("stream", { capacity: 4 })];
  const world = await registeringWorld(eventOf(places));
  return { world, seated: await comer(world, { people: people(4) }) };
}

/** The event as it is published once its places have so many seats. */
async function lowered(world: RegisteringWorld, capacity: number) {
  const places = world.event.places.map((place) => ({ ...place, capacity }));
  for (const { id } of places) await world.setCapacity(id, capacity);
  return { ...world.event, places };
}

describe("a booking of more people than the place has seats since its capacity was lowered", () => {
  test("keeps its turn, and nobody behind it from an offer", async () => {
    const { world, seated } = await fullHall();
    const large = await comer(world, { people: people(4) });
    const small = await comer(world, { people: people(2) });
    const event = await lowered(world, 3);
    await cancel(world.dependencies, { ...seated, event }, []);
    expect([await stateOf(world, large), await stateOf(world, small)]).toEqual(["waitlisted", "offered"]);
    const raised = await lowered(world, 6);
    await register(world.dependencies, raised, submissionOf()); // meets a full place, and so brings it up to date
    expect(await stateOf(world, large)).toBe("offered");
    expect(await violations(world, new Map())).toEqual([]);
  });

  test("can become smaller step by step, and no larger", async () => {
    const { world } = await fullHall();
    const large = await comer(world, { people: people(4) });
    const of = { ...large, event: await lowered(world, 2) };
    await changePeople(world.dependencies, of, { place: "hall", people: people(3) });
    expect((await bookingOf(world, of)).participants).toHaveLength(3);
    const larger = changePeople(world.dependencies, of, { place: "hall", people: people(4) });
    await expect(larger).rejects.toMatchObject({ code: "booking-size" });
  });
});

test.each([
  ["a change", "hall", changePeople],
  ["a place that is added", "stream", addPlace],
])("more people than a place has seats cannot wait for it by %s", async (_, place, asks) => {
  const { world } = await fullHall();
  const of = await comer(world, { people: people(2) });
  const asking = asks(world.dependencies, of, { place, people: people(5) });
  await expect(asking).rejects.toMatchObject({
    code: "booking-size",
    message: "A booking at this place is for one to 4 people, this one names 5.",
  });
  expect((await registrationOf(world, of)).bookings).toMatchObject([{ participants: people(2) }]);
});

describe("a newcomer at a place with more seats than before", () => {
  test("makes offers to 25 of those who wait, and is not kept waiting by the others", async () => {
    const world = await registeringWorld(eventOf([placeOf("hall", { capacity: 1 })]));
    for (let n = 0; n < 31; n++) await comer(world);
    await world.setCapacity("hall", 40);
    const newcomer = submissionOf();
    expect(await register(world.dependencies, world.event, newcomer)).toMatchObject({
      outcome: "registered",
    });
    expect(await countOf(world, "offer")).toBe(25);
    expect(await stateOf(world, newcomer)).toBe("unverified-waiting"); // five are before them
    expect(await violations(world, new Map([["hall", 40]]))).toEqual([]);
  });

  test("is registered although the offers fail, which is told", async () => {
    const world = await registeringWorld(eventOf([placeOf("hall", { capacity: 1 })]));
    for (let n = 0; n < 2; n++) await comer(world);
    await world.setCapacity("hall", 40);
    const told: RegistrationReport[] = [];
    const report = (event: RegistrationReport) => void told.push(event);
    const dependencies = { ...withFaults(world, "lost-answer"), report };
    const newcomer = submissionOf();
    expect(await register(dependencies, world.event, newcomer)).toMatchObject({ outcome: "registered" });
    expect(told).toMatchObject([{ kind: "promotion-failed", place: "hall", event: world.event.id }]);
    expect(await countOf(world, "offer")).toBe(1);
    expect(await countOf(world, "verify", newcomer)).toBe(1);
  });
});

test("seats that become free of an event that was cancelled are offered to nobody", async () => {
  const { world, seated } = await fullHall();
  const waiting = await comer(world, { people: people(2) });
  const event = { ...world.event, status: "cancelled" as const };
  await cancel(world.dependencies, { ...seated, event }, []);
  await sweepPlace(world.dependencies, { event, place: "hall" });
  expect(await stateOf(world, waiting)).toBe("waitlisted");
  await sweepPlace(world.dependencies, { event: world.event, place: "hall" });
  expect(await stateOf(world, waiting)).toBe("offered");
});
