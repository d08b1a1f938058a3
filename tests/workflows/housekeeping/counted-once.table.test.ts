import { expect, test } from "vitest";
import { checkedIn } from "../../../functions/domain/registration/decisions/check-in.ts";
import { registrationCounts } from "../../../functions/storage/registrations/registration-counts.ts";
import { erase } from "../../../functions/workflows/registration/erase.ts";
import { change } from "../../../functions/workflows/registration/self-service.ts";
import { bookingOf, comer, keep } from "../../worlds/registration/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, people, placeOf } from "../../worlds/registration/registration-events.ts";
import { type Fault, SOON, withFaults } from "../../worlds/tables/faulty-table.ts";

/** What is left of three people for the hall, of whom one came. */
const COUNTS = [{ place: "hall", state: "confirmed", bookings: 1, seats: 3, checkedIn: 1 }];

const counts = (world: RegisteringWorld) => registrationCounts(world.client, world.table).of(world.event.id);

/** Someone came with two others, and it is the time to erase; transactions meet the faults in turn. */
async function overWith(...faults: readonly (Fault | undefined)[]) {
  const world = await registeringWorld(eventOf([placeOf("hall")]));
  const of = await comer(world, { people: people(3) });
  const { pass = "" } = (await bookingOf(world, of)).participants[0] ?? {};
  await change(world.dependencies, of, (registration, { now }) => {
    const scanned = checkedIn(registration, pass, now);
    return scanned.answer === "admitted" ? scanned.change : undefined;
  });
  world.now = Date.parse(world.event.end) + world.event.keepDays * 86_400_000;
  return { world, of, faulty: withFaults(world, ...faults).registrations };
}

test("an answer that is lost while someone is erased counts them once, however often it is tried again", async () => {
  const { world, faulty } = await overWith("lost-answer");
  const cut = await keep(world, world.event, { registrations: faulty });
  expect(cut.failures).toHaveLength(1);
  expect(await world.all()).toEqual([]);
  expect(await counts(world)).toEqual(COUNTS);
  expect(await keep(world)).toMatchObject({ erased: 0, failures: [] });
  expect(await counts(world)).toEqual(COUNTS);
});

test("whoever could not be erased is not counted before they are", async () => {
  const { world, faulty } = await overWith(
    ...Array.from({ length: SOON.attempts }, () => "throttled" as const),
  );
  await keep(world, world.event, { registrations: faulty });
  expect([(await world.all()).length, await counts(world)]).toEqual([1, []]);
  expect(await keep(world)).toMatchObject({ erased: 1, failures: [] });
  expect(await counts(world)).toEqual(COUNTS);
});

test("whoever is erased by two at once is counted once", async () => {
  const { world } = await overWith();
  await Promise.all([keep(world), keep(world), keep(world)]);
  expect(await counts(world)).toEqual(COUNTS);
});

test("whoever deletes their registration themselves leaves no number behind", async () => {
  const { world, of } = await overWith();
  await erase(world.dependencies, of, { tells: true });
  expect([await world.all(), await counts(world)]).toEqual([[], []]);
});
