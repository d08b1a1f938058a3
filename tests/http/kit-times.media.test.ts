import type { Hono } from "hono";
import { beforeAll, describe, expect, test } from "vitest";
import { ASSETS_PER_PAGE, type Asset, type KitDocument } from "../../functions/domain/documents/kit.ts";
import type { Instant } from "../../functions/domain/instant.ts";
import { partKey } from "../../functions/storage/newsroom/keys.ts";
import { type PublishedContent, publishedContent } from "../worlds/content/published-content.ts";
import { KIT_ID } from "../worlds/content/small-newsroom.ts";
import { timedKit } from "../worlds/content/timed-kit.ts";
import { kitDocument } from "../worlds/documents/documents.ts";
import { bytesOf, kitAssets } from "../worlds/documents/kit-assets.ts";
import { RELEASED } from "../worlds/documents/parts.ts";
import { readingWorld } from "../worlds/reading/reading.ts";
import { stored, storedPublication } from "../worlds/tables/stored.ts";

const PUBLISHED: Instant = "2026-01-01T00:00:00Z";
const BEGINS: Instant = "2030-01-01T10:00:00Z";
const ENDS: Instant = "2031-01-01T10:00:00Z";
const DAWN = { id: "dawn", times: [`publishAt: ${BEGINS}`, `until: ${ENDS}`] };
const WINDOW = `/media/${Date.parse(BEGINS) / 1000}-${Date.parse(ENDS) / 1000}/`;

/** Every address at which a kit shows, or shows that it is there. */
const ADDRESSES = [
  ...["en", "ru", "kk"].flatMap((language) => [
    `/${language}/`,
    `/${language}/kits`,
    `/${language}/kits/photos`,
    `/api/v1/kits?language=${language}`,
    `/api/v1/kits?language=${language}&updatedSince=2020-01-01T00:00:00Z`,
    `/api/v1/kits/${KIT_ID}?language=${language}`,
  ]),
  "/en/kits/photos?page=2",
  "/downloads/photos/dawn.png",
  "/sitemap.xml",
  "/sitemaps/kits-2020-1.xml",
];

async function seen(app: Hono, address: string) {
  const answer = await app.request(address);
  return { address, status: answer.status, headers: [...answer.headers], body: await answer.text() };
}

describe("a file with its own beginning and end", () => {
  let newsroom: PublishedContent;
  const shown = async (address: string, now: Instant) => seen(newsroom.at(now), address);
  const header = async (address: string, now: Instant, name: string) =>
    (await newsroom.at(now).request(address)).headers.get(name);
  beforeAll(async () => {
    newsroom = await publishedContent(await timedKit(DAWN), PUBLISHED);
  });

  test("before it, every address answers as if there were no such file", async () => {
    const without = await publishedContent(await timedKit(), PUBLISHED);
    for (const address of ADDRESSES)
      expect(await shown(address, "2029-12-31T00:00:00Z")).toEqual(
        await seen(without.at("2029-12-31T00:00:00Z"), address),
      );
  });

  test.each([
    ["2030-01-01T09:59:59Z", 1, 404],
    [BEGINS, 2, 302],
    ["2031-01-01T09:59:59Z", 2, 302],
    [ENDS, 1, 404],
  ])(
    "at %s pages, lists and the API tell of %i files, and its download answers %i",
    async (now, count, status) => {
      for (const address of ["/en/", "/en/kits", "/en/kits/photos"])
        expect(
          new Set((await shown(address, now)).body.match(/\d+\s(?=files?, )/g)?.map(Number)),
          address,
        ).toEqual(
          new Set([count]), // the kit tells it once more of its ZIP
        );
      const item = JSON.parse((await shown(`/api/v1/kits/${KIT_ID}`, now)).body);
      const [listed] = JSON.parse((await shown("/api/v1/kits", now)).body).data;
      expect([item.assetCount, item.assets.length, listed.assetCount]).toEqual([count, count, count]);
      expect(item.totalBytes).toBe(listed.totalBytes);
      const download = await newsroom.at(now).request("/downloads/photos/dawn.png");
      expect(download.status).toBe(status);
      expect(download.headers.get("Location")?.startsWith(WINDOW) ?? false).toBe(status === 302);
    },
  );

  test.each(["/en/", "/en/kits", "/en/kits/photos", "/api/v1/kits", `/api/v1/kits/${KIT_ID}`])(
    "the edge keeps %s no longer than until the file comes, or goes",
    async (address) => {
      const kept = (now: Instant) => header(address, now, "Cache-Control");
      expect(await kept("2030-01-01T09:59:30Z")).toMatch(/s-maxage=2\d$/);
      expect(await kept("2030-01-01T09:59:59Z")).toBe("no-store");
      expect(await kept("2031-01-01T09:59:30Z")).toMatch(/s-maxage=2\d$/);
      expect(await kept("2031-01-01T09:59:59Z")).toBe("no-store");
      expect(await header(address, "2030-06-01T00:00:00Z", "Last-Modified")).toBe(
        "Tue, 01 Jan 2030 10:00:00 GMT",
      );
      expect(await header(address, "2032-01-01T00:00:00Z", "Last-Modified")).toBe(
        "Wed, 01 Jan 2031 10:00:00 GMT",
      );
    },
  );

  test("whatever the kit shows of it lies in its window", async () => {
    const { body } = await shown("/en/kits/photos", BEGINS);
    const paths = (body.match(/\/media\/[^"]+/g) ?? []).filter((path) => path.includes("dawn"));
    expect(paths.length).toBeGreaterThan(1);
    expect(paths.filter((path) => !path.startsWith(WINDOW))).toEqual([]);
  });
});

describe("a kit of 100 files, three of which come later", () => {
  const LATER = [3, 47, 60];
  const NOW: Instant = "2026-06-01T00:00:00Z";

  function large(): { kit: KitDocument; assets: Asset[] } {
    const [first] = kitAssets("en");
    if (!first) throw new Error("There is no asset to copy");
    const assets = Array.from({ length: 100 }, (_, n) => ({
      ...first,
      id: `a-${n}`,
      publishAt: LATER.includes(n) ? BEGINS : RELEASED,
    }));
    const totals = { assetCount: 3, totalBytes: bytesOf([first, first, first]) };
    const kit = kitDocument("en", {
      assetCount: 100,
      totalBytes: bytesOf(assets),
      ownTimes: [{ publishAt: BEGINS, ...totals, at: LATER }],
      assets: assets.slice(0, ASSETS_PER_PAGE),
      pages: { hash: "5f", count: 3 },
    });
    return { kit, assets };
  }

  async function idsOfPages(now: Instant): Promise<string[][]> {
    const { kit, assets } = large();
    const part = (n: number) => assets.slice((n - 1) * ASSETS_PER_PAGE, n * ASSETS_PER_PAGE);
    const world = await readingWorld([
      ...storedPublication(kit),
      stored(partKey(kit.path, "5f", 2), part(2), RELEASED),
      stored(partKey(kit.path, "5f", 3), part(3), RELEASED),
    ]);
    const pages = [1, 2, 3].map(async (page) => {
      const answer = await world.at(now).request(`${kit.path}?page=${page}`);
      return [...(await answer.text()).matchAll(/id="asset-a-(\d+)"/g)].map((match) => match[1] ?? "");
    });
    return Promise.all(pages);
  }

  test("has whole pages before and after, in the order of the files", async () => {
    const before = await idsOfPages(NOW);
    expect(before.map((page) => page.length)).toEqual([48, 48, 1]);
    const expected = Array.from({ length: 100 }, (_, n) => n).filter((n) => !LATER.includes(n));
    expect(before.flat()).toEqual(expected.map(String));
    expect((await idsOfPages(BEGINS)).map((page) => page.length)).toEqual([48, 48, 4]);
  });
});
