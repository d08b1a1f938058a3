import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { addSeconds } from "../../../functions/domain/instant.ts";
import type { Submission } from "../../../functions/domain/registration/decisions/submit.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import {
  bookingOf,
  comer,
  kinds,
  registrationOf,
  submitter,
} from "../../worlds/registration/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import {
  eventOf,
  OPENED,
  people,
  placeOf,
  submissionOf,
} from "../../worlds/registration/registration-events.ts";
import { violations } from "../../worlds/registration/registration-invariants.ts";

const HOUR = 3600;
const CEILINGS = new Map([
  ["hall", 5],
  ["stream", 5],
]);
const FORM = submissionOf({ contact: { name: "Aigul", email: "aigul@example.org" }, people: people(3) });

let world: RegisteringWorld;
const sent = (changes: Partial<Submission> = {}) =>
  register(world.dependencies, world.event, { ...FORM, ...changes });
const booking = (place = "hall") => bookingOf(world, FORM, place);

/** A form for three of five seats, sent for the first time; ten minutes later. */
beforeEach(async () => {
  world = await registeringWorld(eventOf([placeOf("hall"), placeOf("stream")]));
  await sent();
  world.pass(600);
});

describe("a form that is sent again, its address not verified,", () => {
  test("changes nothing and sends nothing where it says the same", async () => {
    const before = await registrationOf(world, FORM);
    expect(await sent()).toEqual({ outcome: "repeated", id: FORM.id });
    expect(await world.all()).toEqual([before]);
    expect(await kinds(world)).toEqual(["verify"]);
  });

  test("says from now on what it says now", async () => {
    const former = await booking();
    const contact = { ...FORM.contact, name: "Aigul Serik", phone: "+7 701 000 00 00" };
    const changes = { contact, people: people(2), needs: "A ramp" };
    expect(await sent(changes)).toEqual({ outcome: "replaced", id: FORM.id });
    expect(await world.all()).toMatchObject([{ id: FORM.id, contact, needs: "A ramp" }]);
    const { state, submittedAt, until, participants } = await booking();
    expect([state, submittedAt]).toEqual(["unverified", former.submittedAt]);
    expect(until).toBe(addSeconds(world.instant(), 4 * HOUR));
    expect(participants).toEqual(former.participants.slice(0, 2));
    expect(await world.seats("hall")).toMatchObject({ taken: 2 });
    expect(await kinds(world)).toEqual(["verify", "verify"]);
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("gives back the seats of a place that is not wanted any more, and takes those of another", async () => {
    await sent({ places: ["stream"] });
    expect([await world.seats("hall"), await world.seats("stream")]).toMatchObject([
      { taken: 0 },
      { taken: 3 },
    ]);
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("is mailed anew, and only the link of the last mail opens it: each confirms what its own mail says", async () => {
    await sent({ people: people(2) });
    const [before] = await world.all();
    world.pass(60);
    await sent({ people: people(1) });
    const [after] = await world.all();
    expect(await kinds(world)).toEqual(["verify", "verify", "verify"]);
    expect([after?.id, after?.token.hash === before?.token.hash]).toEqual([before?.id, false]);
  });
});

describe("a form that is sent again for more people", () => {
  test("takes the seats that there are, and keeps its own", async () => {
    const { submittedAt } = await booking();
    await sent({ people: people(5) });
    expect(await booking()).toMatchObject({ state: "unverified", submittedAt });
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("waits as a newcomer where there are too few", async () => {
    await comer(world);
    await sent({ people: people(5) });
    const at = new Date(world.now).toISOString();
    expect(await booking()).toMatchObject({ state: "unverified-waiting", submittedAt: at });
    expect(await world.seats("hall")).toMatchObject({ taken: 1, waiting: 1 });
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("waits behind those who wait, although there are seats", async () => {
    await submitter(world, { people: people(3) });
    await sent({ people: people(4) });
    expect(await booking()).toMatchObject({ state: "unverified-waiting" });
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("keeps its turn if it waits already", async () => {
    const contact = { name: "Dana", email: "dana@example.org" };
    const waiting = await submitter(world, { contact, people: people(4) });
    const former = await bookingOf(world, waiting);
    world.pass(600);
    await submitter(world, { id: waiting.id, contact, people: people(5) });
    const { state, submittedAt, until, participants } = await bookingOf(world, waiting);
    expect([state, submittedAt]).toEqual(["unverified-waiting", former.submittedAt]);
    expect([participants.length, until]).toEqual([5, addSeconds(world.instant(), 48 * HOUR)]);
    expect(await violations(world, CEILINGS)).toEqual([]);
  });
});

describe("the time of a hold", () => {
  test("begins anew when the form is sent again, up to three times of it since it was first sent", async () => {
    const untils: (string | undefined)[] = [];
    for (const n of [1, 2, 3, 4]) {
      world.now = Date.parse(OPENED) + n * 2.9 * HOUR * 1000;
      await sent({ people: people(n % 2 ? 2 : 3) });
      untils.push((await booking()).until);
    }
    expect(untils).toEqual([6.9, 9.8, 12, 12].map((hours) => addSeconds(OPENED, hours * HOUR)));
    world.now = Date.parse(OPENED) + 12 * HOUR * 1000;
    expect(await sent({ people: people(2) })).toMatchObject({ outcome: "registered" });
  });

  test("counts for a place that is chosen later from when it is chosen", async () => {
    const contact = { name: "Dana", email: "dana@example.org" };
    const waiting = await submitter(world, { contact, people: people(3) });
    world.pass(13 * HOUR);
    await submitter(world, { id: waiting.id, contact, people: people(3), places: ["hall", "stream"] });
    const { state, until } = await bookingOf(world, waiting, "stream");
    expect([state, until]).toEqual(["unverified", addSeconds(world.instant(), 4 * HOUR)]);
  });

  test("that is over at one place is no more the same: the same form books that place again", async () => {
    const contact = { name: "Dana", email: "dana@example.org" };
    const both = { id: randomUUID(), contact, people: people(3), places: ["hall", "stream"] };
    const of = await submitter(world, both);
    world.pass(5 * HOUR);
    const waits = (await bookingOf(world, of)).submittedAt;
    await submitter(world, both);
    expect(await bookingOf(world, of, "hall")).toMatchObject({ submittedAt: waits });
    expect(await bookingOf(world, of, "stream")).toMatchObject({
      state: "unverified",
      until: addSeconds(world.instant(), 4 * HOUR),
    });
    expect(await violations(world, CEILINGS)).toEqual([]);
  });
});
