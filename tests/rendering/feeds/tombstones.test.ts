import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import type { TakedownNotice, Tombstone } from "../../../functions/domain/documents/listing.ts";
import { atomFeed } from "../../../functions/rendering/feeds/atom-feed.ts";
import { jsonFeed } from "../../../functions/rendering/feeds/json-feed.ts";
import { rssFeed } from "../../../functions/rendering/feeds/rss-feed.ts";
import { tombstone } from "../../worlds/content/changes.ts";
import { releaseDocument } from "../../worlds/documents/documents.ts";
import { feedEntry, feedOf } from "../../worlds/documents/feed.ts";
import { uuid } from "../../worlds/documents/parts.ts";

const LEFT = tombstone().leftAt;
const ADDRESS = "https://newsroom.example";
const other = feedEntry(releaseDocument("en", { id: uuid(7), entryId: uuid(77) }));
const feed = (left: Tombstone) => feedOf("en", { entries: [left, other] });

const rss = (left: Tombstone) => parseRssFeed(rssFeed(feed(left))).items?.[0];
const json = (left: Tombstone) => parseJsonFeed(jsonFeed(feed(left))).items?.[0];
const atom = (left: Tombstone) => parseAtomFeed(atomFeed(feed(left))).entries?.[0];
const deleted = (left: Tombstone) =>
  /<at:deleted-entry (.*?)>(.*?)<\/at:deleted-entry>/s.exec(atomFeed(feed(left)));

const TAKEN_DOWN: TakedownNotice = {
  kind: "takedown",
  asset: "portrait",
  id: uuid(8),
  entryId: uuid(88),
  language: "en",
  path: "/en/kits/world-day",
  leftAt: LEFT,
  publishAt: LEFT,
  zone: "Asia/Almaty",
};
const withdrawn = tombstone();
const { title: _title, ...untitled } = tombstone("en", { verb: "gone", note: "Published by mistake." });
const { note: _note, ...moved } = { ...untitled, verb: "redirect" as const, to: "/en/events/world-day-2027" };

describe("a release that has left", () => {
  it.each([
    ["withdrawn", withdrawn, `Withdrawn: ${releaseDocument().title}`, ADDRESS + withdrawn.path],
    ["gone", untitled, "No longer published", ADDRESS + untitled.path],
    ["elsewhere", moved, `Moved: ${ADDRESS}/en/events/world-day-2027`, `${ADDRESS}/en/events/world-day-2027`],
  ])(
    "because it is %s keeps its id, says so and has a link in RSS, Atom and JSON Feed",
    (_, left, title, address) => {
      const id = `urn:uuid:${releaseDocument().entryId}`;
      expect(rss(left)).toMatchObject({ title, guid: { value: id, isPermaLink: false } });
      expect(rss(left)?.link).toBe(address);
      expect(rss(left)?.pubDate).toBe(new Date(LEFT).toUTCString());
      expect(json(left)).toMatchObject({ id, title, date_published: LEFT, date_modified: LEFT });
      expect(json(left)?.url).toBe(address);
      expect(atom(left)).toMatchObject({ id, title: { value: title }, published: LEFT, updated: LEFT });
      expect(atom(left)?.links?.map(({ href }) => href)).toEqual([address]);
      expect(atom(left)?.content?.value).toBe(json(left)?.content_text);
    },
  );

  it("is a deleted entry of Atom, with its id, its time and why, no later than the entry beside it", () => {
    const [, attributes, content = ""] = deleted(withdrawn) ?? [];
    expect(attributes).toBe(`ref="urn:uuid:${releaseDocument().entryId}" when="${LEFT}"`);
    expect(content).toContain(
      `<at:comment>Withdrawn: ${releaseDocument().title}. ${withdrawn.note}</at:comment>`,
    );
    expect(atomFeed(feed(withdrawn))).toContain('xmlns:at="http://purl.org/atompub/tombstones/1.0"');
    expect(parseAtomFeed(atomFeed(feed(withdrawn))).entries?.map(({ id }) => id)).toEqual([
      `urn:uuid:${releaseDocument().entryId}`,
      `urn:uuid:${uuid(77)}`,
    ]);
  });

  it("brings the namespace of deleted entries into the feed, and nothing else does", () => {
    expect(atomFeed(feedOf("en", { entries: [other] }))).not.toContain("tombstones");
    expect(atomFeed(feedOf("en", { entries: [TAKEN_DOWN] }))).not.toContain("tombstones");
  });

  it("moves the time of the feed, which is never older than anything in it", () => {
    expect(parseAtomFeed(atomFeed(feed(withdrawn))).updated).toBe(LEFT);
    expect(parseRssFeed(rssFeed(feed(withdrawn))).lastBuildDate).toBe(new Date(LEFT).toUTCString());
  });

  it("stands where it left, before what was published earlier", () => {
    const ids = parseJsonFeed(jsonFeed(feed(withdrawn))).items?.map(({ id }) => id);
    expect(ids).toEqual([`urn:uuid:${withdrawn.entryId}`, `urn:uuid:${uuid(77)}`]);
  });

  it("carries nothing of a text that is gone, only the reason where there is one", () => {
    for (const write of [rssFeed, atomFeed, jsonFeed]) {
      const left = write(feedOf("en", { entries: [untitled] }));
      expect(left).toContain("Published by mistake.");
      expect(left).not.toContain(releaseDocument().title);
      const { note: _, ...silent } = untitled;
      expect(write(feedOf("en", { entries: [silent] }))).toContain("Please remove your copy");
    }
  });

  it("has a note whose hostile text stays text", () => {
    const note = "]]></at:comment><script>&amp; \u0007<b>bold</b>";
    const left = tombstone("en", { note });
    expect(json(left)?.content_text).toBe(note);
    expect(rss(left)?.description).toBe(
      "]]&gt;&lt;/at:comment&gt;&lt;script&gt;&amp;amp; &lt;b&gt;bold&lt;/b&gt;",
    );
    expect(deleted(left)?.[2]).not.toMatch(/<script|<b>/);
  });
});
