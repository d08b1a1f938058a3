import type { Context } from "hono";
import { Hono } from "hono/quick";
import { listPath, topicPath } from "../../domain/addresses.ts";
import { ReleaseEntry } from "../../domain/documents/listing.ts";
import type { TopicDocument } from "../../domain/documents/topic.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { releaseListPage } from "../../rendering/pages/lists/release-list-page.tsx";
import type { Read } from "../../storage/dynamodb/read-item.ts";
import { pageAnswer } from "../answers/page-answer.ts";
import { pagingOf, readListPage, yearOf } from "../lists/lists.ts";
import { readTopic } from "../lists/topics.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { type Visit, visit } from "../request/visit.ts";

/** `/{lang}/releases` and `/{lang}/topics/{topic}`, each with `?year=` and `?before=`, the first with `?topic=`. */
export function releaseListRoutes(dependencies: ReadDependencies): Hono {
  const app = new Hono();
  for (const language of LANGUAGES) {
    app.get(listPath(language, "release"), async (c) => {
      const visited = await visit(dependencies, c, language);
      const topicId = c.req.query("topic");
      const topic = topicId
        ? await readTopic(dependencies.reader, language, topicId, visited.now)
        : undefined;
      return list(dependencies, c, visited, topic);
    });
    app.get(topicPath(language, ":topic"), async (c) => {
      const visited = await visit(dependencies, c, language);
      const topic = await readTopic(dependencies.reader, language, c.req.param("topic") ?? "", visited.now);
      return list(dependencies, c, visited, topic);
    });
  }
  return app;
}

async function list(
  { reader }: ReadDependencies,
  c: Context,
  visited: Visit,
  topic: Read<TopicDocument> | undefined,
): Promise<Response> {
  const { language, now } = visited;
  const year = yearOf(c.req.query("year"));
  const before = c.req.query("before") || undefined; // left empty, it is the first page
  const listName = topic ? (`topic:${topic.value.id}` as const) : "releases";
  const page = await readListPage(reader, ReleaseEntry, { language, list: listName, year, before }, now);
  const html = releaseListPage(visited.context, {
    entries: page.entries.map((entry) => entry.value),
    filter: { ...(topic && { topic: topic.value.id }), ...(year !== undefined && { year }) },
    years: [...page.years],
    ...(topic && { topic: topic.value }),
    paging: pagingOf(page, { year, before }),
  });
  return pageAnswer(c, visited, html, { changed: [...page.changed, topic?.changedAt], change: page.change });
}
