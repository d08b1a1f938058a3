import { describe, expect, test } from "vitest";
import { correctAddress } from "../../../functions/workflows/registration/correct-address.ts";
import { addPlace, cancel } from "../../../functions/workflows/registration/self-service.ts";
import { comer, kinds, registrationOf, stateOf, submitter } from "../../worlds/registration/housekeeping.ts";
import { registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, people, placeOf } from "../../worlds/registration/registration-events.ts";
import { violations } from "../../worlds/registration/registration-invariants.ts";

const HOUR = 3600;
const CEILINGS = new Map([
  ["hall", 2],
  ["stream", 5],
]);
const contact = { name: "Aigul", email: "aigul@example.org" };

const twoPlaces = () => registeringWorld(eventOf([placeOf("hall", { capacity: 2 }), placeOf("stream")]));
const STREAM = { place: "stream", people: people(1) };

describe("a place that is added through the link before anything was verified", () => {
  test("verifies the whole registration, and tells of each place", async () => {
    const world = await twoPlaces();
    const of = await submitter(world, { contact });
    await addPlace(world.dependencies, of, STREAM);
    expect([await stateOf(world, of), await stateOf(world, of, "stream")]).toEqual([
      "confirmed",
      "confirmed",
    ]);
    expect(await kinds(world, of)).toEqual(["verify", "confirmed", "confirmed"]);
    expect(await registrationOf(world, of)).toMatchObject({ verifiedAt: world.instant() });
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("leaves whoever typed the form nothing to correct", async () => {
    const world = await twoPlaces();
    const of = await submitter(world, { contact });
    await addPlace(world.dependencies, of, STREAM);
    const before = await registrationOf(world, of);
    const corrected = { id: of.id, email: "someone-else@example.org" };
    expect(await correctAddress(world.dependencies, world.event, corrected)).toBe(of.id);
    expect(await registrationOf(world, of)).toEqual(before);
    expect((await world.mails()).map(({ to }) => to)).toEqual(Array(3).fill(contact.email));
  });

  test("leaves what had run out as it is", async () => {
    const world = await twoPlaces();
    const of = await submitter(world, { contact });
    world.pass(4 * HOUR);
    await addPlace(world.dependencies, of, STREAM);
    expect([await stateOf(world, of), await stateOf(world, of, "stream")]).toEqual(["expired", "confirmed"]);
    expect(await violations(world, CEILINGS)).toEqual([]);
  });
});

describe("the link of a registration that is over, once its address was registered anew,", () => {
  test("adds no place, and says why", async () => {
    const world = await twoPlaces();
    const old = await comer(world, { contact });
    await cancel(world.dependencies, old, []);
    const anew = await comer(world, { contact });
    expect(anew.id).not.toBe(old.id);
    const adding = addPlace(world.dependencies, old, STREAM);
    await expect(adding).rejects.toMatchObject({ code: "address-taken", status: 409 });
    expect([await stateOf(world, old), await stateOf(world, anew)]).toEqual(["cancelled", "confirmed"]);
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("takes the address over from one whose time to verify has run out", async () => {
    const world = await twoPlaces();
    const old = await comer(world, { contact });
    await cancel(world.dependencies, old, []);
    const anew = await submitter(world, { contact });
    world.pass(4 * HOUR);
    await addPlace(world.dependencies, old, STREAM);
    expect([await stateOf(world, old, "stream"), await stateOf(world, anew)]).toEqual([
      "confirmed",
      "expired",
    ]);
    expect(await violations(world, CEILINGS)).toEqual([]);
  });

  test("takes it over from one that nobody has verified, which ends: whoever has a link has the address", async () => {
    const world = await twoPlaces();
    const old = await comer(world, { contact });
    await cancel(world.dependencies, old, []);
    const other = await submitter(world, { contact, people: people(2) });
    await addPlace(world.dependencies, old, STREAM);
    expect([await stateOf(world, old, "stream"), await stateOf(world, other)]).toEqual([
      "confirmed",
      "expired",
    ]);
    expect(await world.seats("hall")).toMatchObject({ taken: 0 });
    expect(await violations(world, CEILINGS)).toEqual([]);
  });
});
