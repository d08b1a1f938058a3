import { expect, test } from "vitest";
import { feedPath } from "../../../functions/domain/addresses.ts";
import { addSeconds, toInstant } from "../../../functions/domain/instant.ts";
import { noticeBoard } from "../../../functions/storage/newsroom/notices.ts";
import { announce } from "../../../functions/workflows/announce/announce.ts";
import { manifestOf, releaseUnit } from "../../worlds/content/manifest.ts";
import { type PublishingWorld, publishingWorld } from "../../worlds/content/publishing.ts";
import { siteDocument } from "../../worlds/documents/documents.ts";

const ATOM = feedPath("en", "atom");
const release = (n: number) => releaseUnit({ n, languages: ["en"] });

/** Announces so many seconds after the last publication. @returns what caches were told to forget, and the hub of */
async function announced({ client, table, publication }: PublishingWorld, seconds = 0) {
  const forgotten: string[] = [];
  const pinged: string[] = [];
  const now = addSeconds(toInstant(publication.clock()), seconds);
  await announce({
    board: noticeBoard(client, table),
    sites: async () => [siteDocument("en", { hub: "https://hub.example.org/" })],
    invalidate: async (addresses) => void forgotten.push(...addresses),
    ping: async (_, feed) => void pinged.push(feed),
    clock: () => new Date(now),
    report: () => {},
  });
  return { forgotten, pinged };
}

test("what a publication made caches forget, announcing does not make them forget again, but it tells the hub", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(release(1)));
  expect(world.invalidated).toContain(ATOM);
  expect(await announced(world, 60)).toEqual({ forgotten: [], pinged: [] });
  expect((await announced(world, 120)).pinged).toContain(`https://newsroom.example${ATOM}`);
  expect(await noticeBoard(world.client, world.table).notices("9999").next()).toMatchObject({ done: true });
});

test("a publication that ends between its commit and the caches is made good by announcing", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(release(1)));
  const corrected = releaseUnit({ n: 1, languages: ["en"], title: "Corrected" });
  const invalidate = () => Promise.reject(new Error("killed"));
  await expect(world.publish(manifestOf(corrected), { invalidate })).rejects.toThrow("killed");
  await world.publish(manifestOf(corrected, release(2))); // knows nothing of what the one before did not tell
  expect((await announced(world, 60)).forgotten).toContain("/en/releases/release-1");
});

test("what announcing took while caches were being told stays taken", async () => {
  const world = await publishingWorld();
  const invalidate = async () => void (await announced(world, 1));
  await world.publish(manifestOf(release(1)), { invalidate });
  expect(await noticeBoard(world.client, world.table).notices("9999").next()).toMatchObject({ done: true });
});

test("what lifts soon is forgotten at its lift, though its neighbours were forgotten before", async () => {
  const world = await publishingWorld();
  await world.publish(manifestOf(release(1)));
  const soon = addSeconds(toInstant(world.publication.clock()), 60 + 30);
  await world.publish(manifestOf(release(1), releaseUnit({ n: 2, languages: ["en"], publishAt: soon })));
  expect((await announced(world, 60)).forgotten).toContain("/en/releases/release-2");
});
