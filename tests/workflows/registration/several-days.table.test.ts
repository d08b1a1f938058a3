import { expect, test } from "vitest";
import { addSeconds } from "../../../functions/domain/instant.ts";
import { approved } from "../../../functions/domain/registration/decisions/approve.ts";
import type { RegistrationPlace } from "../../../functions/domain/registration/event.ts";
import {
  acceptOffer,
  cancel,
  change,
  verify,
} from "../../../functions/workflows/registration/self-service.ts";
import { bookingOf, comer, stateOf, submitter } from "../../worlds/registration/housekeeping.ts";
import { registeringWorld } from "../../worlds/registration/registering.ts";
import { BEGINS, eventOf, placeOf } from "../../worlds/registration/registration-events.ts";
import { violations } from "../../worlds/registration/registration-invariants.ts";

const HOUR = 3600;
const ENDS = addSeconds(BEGINS, 72 * HOUR);
const CLOSES = addSeconds(BEGINS, 60 * HOUR);

/** Three days, for which one can register until the evening of the last but one; it is the first evening. */
async function firstEvening(changes: Partial<RegistrationPlace> = {}) {
  const place = placeOf("hall", { capacity: 1, closes: CLOSES, ends: ENDS, ...changes });
  const world = await registeringWorld(eventOf([place], { end: ENDS }));
  world.now = Date.parse(BEGINS) + 10 * HOUR * 1000;
  return world;
}

test("whoever registers after the first session has begun has four hours to verify, and is confirmed", async () => {
  const world = await firstEvening();
  const of = await submitter(world);
  expect((await bookingOf(world, of)).until).toBe(addSeconds(BEGINS, 14 * HOUR));
  world.pass(4 * HOUR - 1);
  await verify(world.dependencies, of);
  expect(await stateOf(world, of)).toBe("confirmed");
});

test("seats that are given back are offered until registration closes, and can be taken until then", async () => {
  const world = await firstEvening();
  const seated = await comer(world);
  const next = await comer(world);
  world.pass(10 * HOUR);
  await cancel(world.dependencies, seated, []);
  expect(await bookingOf(world, next)).toMatchObject({ state: "offered", until: CLOSES });
  world.now = Date.parse(CLOSES) - 1000;
  await acceptOffer(world.dependencies, next, "hall");
  expect(await stateOf(world, next)).toBe("confirmed");
  expect(await violations(world, new Map([["hall", 1]]))).toEqual([]);
});

test("the press office can approve until registration closes", async () => {
  const world = await firstEvening({ approval: true });
  const of = await comer(world);
  expect(await bookingOf(world, of)).toMatchObject({ state: "pending", until: CLOSES });
  world.now = Date.parse(CLOSES) - 1000;
  await change(world.dependencies, of, (each, decided) => approved(each, { place: "hall" }, decided));
  expect(await stateOf(world, of)).toBe("confirmed");
});

test("no seat is given any more once registration has closed, nor after the last session", async () => {
  for (const closes of [CLOSES, addSeconds(ENDS, HOUR)]) {
    const world = await firstEvening({ closes });
    const seated = await comer(world);
    const next = await comer(world);
    world.now = Math.min(Date.parse(closes), Date.parse(ENDS));
    await cancel(world.dependencies, seated, []);
    expect(await stateOf(world, next)).toBe("waitlisted");
  }
});
