import { Hono } from "hono/quick";
import { listPath } from "../../domain/addresses.ts";
import { earliest } from "../../domain/instant.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { eventListPage } from "../../rendering/pages/lists/event-list-page.tsx";
import { pageAnswer } from "../answers/page-answer.ts";
import { readPastEvents, readUpcomingEvents } from "../lists/event-lists.ts";
import { ENTRIES_PER_PAGE, pagingOf, sortKeyOf } from "../lists/lists.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { visit } from "../request/visit.ts";

/** `/{lang}/events`: what is ahead, and what has been, twenty a page. */
export function eventListRoute(dependencies: ReadDependencies): Hono {
  const app = new Hono();
  for (const language of LANGUAGES) {
    app.get(listPath(language, "event"), async (c) => {
      const visited = await visit(dependencies, c, language);
      const { now } = visited;
      const before = c.req.query("before") || undefined;
      const beyond = before ? sortKeyOf(before) : undefined;
      const [upcoming, past] = await Promise.all([
        readUpcomingEvents(dependencies.reader, language, now, ENTRIES_PER_PAGE),
        readPastEvents(dependencies.reader, language, now, ENTRIES_PER_PAGE, beyond),
      ]);
      const html = eventListPage(visited.context, {
        upcoming: upcoming.entries.map((entry) => entry.value),
        past: past.entries.map((entry) => entry.value),
        paging: pagingOf(past, { before }),
      });
      return pageAnswer(c, visited, html, {
        changed: [...upcoming.changed, ...past.changed],
        change: earliest([upcoming.change, past.change]),
      });
    });
  }
  return app;
}
