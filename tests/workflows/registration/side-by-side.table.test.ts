import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { addSeconds } from "../../../functions/domain/instant.ts";
import type { Submission } from "../../../functions/domain/registration/decisions/submit.ts";
import { isNotProven } from "../../../functions/domain/registration/registration.ts";
import type { WhichRegistration } from "../../../functions/workflows/registration/carry-out.ts";
import { correctAddress, resend } from "../../../functions/workflows/registration/correct-address.ts";
import { erase } from "../../../functions/workflows/registration/erase.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import { cancel, verify } from "../../../functions/workflows/registration/self-service.ts";
import {
  bookingOf,
  comer,
  keep,
  kinds,
  registrationOf,
  stateOf,
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
const contact = { name: "Aigul", email: "aigul@example.org" };

let world: RegisteringWorld;
const typed = (n: number, changes: Partial<Submission> = {}): Promise<WhichRegistration> =>
  submitter(world, { contact, people: people(n), ...changes });
const taken = async (place = "hall") => (await world.seats(place)).taken;

beforeEach(async () => {
  world = await registeringWorld(eventOf([placeOf("hall"), placeOf("stream")]));
});

describe("submissions of one address that nobody has proven", () => {
  test("stand side by side, each with its own link, and hold the most that one asks for, once", async () => {
    const of = [await typed(2), await typed(3), await typed(1)];
    const all = await Promise.all(of.map((each) => registrationOf(world, each)));
    expect(new Set(all.map(({ token }) => token.hash)).size).toBe(3);
    expect(await taken()).toBe(3);
    expect(await kinds(world)).toEqual(["verify", "verify", "verify"]);
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("are five at most: a sixth changes nothing, sends nothing, and can have its address corrected", async () => {
    for (let n = 1; n <= 5; n++) await typed(1);
    const before = await world.all();
    const sixth = submissionOf({ contact, people: people(4) });
    expect(await register(world.dependencies, world.event, sixth)).toEqual({
      outcome: "surplus",
      id: sixth.id,
    });
    expect([await world.all(), await taken(), (await kinds(world)).length]).toEqual([before, 1, 5]);
    await correctAddress(world.dependencies, world.event, { id: sixth.id, email: "other@example.org" });
    expect(await registrationOf(world, sixth)).toMatchObject({ contact: { email: "other@example.org" } });
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("need seats only for what they ask beyond the others, and wait where there are too few", async () => {
    const first = await typed(3);
    await comer(world, { people: people(1) });
    expect(await stateOf(world, await typed(4))).toBe("unverified");
    const waiting = await typed(5);
    expect([await stateOf(world, waiting), await stateOf(world, first)]).toEqual([
      "unverified-waiting",
      "unverified",
    ]);
    expect(await world.seats("hall")).toMatchObject({ taken: 5, waiting: 1 });
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("end one by one, and what the others ask for stays held", async () => {
    const [one, two, three] = [await typed(4), await typed(3), await typed(2)];
    await cancel(world.dependencies, one, []);
    expect(await taken()).toBe(3);
    await erase(world.dependencies, two, { tells: false });
    expect(await taken()).toBe(2);
    expect(await stateOf(world, three)).toBe("unverified");
    world.pass(4 * HOUR);
    await keep(world);
    expect(await taken()).toBe(0);
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("that ran out make room for others without a sweep", async () => {
    for (let n = 1; n <= 5; n++) await typed(1);
    world.pass(4 * HOUR);
    const next = submissionOf({ contact, people: people(2) });
    expect(await register(world.dependencies, world.event, next)).toMatchObject({ outcome: "registered" });
    expect(await taken()).toBe(2);
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("keep no seats for ever where others wait, however many follow each other", async () => {
    await typed(5);
    world.pass(60);
    await comer(world);
    for (let n = 1; n <= 3; n++) {
      world.now = Date.parse(OPENED) + n * 3.9 * HOUR * 1000;
      await typed(5);
    }
    const untils = (await world.all()).flatMap(({ bookings }) => bookings.map(({ until }) => until));
    expect(untils.filter((each) => each !== undefined && each > addSeconds(OPENED, 12 * HOUR))).toEqual([]);
    expect(await violations(world, CEILINGS)).toEqual([]);
  });
});

test("what somebody says was not them stays, once somebody has proven it", async () => {
  const of = await comer(world, { contact });
  expect(await erase(world.dependencies, of, { tells: false, only: isNotProven })).toBe(false);
  expect(await stateOf(world, of)).toBe("confirmed");
});

describe("the first of them that is verified", () => {
  test("becomes the registration; the others end with their seats in the same transaction", async () => {
    const [one, two] = [await typed(4), await typed(2, { places: ["hall", "stream"] })];
    await verify(world.dependencies, two);
    expect([await stateOf(world, one), await stateOf(world, two)]).toEqual(["expired", "confirmed"]);
    expect([await taken(), await taken("stream")]).toEqual([2, 2]);
    await expect(verify(world.dependencies, one)).rejects.toMatchObject({ code: "booking-ended" });
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("is one, where two are verified at the same moment", async () => {
    const of = [await typed(2), await typed(3)];
    await Promise.allSettled(of.map((each) => verify(world.dependencies, each)));
    const states = await Promise.all(of.map((each) => stateOf(world, each)));
    expect(states.sort()).toEqual(["confirmed", "expired"]);
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("gives the seats of the others to those who wait", async () => {
    const [, small] = [await typed(5), await typed(2)];
    const waiting = await comer(world, { people: people(3) });
    await verify(world.dependencies, small);
    expect(await stateOf(world, waiting)).toBe("offered");
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("ends four others at an event with sixteen places, too", async () => {
    const places = Array.from({ length: 16 }, (_, i) => placeOf(`p${i}`));
    world = await registeringWorld(eventOf(places));
    const all = places.map(({ id }) => id);
    const of = [];
    for (let n = 1; n <= 5; n++) of.push(await typed(n === 1 ? 5 : 1, { places: all }));
    await verify(world.dependencies, of[4] ?? { event: world.event, id: "" });
    const states = (await world.all()).map(({ bookings }) => bookings.map(({ state }) => state));
    expect(states.flat().filter((each) => each === "confirmed")).toHaveLength(16);
    expect(states.flat().filter((each) => each === "expired")).toHaveLength(64);
    expect(await violations(world, new Map())).toEqual([]);
  });
});

describe("what a browser submitted", () => {
  test("is all that it corrects: another submission of that address stays, with its turn", async () => {
    await comer(world, { people: people(5) });
    const theirs = await typed(2);
    const before = await registrationOf(world, theirs);
    world.pass(60);
    const mine = await typed(2);
    await correctAddress(world.dependencies, world.event, { id: mine.id, email: "thief@example.org" });
    expect(await registrationOf(world, theirs)).toEqual(before);
    expect((await registrationOf(world, mine)).contact.email).toBe("thief@example.org");
    const turns = await Promise.all([theirs, mine].map((each) => bookingOf(world, each)));
    expect(turns.map(({ submittedAt }) => submittedAt).toSorted()).toEqual(
      turns.map(({ submittedAt }) => submittedAt),
    );
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("is all that it has mailed again", async () => {
    const [theirs, mine] = [await typed(2), await typed(1)];
    world.pass(121);
    await resend(world.dependencies, world.event, { id: mine.id, email: contact.email });
    expect([await kinds(world, theirs), await kinds(world, mine)]).toEqual([
      ["verify"],
      ["verify", "verify"],
    ]);
    await resend(world.dependencies, world.event, { id: randomUUID(), email: contact.email });
    expect(await kinds(world)).toHaveLength(3);
  });

  test("takes only what it asks for to another address: the seats of the others stay held", async () => {
    const [, mine] = [await typed(3), await typed(3)];
    await comer(world, { people: people(2) });
    await correctAddress(world.dependencies, world.event, { id: mine.id, email: "other@example.org" });
    expect(await stateOf(world, mine)).toBe("unverified-waiting"); // five seats, three of them held for the other one
    expect(await world.seats("hall")).toMatchObject({ taken: 5, waiting: 1 });
    expect(await violations(world, CEILINGS)).toEqual([]);
  });
});

test("two colleagues of one mailbox who register for different places are both kept until one is verified", async () => {
  const hall = await typed(1);
  const stream = await typed(1, { places: ["stream"], people: [{ name: "Dana" }] });
  expect([await stateOf(world, hall), await stateOf(world, stream, "stream")]).toEqual([
    "unverified",
    "unverified",
  ]);
  expect([await taken(), await taken("stream")]).toEqual([1, 1]);
});
