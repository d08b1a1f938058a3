import { spawnSync } from "node:child_process";
import { expect } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { atomFeed } from "../../../functions/rendering/feeds/atom-feed.ts";
import { rssFeed } from "../../../functions/rendering/feeds/rss-feed.ts";
import { PROGRAMS, testWith } from "../../worlds/commands/programs.ts";
import { releaseDocument } from "../../worlds/documents/documents.ts";
import { feedOf } from "../../worlds/documents/feed.ts";

/** What a reader shows of a feed: whether it is well-formed, and of its first entry id, title and instant. */
const SCRIPT = `import json, sys, feedparser
feed = feedparser.parse(sys.stdin.buffer.read())
entry = feed.entries[0]
print(json.dumps([int(feed.bozo), feed.version, entry.id, entry.title, list(entry.published_parsed)[:6]]))`;

function asFeedparserReads(feed: string): unknown {
  const { stdout, stderr, status } = spawnSync(PROGRAMS.feedparser.command, ["-c", SCRIPT], {
    input: feed,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

testWith("feedparser").each(
  LANGUAGES.flatMap(
    (language) =>
      [
        [language, "rss20", rssFeed],
        [language, "atom10", atomFeed],
      ] as const,
  ),
)(
  "feedparser reads the feed in %s as %s, with the entry's id, title and time",
  (language, version, write) => {
    const { entryId, title, publishAt } = releaseDocument(language);
    expect(asFeedparserReads(write(feedOf(language)))).toEqual([
      0,
      version,
      `urn:uuid:${entryId}`,
      expect.stringContaining(title),
      publishAt.match(/\d+/g)?.map(Number),
    ]);
  },
);
