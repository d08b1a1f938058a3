import { beforeAll, expect, test } from "vitest";
import type { Instant } from "../../functions/domain/instant.ts";
import { limits, USUAL_AMOUNTS } from "../../functions/storage/registrations/limits.ts";
import { fc } from "../worlds/documents/fast-check.ts";
import { atScale } from "../worlds/documents/scale.ts";
import { everything, type RegisteringWorld, registeringWorld } from "../worlds/registration/registering.ts";
import { eventOf } from "../worlds/registration/registration-events.ts";

const NOW = "2027-06-01T05:10:00Z";
const AMOUNTS = { ...USUAL_AMOUNTS, unproven: 3, mostUnproven: 6 };
let world: RegisteringWorld;
let networks = 0;

beforeAll(async () => {
  world = await registeringWorld(eventOf([]));
});

/** Each as a process of its own, which knows nothing of the others but the table. */
const budget = () => limits(world.client, world.table, AMOUNTS);
/** A network that nobody has met before. */
const network = () => `10.0.${networks >> 8}.${networks++ & 255}`;

/** How often there is room, of so many tries. */
async function room(of: string, tries: number, now: Instant = NOW): Promise<number> {
  let taken = 0;
  for (let n = 0; n < tries; n++) if (await budget().spend(of, now)) taken++;
  return taken;
}

async function verify(of: string, times: number, now: Instant = NOW): Promise<void> {
  const mark = await budget().markOf(of, now);
  for (let n = 0; n < times; n++) await budget().verified(mark, 1, now);
}

test("a network has so much room in an hour, whichever process takes it, and again in the next", async () => {
  const of = network();
  const taken = await Promise.all(Array.from({ length: 6 }, () => budget().spend(of, NOW)));
  expect(taken.filter((each) => each)).toHaveLength(3);
  expect(await room(of, 5, "2027-06-01T06:00:00Z")).toBe(3);
});

test("a network takes room of nobody else, and all addresses of one subscriber are one network", async () => {
  const other = network();
  await room(network(), 10);
  expect(await room(other, 10)).toBe(3);
  expect(await room("2001:db8:0:1::1", 2)).toBe(2);
  expect(await room("2001:db8:0:1:ffff::2", 2)).toBe(1);
  expect(await room("2001:db8:0:2::1", 9)).toBe(3);
});

test("a submission that is verified gives its room back, and makes more", async () => {
  const of = network();
  await room(of, 9);
  await verify(of, 1);
  expect(await room(of, 9)).toBe(2);
});

test("what a program tries in vain is no debt of its neighbours", async () => {
  const of = network();
  await room(of, 40);
  await verify(of, 1);
  expect(await room(of, 1)).toBe(1);
});

test("the room of a network grows to a bound and no further", async () => {
  const of = network();
  await verify(of, 50);
  expect(await room(of, 20)).toBeLessThanOrEqual(AMOUNTS.mostUnproven + 1);
});

test("a code that was right gives back what it took", async () => {
  const of = network();
  await room(of, 3);
  await budget().giveBack(of, NOW);
  expect(await room(of, 9)).toBe(1);
});

test("a crowd that verifies has room however large it is, in whatever order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 15 }),
      async (groups) => {
        const of = network();
        for (const people of groups) {
          expect(await room(of, people)).toBe(people);
          await verify(of, people);
        }
      },
    ),
    { numRuns: 5 },
  );
});

test("a crowd behind one address within an hour all has room, who verify some minutes later", async () => {
  const of = network();
  const usual = limits(world.client, world.table);
  const mark = await usual.markOf(of, NOW);
  for (let group = 0; group < atScale(2, 8); group++) {
    const taken = await Promise.all(Array.from({ length: 250 }, () => usual.spend(of, NOW)));
    expect(taken.every((each) => each)).toBe(true);
    await Promise.all(taken.map(() => usual.verified(mark, 1, NOW)));
  }
});

test("the mark of a network is another on each day, and one of yesterday makes room for nobody", async () => {
  const of = network();
  const [late, early] = ["2027-06-01T23:59:59Z", "2027-06-02T00:00:00Z"];
  const mark = await budget().markOf(of, late);
  expect(mark.split("#")[1]).not.toBe((await budget().markOf(of, early)).split("#")[1]);
  await room(of, 9, early);
  await budget().verified(mark, 1, early);
  expect(await room(of, 9, early)).toBe(0);
});

test("what is stored of a network holds no address and has an end, the keys of its hashes too", async () => {
  await room("2001:db8:beef:1::1", 1);
  const items = await everything(world.client, world.table);
  expect(JSON.stringify(items)).not.toMatch(/beef|10\.0\./);
  expect(items.every(({ expires }) => Number(expires?.N) > 0)).toBe(true);
  const key = items.find(({ pk }) => pk?.S === "limit-key#2027-06-01");
  expect(Number(key?.expires?.N)).toBe(Date.parse("2027-06-03T00:00:00Z") / 1000);
});

test("seats that a network asks for are few until they are very many, and few again once they are verified", async () => {
  const mark = await budget().markOf(network(), NOW);
  const { unprovenSeats } = AMOUNTS;
  expect(await budget().spendSeats(mark, unprovenSeats - 1, NOW)).toBe(true);
  expect(await budget().spendSeats(mark, 1, NOW)).toBe(true);
  expect(await budget().spendSeats(mark, 1, NOW)).toBe(false);
  await budget().verified(mark, unprovenSeats, NOW);
  expect(await budget().spendSeats(mark, unprovenSeats - 1, NOW)).toBe(true);
  expect(await budget().spendSeats(await budget().markOf(network(), NOW), 1, NOW)).toBe(true);
});

test("seats count as verified even where the room of a network is as large as it gets", async () => {
  const of = network();
  await verify(of, AMOUNTS.mostUnproven + 2);
  const mark = await budget().markOf(of, NOW);
  await budget().spendSeats(mark, AMOUNTS.unprovenSeats + AMOUNTS.mostUnproven + 2, NOW);
  expect(await budget().spendSeats(mark, 1, NOW)).toBe(false);
  await budget().verified(mark, 1, NOW);
  expect(await budget().spendSeats(mark, 0, NOW)).toBe(true);
});
