import { expect, test } from "vitest";
import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { eraseAt } from "../../../functions/domain/registration/registration.ts";
import { secondsOf } from "../../../functions/storage/registrations/registration-items.ts";
import {
  ADDRESS_PREFIX,
  END_ATTRIBUTE,
  HOLDS_PREFIX,
  REGISTRATIONS_PREFIX,
  WAITING_PREFIX,
} from "../../../functions/storage/registrations/registrations-keys.ts";
import { cancel } from "../../../functions/workflows/registration/self-service.ts";
import {
  comer,
  keep,
  kinds,
  movedBy,
  registrationOf,
  settle,
  submitter,
} from "../../worlds/registration/housekeeping.ts";
import {
  everything,
  type RegisteringWorld,
  registeringWorld,
} from "../../worlds/registration/registering.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";

const DAY = 86_400;

/** A full hall: one confirmed, one with a hold, one who waits; so that there is an item of every kind. */
async function fullHall(): Promise<RegisteringWorld> {
  const world = await registeringWorld(eventOf([placeOf("hall", { capacity: 2 })]));
  await comer(world);
  await submitter(world);
  await comer(world);
  await settle(world);
  return world;
}

/** When the items of each kind are deleted at the latest, in days after the end that the registrations themselves name. */
async function netsUnder(world: RegisteringWorld, event: RegistrationEvent) {
  const erasing = secondsOf(eraseAt(event.end, event.keepDays));
  const items = await everything(world.client, world.table);
  const daysOf = (prefix: string) =>
    items
      .filter(({ pk }) => pk?.S?.startsWith(prefix))
      .map((item) => (Number(item[END_ATTRIBUTE]?.N) - erasing) / DAY);
  return [REGISTRATIONS_PREFIX, ADDRESS_PREFIX, WAITING_PREFIX, HOLDS_PREFIX].map(daysOf);
}

const NETS = [[7, 7, 7], [7, 7, 7], [7], [7]];

test.each<[string, (event: RegistrationEvent) => RegistrationEvent]>([
  ["an event that moves to a later date", (event) => movedBy(event, 200 * DAY)],
  ["an event that is kept for longer", (event) => ({ ...event, keepDays: 300 })],
])("%s takes along the end of all that is stored of its registrations", async (_, published) => {
  const world = await fullHall();
  const event = published(world.event);
  expect(await netsUnder(world, world.event)).toEqual(NETS);
  expect(await keep(world, event)).toMatchObject({ told: 3, failures: [] });
  expect(await netsUnder(world, event)).toEqual(NETS);
  for (const registration of await world.all())
    expect(registration.eraseAt).toBe(eraseAt(event.end, event.keepDays));
});

test("a registration that is over is kept as long as the others", async () => {
  const world = await registeringWorld(eventOf([placeOf("hall")]));
  const of = await comer(world);
  await cancel(world.dependencies, of, []);
  const event = movedBy(world.event, 200 * DAY);
  await keep(world, event);
  expect(await registrationOf(world, of)).toMatchObject({ eraseAt: eraseAt(event.end, event.keepDays) });
});

test("to be kept for longer can also be said after the event, and nobody is written to about it", async () => {
  const world = await registeringWorld(eventOf([placeOf("hall")]));
  const of = await comer(world);
  await settle(world);
  world.now = Date.parse(world.event.end) + 2 * DAY * 1000;
  const before = await kinds(world);
  const event = { ...world.event, keepDays: 300 };
  expect(await keep(world, event)).toMatchObject({ told: 1, failures: [] });
  expect(await registrationOf(world, of)).toMatchObject({ eraseAt: eraseAt(event.end, 300) });
  expect(await kinds(world)).toEqual(before);
});

test("after the former time an event that was moved has still all its registrations", async () => {
  const world = await registeringWorld(eventOf([placeOf("hall")]));
  const of = await comer(world);
  const event = movedBy(world.event, 200 * DAY);
  await keep(world, event);
  world.now = Date.parse(eraseAt(world.event.end, world.event.keepDays));
  expect(await keep(world, event)).toMatchObject({ erased: 0 });
  expect(await registrationOf(world, of)).toMatchObject({ id: of.id });
});
