import type { Context } from "hono";
import { Hono } from "hono/quick";
import { FEED_FORMATS, type FeedFormat, feedPath } from "../../domain/addresses.ts";
import { FeedItem } from "../../domain/documents/listing.ts";
import { latest, latestOf } from "../../domain/instant.ts";
import { LANGUAGES, type Language } from "../../domain/language.ts";
import { atomFeed } from "../../rendering/feeds/atom-feed.ts";
import { type Feed, MEDIA_TYPES } from "../../rendering/feeds/feed.ts";
import { discoveryHeaders } from "../../rendering/feeds/feed-links.ts";
import { jsonFeed } from "../../rendering/feeds/json-feed.ts";
import { rssFeed } from "../../rendering/feeds/rss-feed.ts";
import { itemUpdated } from "../../rendering/feeds/tombstone.ts";
import { answer } from "../answers/answer.ts";
import { readListPage } from "../lists/lists.ts";
import { readTopic } from "../lists/topics.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { visit } from "../request/visit.ts";

const RENDER: Record<FeedFormat, (feed: Feed) => string> = { rss: rssFeed, atom: atomFeed, json: jsonFeed };

/** The newest releases, whole and per topic, in three formats and each language. */
export function feedRoutes(dependencies: ReadDependencies): Hono {
  const app = new Hono();
  for (const language of LANGUAGES) {
    for (const format of FEED_FORMATS) {
      app.get(feedPath(language, format), (c) => feed(dependencies, c, language, format, undefined));
      app.get(feedPath(language, format, ":topic"), (c) =>
        feed(dependencies, c, language, format, c.req.param("topic")),
      );
    }
  }
  return app;
}

async function feed(
  dependencies: ReadDependencies,
  c: Context,
  language: Language,
  format: FeedFormat,
  topicId: string | undefined,
): Promise<Response> {
  const { reader } = dependencies;
  const { now, site } = await visit(dependencies, c, language);
  const topic = topicId === undefined ? undefined : await readTopic(reader, language, topicId, now);
  const list = topic ? (`feed:${topic.value.id}` as const) : "feed";
  const page = await readListPage(reader, FeedItem, { language, list }, now);
  const entries = page.entries.map((entry) => entry.value);
  const shown: Feed = {
    site: site.value,
    entries,
    updated: latest(entries.map(itemUpdated)) ?? site.changedAt,
    ...(topic && { topic: { id: topic.value.id, title: topic.value.title } }),
  };
  return answer(c, {
    body: RENDER[format](shown),
    contentType: `${MEDIA_TYPES[format]}; charset=utf-8`,
    lastModified: latestOf(site.changedAt, topic?.changedAt, ...page.changed),
    now,
    change: page.change,
    cors: true,
    headers: { "Content-Language": language, ...discoveryHeaders(shown, format) },
  });
}
