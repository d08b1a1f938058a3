import { describe, expect, test } from "vitest";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import { cancel, changePeople, verify } from "../../../functions/workflows/registration/self-service.ts";
import { registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, people, placeOf, submissionOf } from "../../worlds/registration/registration-events.ts";
import { violations } from "../../worlds/registration/registration-invariants.ts";
import { type Fault, SOON, withFaults } from "../../worlds/tables/faulty-table.ts";

const CEILINGS = new Map([["hall", 3]]);
const hall = () => registeringWorld(eventOf([placeOf("hall", { capacity: 3 })]));

describe("a table that is busy", () => {
  test.each<[string, Fault]>([
    ["another transaction was in the way", "conflict"],
    ["the table was throttled", "throttled"],
  ])("%s: it is tried again, and nobody notices", async (_, fault) => {
    const world = await hall();
    const faulty = withFaults(world, fault, fault, fault);
    expect(await register(faulty, world.event, submissionOf())).toMatchObject({ outcome: "registered" });
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("for good is told as such, nothing is stored, and the same form succeeds later", async () => {
    const world = await hall();
    const faulty = withFaults(world, ...Array.from({ length: SOON.attempts }, () => "conflict" as const));
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
  const world = await hall();
  const submission = submissionOf({ people: people(2) });
  await register(world.dependencies, world.event, submission);
  const of = { event: { ...world.event, places: [] }, id: submission.id };
  await verify(world.dependencies, of);
  await changePeople(world.dependencies, of, { place: "hall", people: people(1) });
  expect(await world.seats("hall")).toMatchObject({ taken: 1 });
  await cancel(world.dependencies, of, []);
  expect(await violations(world, CEILINGS)).toEqual([]);
});
