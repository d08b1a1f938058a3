import { Hono } from "hono/quick";
import { frontPath } from "../../domain/addresses.ts";
import { KitEntry, ReleaseEntry } from "../../domain/documents/listing.ts";
import { earliest } from "../../domain/instant.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { frontPage } from "../../rendering/pages/site/front-page.tsx";
import { pageAnswer } from "../answers/page-answer.ts";
import { readPastEvents, readUpcomingEvents } from "../lists/event-lists.ts";
import { kitInstants } from "../lists/kit-instants.ts";
import { readListPage } from "../lists/lists.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { visit } from "../request/visit.ts";

const RELEASES_ON_FRONT = 6;

/** `/{lang}/`: newest releases, next event, newest kit, how to follow. */
export function frontRoute(dependencies: ReadDependencies): Hono {
  const app = new Hono();
  for (const language of LANGUAGES) {
    app.get(frontPath(language), async (c) => {
      const visited = await visit(dependencies, c, language);
      const { reader } = dependencies;
      const { now } = visited;
      const [releases, kits, events, ended] = await Promise.all([
        readListPage(reader, ReleaseEntry, { language, list: "releases", limit: RELEASES_ON_FRONT }, now),
        readListPage(reader, KitEntry, { language, list: "kits", limit: 1 }, now),
        readUpcomingEvents(reader, language, now, 1),
        readPastEvents(reader, language, now, 1),
      ]);
      const nextEvent = events.entries[0]?.value;
      const newestKit = kits.entries[0]?.value;
      const { changed: kitsChanged, change: kitsChange } = kitInstants(kits, now);
      const html = frontPage(visited.context, {
        releases: releases.entries.map((entry) => entry.value),
        ...(nextEvent && { nextEvent }),
        ...(newestKit && { newestKit }),
      });
      return pageAnswer(c, visited, html, {
        // An event that ended left this page at its end.
        changed: [...releases.changed, ...kitsChanged, ...events.changed, ended.entries[0]?.value.end],
        change: earliest([releases.change, kitsChange, events.change]),
      });
    });
  }
  return app;
}
