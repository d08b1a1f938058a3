import { describe, expect, test } from "vitest";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { addPlace, cancel, verify } from "../../../functions/workflows/registration/self-service.ts";
import {
  bookingOf,
  cancelledOf,
  comer,
  countOf,
  keep,
  kinds,
  movedBy,
  settle,
  stateOf,
  submitter,
} from "../../worlds/registration/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, people, placeOf } from "../../worlds/registration/registration-events.ts";

const HOUR = 3600;

/** Someone comes to an event with two places, and housekeeping has nothing to do. */
async function quiet(): Promise<RegisteringWorld> {
  const world = await registeringWorld(eventOf([placeOf("hall"), placeOf("stream", { mode: "online" })]));
  await comer(world);
  await settle(world);
  expect(await keep(world)).toMatchObject({ told: 0, failures: [] });
  return world;
}

describe("whoever read the event as it was, and was stored after the pass that told of it,", () => {
  test.each<[string, (event: RegistrationEvent) => RegistrationEvent, "event-moved" | "event-cancelled"]>([
    ["moved", (event) => movedBy(event, HOUR), "event-moved"],
    ["cancelled", cancelledOf, "event-cancelled"],
  ])("is told that it is %s by a second pass two minutes later, and nobody else", async (_, anew, kind) => {
    const world = await quiet();
    const event = anew(world.event);
    expect(await keep(world, event)).toMatchObject({ told: 1 });
    const late = await comer(world, {}, world.event);
    world.pass(60);
    expect(await keep(world, event)).toMatchObject({ told: 0 });
    world.pass(60);
    expect(await keep(world, event)).toMatchObject({ told: 1 });
    expect(await kinds(world, late)).toEqual(["verify", "confirmed", kind]);
    expect(await countOf(world, kind)).toBe(2);
    world.pass(HOUR);
    expect(await keep(world, event)).toMatchObject({ told: 0 });
  });

  test("is told of a place that they added, and of that one alone", async () => {
    const world = await quiet();
    const [one] = await world.all();
    const of = { event: world.event, id: one?.id ?? "" };
    const event = movedBy(world.event, HOUR);
    await keep(world, event);
    await addPlace(world.dependencies, of, { place: "stream", people: people(1) });
    world.pass(120);
    expect(await keep(world, event)).toMatchObject({ told: 1 });
    const moved = (await world.mails()).filter(({ kind }) => kind === "event-moved");
    expect(moved.map(({ booking }) => booking?.place)).toEqual(["hall", "stream"]);
  });

  test("is not told before the address is verified, but knows the new time from then on", async () => {
    const world = await quiet();
    const event = movedBy(world.event, HOUR);
    await keep(world, event);
    const late = await submitter(world, {}, world.event);
    world.pass(120);
    await keep(world, event);
    await verify(world.dependencies, { ...late, event });
    world.pass(HOUR);
    await keep(world, event);
    expect(await kinds(world, late)).toEqual(["verify", "confirmed"]);
  });
});

describe("an event that takes place again while housekeeping tells that it does not", () => {
  /** Published as cancelled, and again as it was once `n` people have been looked at. */
  function reinstatedAfter(world: RegisteringWorld, n: number) {
    let looks = 0;
    const event = async () => (looks++ < n ? cancelledOf(world.event) : world.event);
    return { events: { event, all: async () => [cancelledOf(world.event)] } };
  }

  test("is cancelled for nobody else, and those who were told are told that as well, once", async () => {
    const world = await quiet();
    await comer(world);
    await comer(world);
    expect(await keep(world, world.event, reinstatedAfter(world, 1))).toMatchObject({ told: 1 });
    const states = (await world.all()).map(({ bookings }) => bookings[0]?.state);
    expect(states.sort()).toEqual(["cancelled", "confirmed", "confirmed"]);
    expect(await keep(world)).toMatchObject({ told: 1, failures: [] });
    world.pass(120);
    expect(await keep(world)).toMatchObject({ told: 0 });
    expect([await countOf(world, "event-cancelled"), await countOf(world, "event-again")]).toEqual([1, 1]);
  });

  test("does not write to those who had cancelled themselves, nor bring back what was ended", async () => {
    const world = await quiet();
    const gone = await comer(world);
    await cancel(world.dependencies, gone, []);
    const ended = await comer(world);
    await keep(world, cancelledOf(world.event));
    await keep(world);
    expect(await kinds(world, gone)).toEqual(["verify", "confirmed", "cancelled"]);
    expect(await kinds(world, ended)).toEqual(["verify", "confirmed", "event-cancelled", "event-again"]);
    expect(await stateOf(world, ended)).toBe("cancelled");
    await addPlace(world.dependencies, ended, { place: "hall", people: people(1) });
    expect((await bookingOf(world, ended)).calendar?.sequence).toBe(2);
  });
});
