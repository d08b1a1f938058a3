import { beforeEach, expect, test } from "vitest";
import { approved } from "../../../functions/domain/registration/decisions/approve.ts";
import type { WhichRegistration } from "../../../functions/workflows/registration/carry-out.ts";
import { change, changePeople } from "../../../functions/workflows/registration/self-service.ts";
import { bookingOf, comer } from "../../worlds/registration/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";

const [ALI, BOTA, DANA] = [{ name: "Ali" }, { name: "Bota" }, { name: "Dana" }];

let world: RegisteringWorld;
beforeEach(async () => {
  world = await registeringWorld(eventOf([placeOf("press", { capacity: 3, approval: true })]));
});

const approve = (of: WhichRegistration) =>
  change(world.dependencies, of, (each, decided) => approved(each, { place: "press" }, decided));
const ask = (of: WhichRegistration, people: { name: string; badge?: string }[]) =>
  changePeople(world.dependencies, of, { place: "press", people });
const comerWith = (people: { name: string }[]) => comer(world, { places: ["press"], people });
const namesOf = async (of: WhichRegistration) =>
  (await bookingOf(world, of, "press")).participants.map(({ name }) => name);

test.each([
  ["add one", [ALI, BOTA, DANA]],
  ["replace one", [ALI, DANA]],
  ["replace all", [DANA]],
  ["name one twice", [ALI, ALI]],
])("at a place that asks approval, whoever is approved cannot %s", async (_, people) => {
  const of = await comerWith([ALI, BOTA]);
  await approve(of);
  await expect(ask(of, people)).rejects.toMatchObject({ code: "people-approved", status: 409 });
  expect(await namesOf(of)).toEqual(["Ali", "Bota"]);
});

test("they can leave someone out, and show another name on a badge", async () => {
  const of = await comerWith([ALI, BOTA]);
  await approve(of);
  await ask(of, [{ name: "Bota", badge: "B." }]);
  expect((await bookingOf(world, of, "press")).participants).toMatchObject([{ name: "Bota", badge: "B." }]);
  expect(await world.seats("press")).toMatchObject({ taken: 1 });
});

test("whoever waits for seats with an approval is held to it as well", async () => {
  await comerWith([ALI, BOTA, DANA]);
  const of = await comerWith([ALI]);
  await approve(of);
  await expect(ask(of, [BOTA])).rejects.toMatchObject({ code: "people-approved" });
});

test("before the press office has approved them, people can still be replaced", async () => {
  const of = await comerWith([ALI, BOTA]);
  await ask(of, [ALI, DANA]);
  expect(await namesOf(of)).toEqual(["Ali", "Dana"]);
});
