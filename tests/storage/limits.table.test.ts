import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Instant } from "../../functions/domain/instant.ts";
import { limits, USUAL_AMOUNTS } from "../../functions/storage/registrations/limits.ts";
import { everything, type RegisteringWorld, registeringWorld } from "../worlds/registration/registering.ts";
import { eventOf } from "../worlds/registration/registration-events.ts";

const AMOUNTS = { ...USUAL_AMOUNTS, mails: 1, codes: 2 };
let world: RegisteringWorld;

beforeEach(async () => {
  world = await registeringWorld(eventOf([]));
});

/** Each as a process of its own, which knows nothing of the others but the table. */
const within = (what: "mails" | "codes", who: string, now: Instant) =>
  limits(world.client, world.table, AMOUNTS).within(what, who, now);

test("codes may be typed so often for an address, whichever process counts", async () => {
  const asked = [1, 2, 3].map(() => within("codes", "an-event a-hash", "2027-06-01T05:10:00Z"));
  expect((await Promise.all(asked)).filter((each) => each).length).toBe(2);
  expect(await within("codes", "an-event another-hash", "2027-06-01T05:10:00Z")).toBe(true);
});

test("an address may be sent so many mails on a day, and again on the next", async () => {
  const asked = ["2027-06-01T05:00:00Z", "2027-06-01T23:59:59Z", "2027-06-02T00:00:00Z"];
  const answers: boolean[] = [];
  for (const now of asked) answers.push(await within("mails", "a-hash", now));
  expect(answers).toEqual([true, false, true]);
});

test("what is stored holds no address, and everything of it has an end", async () => {
  const address = `${randomUUID().slice(0, 8)}@example.org`;
  await within("mails", address, "2027-06-01T05:00:00Z");
  const items = await everything(world.client, world.table);
  expect(JSON.stringify(items)).not.toContain(address);
  expect(items.every(({ expires }) => Number(expires?.N) > 0)).toBe(true);
});
