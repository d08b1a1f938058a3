import { expect, test } from "vitest";
import { readFence } from "../../../functions/storage/newsroom/fence.ts";
import { changesKey, ledgerKey } from "../../../functions/storage/newsroom/keys.ts";
import { pendingItem } from "../../../functions/storage/newsroom/pending-emergencies.ts";
import { destroyOverdue } from "../../../functions/workflows/emergency/destroy-overdue.ts";
import { hiddenUnits } from "../../../functions/workflows/emergency/hidden-units.ts";
import { finishEmergencies } from "../../../functions/workflows/emergency/perform-emergency.ts";
import { canBePerformed, performOrder } from "../../../functions/workflows/emergency/perform-order.ts";
import { shownFiles } from "../../../functions/workflows/takedown/shown-file.ts";
import { illustratedFiles, tellsOfHouse } from "../../worlds/content/illustrated.ts";
import { KIT_ID, RELEASE_ID } from "../../worlds/content/small-newsroom.ts";
import { casesOf } from "../../worlds/documents/scale.ts";
import {
  type EmergencyWorld,
  emergencyWorld,
  hideOrder,
  takedownOrder,
} from "../../worlds/emergency/emergencies.ts";

const BEFORE = "2026-03-01T09:00:00Z";
const LATER = "2026-03-01T11:00:00Z";

async function illustrated(): Promise<EmergencyWorld> {
  const world = await emergencyWorld(await illustratedFiles());
  await world.publish(BEFORE);
  return world;
}

async function answersAsTold(
  world: EmergencyWorld,
  { addresses }: Awaited<ReturnType<EmergencyWorld["order"]>>,
) {
  for (const { address, answers } of addresses)
    expect({ address, right: answers.includes(await world.status(address)) }).toEqual({
      address,
      right: true,
    });
}

test.each(casesOf(["photos/dawn", "releases/first/lead.png", "releases/first/inside.png", "site"], 2))(
  "%s is destroyed in every version, answers 410, and no clone that has it can bring it back",
  async (what) => {
    const world = await illustrated();
    const subject = await world.subject(what);
    const outcome = await world.order(takedownOrder(world, subject));
    await answersAsTold(world, outcome);
    expect(outcome.addresses.filter(({ address }) => address.startsWith("/media/")).length).toBeGreaterThan(
      0,
    );
    const name = what === "site" ? "/share" : `/${what.split("/").at(-1)?.replace(".png", "")}`;
    expect(await world.keys(name)).toEqual([]);
    expect((await readFence(world.world.writer)).takenDown).toContain(subject.hashes[0]);

    expect(await world.publish(LATER)).toMatchObject({ refused: 1 }); // of the same content
    expect(await world.keys(name)).toEqual([]);
    for (const path of ["/en/releases/first", "/en/kits/photos", "/en/feed.json", "/en/"])
      expect(await (await world.at(LATER).request(path)).text()).not.toContain(`${name}.`);
  },
);

test("a release that is taken down is gone, with every file and every former version of it", async () => {
  const world = await illustrated();
  world.edit("releases/first/en.md", (text) => text.replace("There were", "There had been"));
  await world.publish(BEFORE);
  const versions = `versions#release/${RELEASE_ID}#en`;
  expect((await world.world.writer.partition(versions)).length).toBe(1);
  const outcome = await world.order(takedownOrder(world, await world.subject("releases/first")));
  await answersAsTold(world, outcome);
  expect(outcome.addresses).toContainEqual({ address: "/ru/releases/first", answers: [410] });
  expect(await world.keys("/lead")).toEqual([]);
  expect(await world.world.writer.partition(versions)).toEqual([]);
});

test("what readers were told of a picture is destroyed with it, and all that they were told of a release with that", async () => {
  const world = await illustrated();
  const told = await tellsOfHouse(world, BEFORE);
  await world.order(takedownOrder(world, await world.subject("releases/first/house.png")));
  expect(await told()).not.toMatch(/house|spring/);
  expect(await told()).toContain("It has a new roof");

  const changes = changesKey("/en/releases/first");
  expect(await world.world.writer.read([changes])).toHaveLength(1);
  await world.order(takedownOrder(world, await world.subject("releases/first")));
  expect(await world.world.writer.read([changes])).toEqual([]);
});

test("what was hidden before is destroyed where it lies, and cannot be shown again", async () => {
  const world = await illustrated();
  const subject = await world.subject("photos/dawn");
  await world.order(hideOrder(world, subject));
  const [kit, ...others] = await hiddenUnits(world.emergency, subject);
  expect(others).toEqual([]);
  expect(kit && shownFiles(kit, (path) => path.endsWith("/dawn.png"))).toMatchObject({
    files: expect.arrayContaining([expect.objectContaining({ mediaType: "image/png" })]),
    pages: expect.arrayContaining(["/en/kits/photos", "/downloads/photos/dawn.png"]),
  });
  await world.order(takedownOrder(world, subject));
  expect(await hiddenUnits(world.emergency, subject)).toEqual([]);
  expect(await world.hidden.objects().next()).toMatchObject({ done: true });
  await world.order({ verb: "unhide", id: "first", what: subject.what });
  expect(await world.keys("/dawn")).toEqual([]);
  expect(await world.status("/downloads/photos/dawn.png")).toBe(410);
  expect(await world.publish(LATER)).toMatchObject({ refused: 1 }); // of a clone that still has it
});

test("hidden bytes are destroyed after three days, and go on answering 410", async () => {
  const world = await illustrated();
  const subject = await world.subject("photos/dawn");
  const [key = ""] = await world.keys("/dawn-web.jpg");
  await world.order(hideOrder(world, subject));
  world.setTime("2026-03-04T09:59:00Z");
  await destroyOverdue(world.emergency);
  expect(await world.hidden.objects().next()).toMatchObject({ done: false });
  world.setTime("2026-03-04T10:00:00Z");
  await destroyOverdue(world.emergency);
  expect(await world.hidden.objects().next()).toMatchObject({ done: true });
  await world.order({ verb: "unhide", id: "first", what: subject.what });
  expect(await world.publish("2026-03-04T11:00:00Z")).toMatchObject({ refused: 0 });
  expect(await world.status(`/${key}`)).toBe(410);
  expect(await world.keys("/dawn")).toEqual([]);
});

async function small(): Promise<EmergencyWorld> {
  const world = await emergencyWorld();
  await world.publish(BEFORE);
  return world;
}

test("words that were taken down come back from no clone, not even when nothing is known of them any more", async () => {
  const world = await small();
  await world.order(takedownOrder(world, await world.subject("releases/first")));
  const allowances = { allowReturn: true, removeMissing: true };
  expect(await world.publish(LATER, allowances)).toMatchObject({ refused: 1 });
  expect(await world.status("/ru/releases/first")).toBe(410);
  await world.world.writer.transact([{ remove: ledgerKey(`release/${RELEASE_ID}`) }]); // as when its folder was deleted
  expect(await world.publish(LATER, allowances)).toMatchObject({ refused: 1 });
  expect(await world.status("/ru/releases/first")).not.toBe(200);
});

test("what is shown again is not hidden once more by an order that was never finished", async () => {
  const world = await small();
  const before = await world.shown();
  const order = hideOrder(world, await world.subject("photos/steppe"));
  await world.order(order);
  const noted = { kind: "pending-emergency", id: "2", at: order.at, by: "Dana", order } as const;
  await world.world.writer.putAll([{ ...pendingItem(noted), writtenAt: order.at }]);
  await world.order({ verb: "unhide", id: order.id, what: order.what });
  await finishEmergencies(world.emergency, performOrder, canBePerformed);
  await world.publish(LATER);
  expect(await world.shown()).toEqual(before);
});

test("bytes that another publication uploads meanwhile are taken back by the next one", async () => {
  const world = await illustrated();
  const subject = await world.subject("photos/dawn");
  const [key = ""] = await world.keys("/dawn-web.jpg");
  await world.order(hideOrder(world, subject));
  const { media } = world.emergency;
  await media.remove(key);
  expect(await world.status(`/${key}`)).toBe(404);
  await world.publish(LATER, { only: [`kit/${KIT_ID}`] });
  expect(await world.status(`/${key}`)).toBe(410);
});
