import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Instant } from "../../functions/domain/instant.ts";
import { limits, networkOf, USUAL_AMOUNTS } from "../../functions/storage/limits.ts";
import { everything, type RegisteringWorld, registeringWorld } from "../worlds/registering.ts";
import { eventOf } from "../worlds/registration-events.ts";

const AMOUNTS = { ...USUAL_AMOUNTS, submissions: 2, guesses: 1, mails: 1 };
let world: RegisteringWorld;

beforeEach(async () => {
  world = await registeringWorld(eventOf([]));
});

/** Each as a process of its own, which knows nothing of the others but the table. */
const within = (what: keyof typeof AMOUNTS, who: string, now: Instant) =>
  limits(world.client, world.table, AMOUNTS).within(what, who, now);

test("a network may do so much in an hour, whichever process counts, and again in the next", async () => {
  const asked = [1, 2, 3].map(() => within("submissions", "198.51.100.7", "2027-06-01T05:10:00Z"));
  expect((await Promise.all(asked)).filter((each) => each).length).toBe(2);
  expect(await within("guesses", "198.51.100.7", "2027-06-01T05:10:00Z")).toBe(true);
  expect(await within("submissions", "203.0.113.9", "2027-06-01T05:10:00Z")).toBe(true);
  expect(await within("submissions", "198.51.100.7", "2027-06-01T06:00:00Z")).toBe(true);
});

test("an address may be sent so many mails on a day, and again on the next", async () => {
  const asked = ["2027-06-01T05:00:00Z", "2027-06-01T23:59:59Z", "2027-06-02T00:00:00Z"];
  const answers: boolean[] = [];
  for (const now of asked) answers.push(await within("mails", "a-hash", now));
  expect(answers).toEqual([true, false, true]);
});

test("across midnight a network is counted under another hash, whose key is another", async () => {
  await within("submissions", "198.51.100.7", "2027-06-01T23:59:59Z");
  await within("submissions", "198.51.100.7", "2027-06-02T00:00:00Z");
  const rows = (await everything(world.client, world.table)).map(({ pk }) => pk?.S ?? "");
  expect(rows.filter((pk) => pk.startsWith("limit-key#")).sort()).toEqual([
    "limit-key#2027-06-01",
    "limit-key#2027-06-02",
  ]);
  const hashes = rows.filter((pk) => pk.startsWith("limit#")).map((pk) => pk.split("#")[2]);
  expect(new Set(hashes).size).toBe(2);
});

test("what is stored holds no address, and everything of it has an end", async () => {
  const network = `2001:db8:${randomUUID().slice(0, 4)}::1`;
  await within("submissions", network, "2027-06-01T05:00:00Z");
  const items = await everything(world.client, world.table);
  expect(JSON.stringify(items)).not.toContain("2001");
  expect(items.every(({ expires }) => Number(expires?.N) > 0)).toBe(true);
});

test.each([
  ["198.51.100.7", "198.51.100.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:DB8:1:2::6", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
])("%s belongs to the network %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
