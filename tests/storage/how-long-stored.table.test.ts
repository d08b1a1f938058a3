import { beforeAll, expect, test } from "vitest";
import { addSeconds } from "../../functions/domain/instant.ts";
import { addressHash } from "../../functions/domain/registration/address.ts";
import { accessLog } from "../../functions/storage/registrations/access-log.ts";
import { mailboxes } from "../../functions/storage/registrations/mailboxes.ts";
import type { Attributes } from "../../functions/storage/registrations/registration-items.ts";
import { shadowSubmissions } from "../../functions/storage/registrations/shadow-submissions.ts";
import { comer } from "../worlds/registration/housekeeping.ts";
import { everything, type RegisteringWorld, registeringWorld } from "../worlds/registration/registering.ts";
import { eventOf, placeOf, submissionOf } from "../worlds/registration/registration-events.ts";

const DAY = 86_400;
let world: RegisteringWorld;

beforeAll(async () => {
  world = await registeringWorld(eventOf([placeOf("hall")]));
});

/** The item in the partition that begins so, and the days until DynamoDB itself deletes it. */
async function stored(prefix: string): Promise<{ text: string; days: number }> {
  const items: Attributes[] = await everything(world.client, world.table);
  const item = items.find(({ pk }) => pk?.S?.startsWith(prefix) && pk.S !== "mailbox#lately");
  const days = (Number(item?.expires?.N) - world.now / 1_000) / DAY;
  return { text: JSON.stringify(item), days };
}

test("the wish not to be invited is known for three years, under a hash with a key, however the address is written", async () => {
  const { doNotInvite: wishes } = world.dependencies;
  const at = world.instant();
  const until = await wishes.add("Wish.Of.Mine+list@gmail.com", at);
  expect(until).toBe(addSeconds(at, 3 * 365 * DAY));
  const spelled = "wishofmine@googlemail.com";
  expect(await wishes.until(spelled, addSeconds(until, -1))).toBe(until);
  expect(await wishes.until(spelled, until)).toBeUndefined();
  expect(await wishes.add(spelled, addSeconds(at, DAY))).toBe(until);
  expect(await stored("do-not-invite#")).toEqual({
    text: expect.not.stringContaining("wish"),
    days: 3 * 365,
  });
  const { text } = await stored("do-not-invite#");
  expect(text).not.toContain(addressHash(spelled));
  await wishes.remove("wish.of.mine@gmail.com");
  expect(await wishes.until(spelled, at)).toBeUndefined();
});

test("a mailbox that refuses mail is left alone for 180 days, and kept as a hash", async () => {
  const boxes = mailboxes(world.client, world.table);
  const at = world.instant();
  await boxes.refuse("bounced@example.org", { reason: "bounce", at });
  expect(await boxes.refused("bounced@example.org", addSeconds(at, 180 * DAY - 1))).toBeDefined();
  expect(await boxes.refused("bounced@example.org", addSeconds(at, 180 * DAY))).toBeUndefined();
  expect(await stored("mailbox#")).toEqual({ text: expect.not.stringContaining("bounced"), days: 180 });
});

test("what was submitted under an address that is registered is kept for four hours", async () => {
  const shadows = shadowSubmissions(world.client, world.table);
  const now = world.instant();
  const submission = submissionOf();
  await shadows.keep(world.event.id, submission, { now, since: now });
  const after = (seconds: number) => shadows.find(world.event.id, submission.id, addSeconds(now, seconds));
  expect([await after(4 * 3_600 - 1), await after(4 * 3_600)]).toEqual([
    expect.objectContaining({ submission }),
    undefined,
  ]);
  expect((await stored("submission#")).days).toBeCloseTo(4 / 24, 6);
});

test("who read what is kept for a year", async () => {
  const log = accessLog(world.client, world.table);
  await log.add({ at: world.instant(), who: "press@desk", why: "badges", what: "list an-event" });
  expect((await stored("access-log")).days).toBe(366);
});

test("DynamoDB itself deletes a registration a week after it was to be erased, should nobody else have", async () => {
  await comer(world);
  const [registration] = await world.all();
  const erased = (Date.parse(registration?.eraseAt ?? "") - world.now) / 1_000 / DAY;
  expect((await stored("registrations#")).days).toBeCloseTo(erased + 7, 6);
  expect((await stored("address#")).text).not.toContain("example.org");
});
