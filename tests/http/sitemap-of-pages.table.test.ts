import { expect, test } from "vitest";
import { sitemapAt, sitemapPath } from "../../functions/domain/addresses.ts";
import type { SitemapEntry } from "../../functions/domain/documents/listing.ts";
import { ALWAYS } from "../../functions/domain/instant.ts";
import { sitemapEntryKey, sitemapFileKey } from "../../functions/storage/newsroom/keys.ts";
import { readingWorld } from "../worlds/reading/reading.ts";
import { stored } from "../worlds/tables/stored.ts";

const ENTRY: SitemapEntry = {
  kind: "sitemap-entry",
  publishAt: ALWAYS,
  updated: ALWAYS,
  translations: [{ language: "en", path: "/en/who-we-are", title: "Who we are" }],
  images: [],
};

test("the sitemap of pages names no year, and its former address leads to it", async () => {
  const name = "pages-1970-1";
  const world = await readingWorld([
    stored(sitemapEntryKey(name, ALWAYS, "who"), ENTRY),
    stored(sitemapFileKey(name), { kind: "sitemap-file", name, publishAt: ALWAYS }),
  ]);
  const ask = async (path: string) => world.at("2026-05-04T07:00:00Z").request(path);
  expect(await (await ask("/sitemap.xml")).text()).toContain("/sitemaps/pages-1.xml</loc>");
  expect(await (await ask("/sitemaps/pages-1.xml")).text()).toContain("/en/who-we-are</loc>");
  const former = await ask("/sitemaps/pages-1970-1.xml");
  expect([former.status, former.headers.get("Location")]).toEqual([301, "/sitemaps/pages-1.xml"]);
  for (const path of ["/sitemaps/pages-2.xml", "/sitemaps/pages-1970-2.xml", "/sitemaps/releases-1.xml"])
    expect([path, (await ask(path)).status]).toEqual([path, 404]);
});

test("the address of a sitemap file gives back its name", () => {
  for (const name of ["pages-1970-1", "pages-1970-12", "releases-2020-1", "kits-2026-1970"])
    expect(sitemapAt(sitemapPath(name))).toBe(name);
});
