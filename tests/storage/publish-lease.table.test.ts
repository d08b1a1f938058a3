import { expect, test } from "vitest";
import { addSeconds } from "../../functions/domain/instant.ts";
import { ConditionFailed } from "../../functions/storage/dynamodb/transaction.ts";
import type { LeaseHolder } from "../../functions/storage/newsroom/lease-state.ts";
import { newsroomWriter } from "../../functions/storage/newsroom/newsroom-writer.ts";
import { item } from "../../functions/storage/newsroom/parts.ts";
import { LEASE_SECONDS, publishLease } from "../../functions/storage/newsroom/publish-lease.ts";
import { freshNewsroomTable } from "../worlds/tables/tables.ts";

const DANA: LeaseHolder = { name: "dana@laptop", machine: "laptop", process: 1 };
const ALI: LeaseHolder = { name: "ali@desk", machine: "desk", process: 2 };
const NOW = "2026-01-01T00:00:00Z";

async function office() {
  const { client, table } = await freshNewsroomTable();
  let now = NOW;
  const clock = () => new Date(now);
  return {
    client,
    table,
    writer: newsroomWriter(client, table),
    leaseOf: (holder: LeaseHolder, hasDied?: (holder: LeaseHolder) => boolean, yieldMs = 500) =>
      publishLease(client, table, { holder, clock, yieldMs, ...(hasDied && { hasDied }) }),
    wait: (seconds: number) => {
      now = addSeconds(now, seconds);
    },
  };
}

const note = { ...item({ pk: "note", sk: "1" }, "written", NOW), writtenAt: NOW };

test("a lease that is held is refused with its holder's name and its end", async () => {
  const { leaseOf } = await office();
  const held = await leaseOf(DANA).take();

  await expect(leaseOf(ALI).take()).rejects.toMatchObject({
    code: "publish-lease-held",
    status: 409,
    message: "dana@laptop (process 1) is publishing, until 2026-01-01T00:01:00Z at the latest.",
  });
  await held.release();
});

test("a lease that was given back is free at once, and tells when its holder last wrote", async () => {
  const { leaseOf } = await office();
  const first = await leaseOf(DANA).take();
  first.wrote("2026-01-01T00:00:07Z");
  await first.release();

  const held = await leaseOf(ALI).take();
  expect(held.lastWrite).toBe("2026-01-01T00:00:07Z");
  await held.release();
});

test("whoever lost the lease cannot write any more, whichever lane it writes in", async () => {
  const { writer, leaseOf, wait } = await office();
  const lost = await leaseOf(DANA).take();
  await writer.transact([lost.guard(3), { put: note }]);
  wait(LEASE_SECONDS);
  const held = await leaseOf(ALI).take();

  for (const lane of [0, 3, 7])
    await expect(writer.transact([lost.guard(lane), { put: note }])).rejects.toBeInstanceOf(ConditionFailed);
  expect((await lost.lost()).message).toContain("ali@desk");
  await writer.transact([held.guard(3), { put: note }]);

  await lost.release();
  await writer.transact([held.guard(3), { put: note }]); // giving back what one lost takes nothing away
  await held.release();
});

test("the lease of a holder that is known to have died need not be waited for", async () => {
  const { leaseOf } = await office();
  await leaseOf(DANA).take();

  const held = await leaseOf(ALI, (holder) => holder.process === DANA.process).take();
  await held.release();
});

test("of many who take it at once one gets it", async () => {
  const { leaseOf } = await office();
  const taken = await Promise.allSettled(Array.from({ length: 6 }, () => leaseOf(DANA).take()));

  expect(taken.filter((each) => each.status === "fulfilled")).toHaveLength(1);
  for (const each of taken)
    if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "publish-lease-held" });
    else await each.value.release();
});

test("the generation tells whether anyone wrote in between", async () => {
  const { leaseOf, wait } = await office();
  const lease = leaseOf(DANA);
  expect(await lease.generation()).toBe(0);

  const first = await lease.take();
  expect(first.generation).toBe(1);
  await first.release();
  const seen = await lease.generation();
  const second = await lease.take();
  expect(second.generation).toBe(seen + 1);

  const whileHeld = await lease.generation();
  wait(LEASE_SECONDS);
  expect((await leaseOf(ALI).take()).generation).toBe(whileHeld + 2);
});

test("an emergency asks a publisher for the lease, who learns it and cannot write once it was taken", async () => {
  const { writer, leaseOf } = await office();
  const publisher = await leaseOf(DANA).take();
  const asked = new Promise((resolve) => publisher.signal.addEventListener("abort", resolve));

  const held = await leaseOf(ALI).takeForEmergency("hide");
  await asked;
  expect(publisher.signal.reason).toMatchObject({ code: "publish-preempted" });
  await expect(writer.transact([publisher.guard(0), { put: note }])).rejects.toBeInstanceOf(ConditionFailed);
  await writer.transact([held.guard(0), { put: note }]);
  await held.release();
});

test("a publisher gives the lease to an emergency at once, whatever he has begun, and tells when he may have written", async () => {
  const { leaseOf } = await office();
  const publisher = await leaseOf(DANA).take();

  const held = await leaseOf(ALI, undefined, 60_000).takeForEmergency("hide");
  expect(held.generation).toBe(publisher.generation + 2); // given back and taken, not taken over
  expect(held.lastWrite).toBe(NOW);
  await publisher.release();
  expect(held.signal.aborted).toBe(false);
  await held.release();
});

test("a publisher who hears nothing loses the lease when its time to give it back is over", async () => {
  const { client, table, leaseOf } = await office();
  const deaf = new Proxy(client, {
    get: (target, name) => (name === "send" ? send : Reflect.get(target, name)),
  });
  let isDeaf = false;
  const send: typeof client.send = (...args: [never]) =>
    isDeaf ? Promise.reject(new Error("no network")) : client.send(...args);
  const publisher = await publishLease(deaf, table, { holder: DANA, clock: () => new Date(NOW) }).take();
  isDeaf = true;

  const held = await leaseOf(ALI).takeForEmergency("hide");
  expect(held.generation).toBe(publisher.generation + 2); // taken over
  expect(publisher.signal.aborted).toBe(false);
  await held.release();
});

test("neither a publisher nor another emergency interrupts an emergency", async () => {
  const { leaseOf } = await office();
  const held = await leaseOf(DANA).takeForEmergency("hide");

  const refused = {
    code: "publish-preempted",
    message: "dana@laptop (process 1) takes something back in an emergency (hide).",
  };
  await expect(leaseOf(ALI).take()).rejects.toMatchObject(refused);
  await expect(leaseOf(ALI).takeForEmergency("gone")).rejects.toMatchObject(refused);
  expect(held.signal.aborted).toBe(false);
  await held.release();
});
