import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { removeAsset } from "../../../functions/workflows/takedown/remove-asset.ts";
import {
  listedAsset,
  sameBytesElsewhere,
  takeOutOfContent,
} from "../../../functions/workflows/takedown/taken-down-content.ts";
import { type BucketedNewsroom, bucketedNewsroom } from "../../worlds/bucketed-newsroom.ts";
import { KIT_ID, openFolder, writeFile } from "../../worlds/content.ts";
import { timedKitFiles } from "../../worlds/timed-kit.ts";

const NOW = "2026-01-01T00:00:00Z";
const LATER = "2026-01-02T00:00:00Z";
const UNIT = `kit/${KIT_ID}`;

/** A kit of three photographs, published twice with other words about one of them. */
async function publishedTwice(): Promise<BucketedNewsroom> {
  const newsroom = await bucketedNewsroom(await timedKitFiles([{ id: "dawn" }, { id: "dusk" }]));
  await newsroom.publish(NOW);
  newsroom.edit("media-kits/photos/en.md", (text) => text.replace("The dawn.", "The dawn, once more."));
  await newsroom.publish(NOW);
  return newsroom;
}

const kitFolder = ({ directory }: BucketedNewsroom) => join(directory, "media-kits/photos");

async function takeDown(newsroom: BucketedNewsroom) {
  const { world, media } = newsroom;
  const { downloads: files } = listedAsset(kitFolder(newsroom), "dawn");
  const asset = { unit: UNIT, kit: "photos", id: "dawn", files };
  return removeAsset({ writer: world.writer, media }, asset, LATER);
}

describe("taking down", () => {
  it("removes what was ever made of the asset, and every archive that ever held it, before anything else", async () => {
    const newsroom = await publishedTwice();
    expect((await newsroom.keys("dawn")).length).toBeGreaterThan(4);
    const { removed, addresses } = await takeDown(newsroom);
    expect(await newsroom.keys("dawn")).toEqual([]);
    expect(await newsroom.keys(".zip")).toEqual([]);
    expect(await newsroom.keys("dusk")).not.toEqual([]);
    expect(addresses).toEqual(expect.arrayContaining(removed.map((key) => `/${key}`)));
  });

  it("lets every download of it answer 410 at once", async () => {
    const newsroom = await publishedTwice();
    await takeDown(newsroom);
    for (const file of ["dawn.png", "dawn-web.jpg", "dawn-web.webp"])
      expect((await newsroom.world.item(`/downloads/photos/${file}`))?.body).toContain('"kind":"gone"');
  });

  it("is told by the next publication: on the page, in the API and in feeds, by id alone", async () => {
    const newsroom = await publishedTwice();
    await takeDown(newsroom);
    takeOutOfContent(kitFolder(newsroom), listedAsset(kitFolder(newsroom), "dawn"), "2026-01-02T00:00Z");
    await newsroom.publish(LATER, { only: UNIT, withoutArchives: true, forgetFormer: true });
    expect(await newsroom.keys(".zip")).toEqual([]);
    await newsroom.publish(LATER);
    expect(await newsroom.keys("/photos.zip")).toHaveLength(1);
    expect(await newsroom.keys("dawn")).toEqual([]);
    const app = newsroom.at("2026-01-03T00:00:00Z");
    const read = async (path: string) => (await app.request(path)).text();
    const page = await read("/en/kits/photos");
    expect(page).toContain("dawn");
    expect(page).not.toContain("The dawn");
    expect(JSON.parse(await read(`/api/v1/kits/${KIT_ID}`))).toMatchObject({
      takenDown: [{ id: "dawn", removedAt: "2026-01-02T00:00:00Z" }],
    });
    for (const feed of ["/en/feed.rss", "/kk/feed.atom", "/ru/feed.json"])
      expect(await read(feed)).toContain("dawn");
    expect((await app.request("/downloads/photos/dawn.png")).status).not.toBe(302);
  });

  it("stays when the kit is published again and again", async () => {
    const newsroom = await publishedTwice();
    await takeDown(newsroom);
    takeOutOfContent(kitFolder(newsroom), listedAsset(kitFolder(newsroom), "dawn"), "2026-01-02T00:00Z");
    await newsroom.publish(LATER);
    newsroom.edit("media-kits/photos/en.md", (text) => text.replace("The dusk.", "The dusk, too."));
    await newsroom.publish("2026-01-03T00:00:00Z");
    expect((await newsroom.world.item("/downloads/photos/dawn.png"))?.body).toContain('"kind":"gone"');
  });
});

describe("the content", () => {
  it("is right without the asset, its words and its file, and translations stay as reviewed as they were", async () => {
    const newsroom = await publishedTwice();
    const listed = listedAsset(kitFolder(newsroom), "dawn");
    expect(listed).toMatchObject({
      local: ["dawn.png"],
      downloads: ["dawn.png", "dawn-web.jpg", "dawn-web.webp"],
    });
    const before = (await openFolder(newsroom.directory)).problems;
    takeOutOfContent(kitFolder(newsroom), listed, "2026-01-01T05:00:00+05:00");
    expect(existsSync(join(kitFolder(newsroom), "dawn.png"))).toBe(false);
    for (const name of ["en.md", "ru.md", "kk.md"])
      expect(readFileSync(join(kitFolder(newsroom), name), "utf8")).not.toContain("The dawn");
    const after = (await openFolder(newsroom.directory)).problems;
    expect(after.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(after.length).toBe(before.length);
  });

  it("names other files with the same bytes", async () => {
    const newsroom = await publishedTwice();
    const bytes = readFileSync(join(kitFolder(newsroom), "dawn.png"));
    writeFile(newsroom.directory, "pages/about/copy.png", bytes);
    expect(sameBytesElsewhere(newsroom.directory, kitFolder(newsroom), ["dawn.png"])).toEqual([
      join(newsroom.directory, "pages/about/copy.png"),
    ]);
  });

  it("of a kit whose only asset goes is right as well", async () => {
    const newsroom = await bucketedNewsroom();
    takeOutOfContent(kitFolder(newsroom), listedAsset(kitFolder(newsroom), "steppe"), "2025-12-31T00:00Z");
    const { problems } = await openFolder(newsroom.directory);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    await newsroom.publish(NOW);
    expect((await newsroom.at(NOW).request("/en/kits/photos")).status).toBe(200);
  });
});
