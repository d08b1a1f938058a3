import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { atomFeed } from "../../../functions/rendering/feeds/atom-feed.ts";
import { jsonFeed } from "../../../functions/rendering/feeds/json-feed.ts";
import { rssFeed } from "../../../functions/rendering/feeds/rss-feed.ts";
import { releaseDocument, siteDocument } from "../../worlds/documents/documents.ts";
import { feedEntry, feedOf } from "../../worlds/documents/feed.ts";
import { picture } from "../../worlds/documents/parts.ts";

const rss = (...given: Parameters<typeof feedOf>) => parseRssFeed(rssFeed(feedOf(...given)));
const atom = (...given: Parameters<typeof feedOf>) => parseAtomFeed(atomFeed(feedOf(...given)));
const json = (...given: Parameters<typeof feedOf>) => parseJsonFeed(jsonFeed(feedOf(...given)));

const ENTRY_ID = `urn:uuid:${releaseDocument().entryId}`;

describe("every format of a feed", () => {
  it.each(LANGUAGES)("names itself, its page and its language in %s", (language) => {
    const self = `https://newsroom.example/${language}/feed`;
    expect(rss(language).atom?.links?.[0]).toMatchObject({ rel: "self", href: `${self}.rss` });
    expect(rss(language)).toMatchObject({ language, link: `https://newsroom.example/${language}/` });
    expect(atom(language).links?.find((link) => link.rel === "self")?.href).toBe(`${self}.atom`);
    expect(atomFeed(feedOf(language))).toContain(`xml:lang="${language}"`);
    expect(json(language)).toMatchObject({ language, feed_url: `${self}.json` });
  });

  it("names its hub when there is one", () => {
    const hub = "https://hub.example.org/?a=b&c";
    const told = { site: siteDocument("en", { hub }) };
    expect(rss("en", told).atom?.links?.find((link) => link.rel === "hub")?.href).toBe(hub);
    expect(atom("en", told).links?.find((link) => link.rel === "hub")?.href).toBe(hub);
    expect(json("en", told).hubs).toEqual([{ type: "WebSub", url: hub }]);
    for (const links of [rss().atom?.links, atom().links])
      expect(links?.map((link) => link.rel)).not.toContain("hub");
    expect(json().hubs).toBeUndefined();
  });

  it("keeps the id of an entry when title, address and date change", () => {
    const changed = feedEntry(
      releaseDocument("en", { title: "New", path: "/en/releases/new", publishAt: "2021-01-01T00:00:00Z" }),
    );
    expect(rss("en", { entries: [changed] }).items?.[0]?.guid).toEqual({
      value: ENTRY_ID,
      isPermaLink: false,
    });
    expect(atom("en", { entries: [changed] }).entries?.[0]?.id).toBe(ENTRY_ID);
    expect(json("en", { entries: [changed] }).items?.[0]?.id).toBe(ENTRY_ID);
  });

  it("says in the title that a release was corrected", () => {
    expect(rss("en").items?.[0]?.title).toMatch(/^Corrected: /);
    expect(atom("ru").entries?.[0]?.title).toMatchObject({ value: expect.stringMatching(/^Исправлено: /) });
    expect(json("kk").items?.[0]?.title).toMatch(/^Түзетілді: /);
    const untouched = feedEntry(releaseDocument("en", { corrections: [] }));
    expect(json("en", { entries: [untouched] }).items?.[0]?.title).toBe(releaseDocument().title);
  });

  it("begins the text of a corrected release with the notes, the latest on top", () => {
    const corrections = [
      { at: "2020-07-31T00:00:00Z", note: "First <b>note" },
      { at: "2020-08-01T00:00:00Z", note: "Second note" },
    ];
    const text = json("en", { entries: [feedEntry(releaseDocument(), { corrections })] }).items?.[0]
      ?.content_html;
    expect(text).toMatch(/^<p><strong>Corrections<\/strong><\/p><ul><li>1 August 2020: Second note<\/li>/);
    expect(text).toContain("First &lt;b&gt;note");
  });

  it("is never older than its newest entry", () => {
    const updated = { updated: "2020-01-01T00:00:00Z" };
    expect(atom("en", updated).updated).toBe("2020-08-03T04:30:00Z");
    expect(rss("en", updated).lastBuildDate).toBe("Mon, 03 Aug 2020 04:30:00 GMT");
    expect(atom("en", { updated: "2021-02-03T04:05:06Z" }).updated).toBe("2021-02-03T04:05:06Z");
  });

  it("carries the picture with its true length", () => {
    const { bytes, path } = picture("en");
    const url = `https://newsroom.example${path}`;
    expect(rss().items?.[0]?.enclosures).toEqual([{ url, length: bytes, type: "image/png" }]);
    const enclosure = atom().entries?.[0]?.links?.find((link) => link.rel === "enclosure");
    expect(enclosure).toMatchObject({ href: url, length: bytes, type: "image/png" });
    expect(json().items?.[0]?.attachments?.[0]).toMatchObject({ url, size_in_bytes: bytes });
  });

  it("carries the whole text, and the same in all three formats", () => {
    const text = json("kk").items?.[0]?.content_html ?? "";
    for (const part of releaseDocument("kk").figures) expect(text).toContain(part.value);
    for (const part of releaseDocument("kk").statements) expect(text).toContain(part.text);
    expect(rss("kk").items?.[0]?.content?.encoded).toBe(text);
    expect(atom("kk").entries?.[0]?.content).toMatchObject({ value: text, type: "html" });
  });

  it("keeps to its topic in title, page and address", () => {
    const topic = { id: "victims", title: "Victims & shelters" };
    expect(rss("en", { topic })).toMatchObject({
      title: `Victims & shelters – ${siteDocument().name}`,
      link: "https://newsroom.example/en/topics/victims",
    });
    expect(json("en", { topic }).feed_url).toBe("https://newsroom.example/en/topics/victims/feed.json");
    expect(atom("en", { topic }).id).not.toBe(atom("en").id);
  });

  it("has the same bytes for the same arguments", () => {
    for (const format of [rssFeed, atomFeed, jsonFeed]) expect(format(feedOf())).toBe(format(feedOf()));
  });

  it("is well-formed without any entry", () => {
    const empty = { entries: [], updated: "2020-01-01T00:00:00Z" };
    expect(rss("en", empty).items ?? []).toEqual([]);
    expect(atom("en", empty).updated).toBe("2020-01-01T00:00:00Z");
    expect(JSON.parse(jsonFeed(feedOf("en", empty))).items).toEqual([]);
  });
});

describe("the id of an Atom feed", () => {
  it("stays when the newsroom moves to another address", () => {
    const moved = { site: siteDocument("en", { address: "https://press.example.org" }) };
    expect(atom("en", moved).id).toBe(atom("en").id);
  });

  it("is a UUID of version 5, another one in each language", () => {
    const ids = LANGUAGES.map((language) => atom(language).id);
    expect(new Set(ids).size).toBe(LANGUAGES.length);
    for (const id of ids)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
  });
});
