import { describe, expect, it } from "vitest";
import type { SitemapEntry } from "../../../functions/domain/documents/listing.ts";
import { newsSitemap } from "../../../functions/rendering/sitemaps/news-sitemap.ts";
import { sitemap } from "../../../functions/rendering/sitemaps/sitemap.ts";
import { sitemapIndex } from "../../../functions/rendering/sitemaps/sitemap-index.ts";
import { robotsTxt } from "../../../functions/rendering/well-known/robots.ts";
import { securityTxt } from "../../../functions/rendering/well-known/security-txt.ts";
import { siteDocument } from "../../worlds/documents/documents.ts";

const site = siteDocument();
const entry: SitemapEntry = {
  kind: "sitemap-entry",
  publishAt: "2020-07-30T08:00:00Z",
  updated: "2020-08-03T04:30:00Z",
  translations: [
    { language: "ru", path: "/ru/releases/a", title: "А" },
    { language: "kk", path: "/kk/releases/a", title: "Ә & Ғ" },
  ],
  images: ["/media/aa/a.png"],
};

const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map((match) => match[1]);

describe("a sitemap", () => {
  const xml = sitemap(site, [entry]);

  it("has an address for each language, with the instant of its latest change", () => {
    expect(all(xml, /<loc>(.*?)<\/loc>/g)).toEqual([
      "https://newsroom.example/ru/releases/a",
      "https://newsroom.example/kk/releases/a",
    ]);
    expect(all(xml, /<lastmod>(.*?)<\/lastmod>/g)).toEqual([entry.updated, entry.updated]);
  });

  it("names under each address every language, itself included, and the default", () => {
    const languages = ["ru", "kk", "x-default"];
    expect(all(xml, /hreflang="(.*?)"/g)).toEqual([...languages, ...languages]);
  });

  it("falls back to the first language where there is no English", () => {
    expect(xml).toContain('hreflang="x-default" href="https://newsroom.example/ru/releases/a"');
    const english = { language: "en" as const, path: "/en/releases/a", title: "A" };
    expect(sitemap(site, [{ ...entry, translations: [...entry.translations, english] }])).toContain(
      'hreflang="x-default" href="https://newsroom.example/en/releases/a"',
    );
  });

  it("names the pictures", () => {
    expect(xml).toContain("<image:loc>https://newsroom.example/media/aa/a.png</image:loc>");
  });
});

it("the index names every sitemap file, and no year for what has always been public", () => {
  const files = ["events-2027-1", "pages-1970-1", "releases-2020-1"].map((name) => ({
    kind: "sitemap-file" as const,
    name,
    publishAt: entry.publishAt,
  }));
  expect(all(sitemapIndex(site, files), /<loc>(.*?)<\/loc>/g)).toEqual([
    "https://newsroom.example/sitemaps/events-2027-1.xml",
    "https://newsroom.example/sitemaps/pages-1.xml",
    "https://newsroom.example/sitemaps/releases-2020-1.xml",
  ]);
});

it("the news sitemap tells each language as an article with its title, date and language", () => {
  const xml = newsSitemap(site, [entry]);
  expect(all(xml, /<news:title>(.*?)<\/news:title>/g)).toEqual(["А", "Ә &#x26; Ғ"]);
  expect(all(xml, /<news:language>(.*?)<\/news:language>/g)).toEqual(["ru", "kk"]);
  expect(all(xml, /<news:publication_date>(.*?)</g)).toEqual([entry.publishAt, entry.publishAt]);
});

describe("robots.txt", () => {
  it("names the sitemaps and keeps crawlers from what counts or belongs to one person", () => {
    const text = robotsTxt(site, { indexed: true, hasNews: true });
    expect(text).toContain("Sitemap: https://newsroom.example/sitemap.xml\n");
    expect(text).toContain("Sitemap: https://newsroom.example/news-sitemap.xml\n");
    expect(robotsTxt(site, { indexed: true, hasNews: false })).not.toContain("news-sitemap");
    expect(text).toContain("Disallow: /downloads/\n");
    expect(text).not.toMatch(/^Disallow: \/$/m);
  });

  it("sends everyone away from a stage that is not to be listed", () => {
    expect(robotsTxt(site, { indexed: false, hasNews: true })).toBe("User-agent: *\nDisallow: /\n");
  });
});

describe("security.txt", () => {
  it("expires six to seven months ahead and stays the same for a month", () => {
    expect(securityTxt(site, "2026-11-01T00:00:00Z")).toBe(securityTxt(site, "2026-11-30T23:59:59Z"));
    expect(securityTxt(site, "2026-11-30T23:59:59Z")).toContain("Expires: 2027-06-01T00:00:00Z\n");
    expect(securityTxt(site, "2026-12-01T00:00:00Z")).toContain("Expires: 2027-07-01T00:00:00Z\n");
  });

  it("says whom to write to and where it stands", () => {
    const text = securityTxt(site, "2026-11-23T00:00:00Z");
    expect(text).toContain("Contact: mailto:security@newsroom.example\n");
    expect(text).toContain("Canonical: https://newsroom.example/.well-known/security.txt\n");
  });
});
