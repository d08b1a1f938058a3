import { beforeEach, expect, test } from "vitest";
import type { Registration } from "../../../functions/domain/registration/registration.ts";
import { askForAddress, changeAddress } from "../../../functions/workflows/registration/change-address.ts";
import type { SubmittingDependencies } from "../../../functions/workflows/registration/dependencies.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import { addPlace, cancel, verify } from "../../../functions/workflows/registration/self-service.ts";
import { keep, registrationOf } from "../../worlds/registration/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, people, placeOf, submissionOf } from "../../worlds/registration/registration-events.ts";

const NETWORK = "2027-06-01#a-hash";
let world: RegisteringWorld;
/** Marks of networks of which something was verified. */
let credited: string[];
let dependencies: SubmittingDependencies;
let submissions = 0;

beforeEach(async () => {
  world = await registeringWorld(eventOf([placeOf("hall"), placeOf("stream")]));
  credited = [];
  const verified = async (mark: string) => void credited.push(mark);
  dependencies = { ...world.dependencies, limits: { ...world.dependencies.limits, verified } };
});

/** Somebody who submitted from a network. */
async function submitted(email = `person-${submissions++}@example.org`) {
  const form = submissionOf({ id: crypto.randomUUID(), contact: { name: "Aigul", email } });
  const { id } = await register(dependencies, world.event, form, { network: NETWORK });
  return { event: world.event, id };
}
const networkIn = async (of: { id: string }): Promise<Registration["network"]> =>
  (await registrationOf(world, of)).network;

test("a network is credited once for each that is verified, by whichever door, and forgotten there", async () => {
  const byLink = await submitted();
  expect(await networkIn(byLink)).toBe(NETWORK);
  await verify(dependencies, byLink);
  await verify(dependencies, byLink);
  expect([await networkIn(byLink), credited.length]).toEqual([undefined, 1]);

  const byPlace = await submitted();
  await addPlace(dependencies, byPlace, { place: "stream", people: people(1), contact: {}, answers: {} });
  expect([await networkIn(byPlace), credited.length]).toEqual([undefined, 2]);

  const byNewAddress = await submitted();
  await askForAddress(dependencies, byNewAddress, "new@example.org");
  expect([await networkIn(byNewAddress), credited.length]).toEqual([NETWORK, 2]);
  await changeAddress(dependencies, byNewAddress);
  expect([await networkIn(byNewAddress), credited]).toEqual([undefined, [NETWORK, NETWORK, NETWORK]]);
});

test("a submission that is over, given up or outdone by another keeps no network, and credits none", async () => {
  const given = await submitted();
  await cancel(dependencies, given, []);
  const [first, second] = [await submitted("two@example.org"), await submitted("two@example.org")];
  await verify(dependencies, second);
  const late = await submitted();
  world.pass(5 * 3_600);
  await keep(world, world.event);
  for (const of of [given, first, late]) expect(await networkIn(of)).toBeUndefined();
  expect(credited).toEqual([NETWORK]);
});

test("what is verified stays verified where its network could not be credited, which is told", async () => {
  const told: string[] = [];
  const failing = {
    ...dependencies,
    limits: { ...dependencies.limits, verified: () => Promise.reject(new Error("The table is busy.")) },
    report: ({ kind }: { kind: string }) => void told.push(kind),
  };
  const of = await submitted();
  await verify(failing, of);
  expect([(await registrationOf(world, of)).verifiedAt !== undefined, told]).toEqual([
    true,
    ["room-not-given-back"],
  ]);
});
