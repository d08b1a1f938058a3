import { describe, expect, test } from "vitest";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { registrations } from "../../../functions/storage/registrations.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import { cancel, changePeople, verify } from "../../../functions/workflows/registration/self-service.ts";
import { type Fault, faultyClient } from "../../worlds/faulty-table.ts";
import { eventOf, people, placeOf, registeringWorld, submissionOf } from "../../worlds/registering.ts";
import { violations } from "../../worlds/registration-invariants.ts";

const CEILINGS = new Map([["hall", 3]]);
const SOON = { attempts: 6, shortestMs: 1, longestMs: 5 };

/** A world whose transactions meet the faults in turn. */
async function worldWith(faults: readonly (Fault | undefined)[]) {
  const world = await registeringWorld(eventOf([placeOf("hall", { capacity: 3 })]));
  const left = [...faults];
  const client = faultyClient(() => left.shift());
  const faulty = { ...world.dependencies, registrations: registrations(client, world.table, SOON) };
  return { world, faulty };
}

describe("a table that is busy", () => {
  test.each<[string, Fault]>([
    ["another transaction was in the way", "conflict"],
    ["the table was throttled", "throttled"],
  ])("%s: it is tried again, and nobody notices", async (_, fault) => {
    const { world, faulty } = await worldWith([fault, fault, fault]);
    expect(await register(faulty, world.event, submissionOf())).toMatchObject({ outcome: "registered" });
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("for good is told as such, nothing is stored, and the same form succeeds later", async () => {
    const { world, faulty } = await worldWith(
      Array.from({ length: SOON.attempts }, () => "conflict" as const),
    );
    const submission = submissionOf();
    const failed = register(faulty, world.event, submission);
    await expect(failed).rejects.toSatisfy(
      (error) => error instanceof Refusal && error.code === "registration-busy",
    );
    expect(await world.all()).toEqual([]);
    expect(await register(faulty, world.event, submission)).toMatchObject({ outcome: "registered" });
    expect((await world.all()).length).toBe(1);
  });
});

test("whoever has booked a place that vanished from the event can verify, change and cancel", async () => {
  const { world, faulty } = await worldWith([]);
  const submission = submissionOf({ people: people(2) });
  await register(faulty, world.event, submission);
  const of = { event: { ...world.event, places: [] }, id: submission.id };
  await verify(faulty, of);
  await changePeople(faulty, of, { place: "hall", people: people(1) });
  expect(await world.seats("hall")).toMatchObject({ taken: 1 });
  await cancel(faulty, of, []);
  expect(await violations(world, CEILINGS)).toEqual([]);
});

describe("an answer that is lost after the table has carried it out", () => {
  test("is one registration when the form is sent again, with one mail", async () => {
    const { world, faulty } = await worldWith(["lost-answer"]);
    const submission = submissionOf();
    await expect(register(faulty, world.event, submission)).rejects.toThrow("socket hang up");
    expect(await register(faulty, world.event, submission)).toMatchObject({ outcome: "repeated" });
    expect((await world.mails()).map(({ kind }) => kind)).toEqual(["verify"]);
    expect(await world.seats("hall")).toMatchObject({ taken: 1 });
  });

  test("verifies and cancels once, however often it is asked", async () => {
    const { world, faulty } = await worldWith([undefined, "lost-answer", undefined]);
    const submission = submissionOf();
    await register(faulty, world.event, submission);
    const of = { event: world.event, id: submission.id };
    await expect(verify(faulty, of)).rejects.toThrow();
    await verify(faulty, of);
    await cancel(faulty, of, []);
    await cancel(faulty, of, []);
    expect((await world.mails()).map(({ kind }) => kind)).toEqual(["verify", "confirmed", "cancelled"]);
    expect(await violations(world, CEILINGS)).toEqual([]);
  });
});
