import { expect, test } from "vitest";
import { newsroomReader } from "../../../functions/storage/newsroom/newsroom-reader.ts";
import type { NewsroomWriter } from "../../../functions/storage/newsroom/newsroom-writer.ts";
import { noticeBoard } from "../../../functions/storage/newsroom/notices.ts";
import { announce } from "../../../functions/workflows/announce/announce.ts";
import { publishedSites } from "../../../functions/workflows/announce/published-sites.ts";
import { compiledBy } from "../../frozen/frozen-content.ts";
import { openFolder } from "../../worlds/content/content.ts";
import { type ContentNewsroom, contentNewsroom } from "../../worlds/content/content-newsroom.ts";
import { RELEASE_ID, SMALL_NEWSROOM } from "../../worlds/content/small-newsroom.ts";

const TEXT = "releases/first/en.md";
const PAGE = "/en/releases/first";
const FIRST = "2026-03-01T09:00:00Z";
const SECOND = "2026-03-01T10:00:00Z";
const THIRD = "2026-03-01T11:00:00Z";

const shouting = (body: string) => body.replaceAll("There were", "THERE WERE");

/** Publishes what the folder holds with a compiler that writes some words in capitals. */
async function publishShouting(newsroom: ContentNewsroom, now: string, invalidate?: () => Promise<void>) {
  const { manifest } = await openFolder(newsroom.directory, { now });
  if (!manifest) throw new Error("The content has problems.");
  const clock = () => new Date(now);
  const other = { clock, ...(invalidate && { invalidate }) };
  return newsroom.world.publish(compiledBy("shouting", manifest, shouting), other);
}

const changesIn = async (newsroom: ContentNewsroom) =>
  JSON.parse((await newsroom.world.item(PAGE, "changes"))?.body ?? '{"changes":[]}').changes;

test("a document that is rendered anew keeps the time of its last edit, and its bytes have a new one", async () => {
  const newsroom = await contentNewsroom();
  await newsroom.publish(FIRST);
  await publishShouting(newsroom, SECOND);
  expect(await newsroom.world.item(PAGE)).toMatchObject({ writtenAt: SECOND, editedAt: FIRST });
  const page = await newsroom.at(SECOND).request(PAGE);
  expect(await page.text()).toContain("THERE WERE");
  expect(page.headers.get("Last-Modified")).toBe("Sun, 01 Mar 2026 10:00:00 GMT");
  expect(await changesIn(newsroom)).toEqual([]);

  newsroom.edit(TEXT, (text) => text.replace("69 cases", "70 cases"));
  await publishShouting(newsroom, THIRD);
  const versions = await newsroom.world.writer.partition(`versions#release/${RELEASE_ID}#en`);
  expect(versions.map(({ key }) => key.sk)).toEqual([FIRST]);
  expect((await newsroom.world.item(PAGE))?.editedAt).toBeUndefined();
  expect(await changesIn(newsroom)).toMatchObject([{ kind: "minor", at: THIRD }]);
});

test("an edit that was killed half-way and taken back is told in both directions", async () => {
  const newsroom = await contentNewsroom();
  await newsroom.publish(FIRST);
  newsroom.edit(TEXT, (text) => text.replace("69 cases", "70 cases"));
  await expect(
    newsroom.publish(SECOND, { writer: killedAfterPage(newsroom.world.writer) }),
  ).rejects.toThrow();
  newsroom.edit(TEXT, (text) => text.replace("70 cases", "69 cases"));
  await publishShouting(newsroom, THIRD);
  expect(await changesIn(newsroom)).toMatchObject([{ at: THIRD }, { at: SECOND }]);
  for (const language of ["ru", "kk"]) // in which nobody edited anything
    expect(await newsroom.world.item(`/${language}/releases/first`, "changes")).toBeUndefined();
});

/** Ends like a killed process once the page was written. */
function killedAfterPage(writer: NewsroomWriter): NewsroomWriter {
  let killed = false;
  return {
    ...writer,
    transact: async (operations) => {
      if (killed) throw new Error("killed");
      await writer.transact(operations);
      killed = operations.some((each) => "put" in each && each.put.key.pk === PAGE);
    },
  };
}

test("of a rendering whose publication was killed, caches are told later and subscribers never", async () => {
  const hub = "hub: https://hub.example.org/\n";
  const newsroom = await contentNewsroom({ "site.yaml": `${SMALL_NEWSROOM["site.yaml"]}${hub}` });
  const { client, table } = newsroom.world;
  const forgotten: string[] = [];
  const feeds: string[] = [];
  const announceAt = (now: string) =>
    announce({
      board: noticeBoard(client, table),
      sites: () => publishedSites(newsroomReader(client, table)),
      invalidate: async (addresses) => void forgotten.push(...addresses),
      ping: async (_, feed) => void feeds.push(feed),
      clock: () => new Date(now),
      report: () => {},
    });
  await newsroom.publish(FIRST);
  for (const now of ["2026-03-01T09:01:00Z", "2026-03-01T09:02:00Z"]) await announceAt(now);
  expect(feeds.length).toBeGreaterThan(0);
  feeds.length = 0;
  forgotten.length = 0;

  const killed = publishShouting(newsroom, SECOND, () => Promise.reject(new Error("killed")));
  await expect(killed).rejects.toThrow("killed");
  for (const now of ["2026-03-01T10:01:00Z", "2026-03-01T10:02:00Z"]) await announceAt(now);
  expect(forgotten).toContain(PAGE);
  expect(forgotten).toContain("/en/feed.atom");
  expect(feeds).toEqual([]);
});
