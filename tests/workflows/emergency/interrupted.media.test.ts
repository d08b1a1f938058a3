import { expect, test } from "vitest";
import type { Operation } from "../../../functions/storage/dynamodb/transaction.ts";
import { pendingEmergencies } from "../../../functions/storage/newsroom/pending-emergencies.ts";
import {
  finishEmergencies,
  performEmergency,
} from "../../../functions/workflows/emergency/perform-emergency.ts";
import { canBePerformed, performOrder } from "../../../functions/workflows/emergency/perform-order.ts";
import { contentNewsroom } from "../../worlds/content/content-newsroom.ts";
import { killedAfter, type PublishingWorld, withoutTimes } from "../../worlds/content/publishing.ts";
import { RELEASE_ID } from "../../worlds/content/small-newsroom.ts";
import { atScale } from "../../worlds/documents/scale.ts";
import { emergencyIn } from "../../worlds/emergency/emergency.ts";

const BEFORE = "2026-03-01T09:00:00Z";
const NOW = "2026-03-01T10:00:00Z";
const LATER = "2026-03-01T10:05:00Z";
const PAGE = "/en/releases/first";
const GONE = { verb: "gone", unit: `release/${RELEASE_ID}`, folder: "releases/first", at: NOW } as const;

async function published() {
  const newsroom = await contentNewsroom();
  await newsroom.publish(BEFORE);
  return newsroom;
}

/** A gate at which a publication waits until it is let through. */
function gate() {
  let open = () => {};
  let reach = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const waiting = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const pass = () => {
    reach();
    return opened;
  };
  return { open, waiting, pass };
}

/** What is stored, whenever it was written. */
const stored = async (world: PublishingWorld) =>
  withoutTimes(await world.items()).map((each) => each.replace(/replacedAt[^,]*/, ""));

test("an emergency takes the newsroom from a publisher who is at work, and he writes nothing more", async () => {
  const newsroom = await published();
  newsroom.edit("releases/first/en.md", (text) => text.replace("Release en", "Edited"));
  const { open, waiting, pass } = gate();
  const { writer } = newsroom.world.publication;
  const slow = {
    ...writer,
    transact: async (all: readonly Operation[]) => {
      await pass();
      await writer.transact(all);
    },
  };
  const publishing = newsroom.publish(NOW, { writer: slow });
  await waiting;

  await performEmergency(await emergencyIn(newsroom.world, NOW), GONE, "Ali", performOrder);
  open();
  await expect(publishing).rejects.toMatchObject({ code: "publish-preempted" });
  expect((await newsroom.at(NOW).request(PAGE)).status).toBe(410);
});

test("an emergency killed at any write is finished by the next command, and nobody publishes before", async () => {
  const clean = await published();
  await performEmergency(await emergencyIn(clean.world, NOW), GONE, "Ali", performOrder);
  const finished = await stored(clean.world);

  let killed = true;
  for (let writes = 1; killed; writes += atScale(5, 1)) {
    const { world, ...newsroom } = await published();
    const { writer } = world.publication;
    const dying = await emergencyIn(world, NOW, { writer: killedAfter(writes, writer) });
    killed = await performEmergency(dying, GONE, "Ali", performOrder).then(
      () => false,
      () => true,
    );
    newsroom.edit("releases/first/en.md", (text) => text.replace("Release en", "Edited"));
    if (killed) await expect(newsroom.publish(LATER)).rejects.toMatchObject({ code: "emergency-pending" });
    expect(await finishEmergencies(await emergencyIn(world, LATER), performOrder, canBePerformed)).toEqual(
      [],
    );
    expect([writes, await pendingEmergencies(writer)]).toEqual([writes, []]);
    expect(await stored(world)).toEqual(finished);
  }
});

test("a redaction that was cut short is named with its folders, and no words are stored of it", async () => {
  const newsroom = await published();
  const { writer } = newsroom.world.publication;
  const order = { verb: "redact", folders: ["releases/first", "pages/about"] } as const;
  const dies = async () => {
    throw new Error("killed");
  };
  await expect(
    performEmergency(
      await emergencyIn(newsroom.world, NOW),
      { ...order, folders: [...order.folders] },
      "Ali",
      dies,
    ),
  ).rejects.toThrow("killed");

  expect(
    await finishEmergencies(await emergencyIn(newsroom.world, LATER), performOrder, canBePerformed),
  ).toHaveLength(1);
  expect(await pendingEmergencies(writer)).toMatchObject([{ order, by: "Ali" }]);
  newsroom.edit("releases/first/en.md", (text) => text.replace("Release en", "Edited"));
  await expect(newsroom.publish(LATER)).rejects.toMatchObject({
    code: "emergency-pending",
    message: expect.stringContaining("npm run redact -- releases/first pages/about"),
  });
});

test("an old clone does not bring back what an emergency took off", async () => {
  const newsroom = await published();
  await performEmergency(await emergencyIn(newsroom.world, NOW), GONE, "Ali", performOrder);

  expect(await newsroom.publish(LATER)).toMatchObject({ refused: 1 });
  expect((await newsroom.at(LATER).request(PAGE)).status).toBe(410);
});
