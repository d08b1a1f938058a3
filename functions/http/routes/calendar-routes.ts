import { Hono } from "hono/quick";
import { calendarPath, eventCalendarPath, publicationPath } from "../../domain/addresses.ts";
import { documentAt, scheduledChanges } from "../../domain/documents/at.ts";
import { NewsroomDocument } from "../../domain/documents/document.ts";
import { earliest, latestOf } from "../../domain/instant.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { eventCalendar } from "../../rendering/calendar/event-calendar.ts";
import { eventsCalendar } from "../../rendering/calendar/events-calendar.ts";
import { readVisible } from "../../storage/dynamodb/read-item.ts";
import { answer } from "../answers/answer.ts";
import { goneRefusal } from "../answers/gone.ts";
import { furtherAddress, redirect } from "../answers/redirect.ts";
import { readPastEvents, readUpcomingEvents } from "../lists/event-lists.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { visit } from "../request/visit.ts";

const CALENDAR = "text/calendar; charset=utf-8; method=PUBLISH";

/** How many events the calendar to subscribe to holds: what is ahead, and the latest that have been. */
const UPCOMING = 50;
const PAST = 20;

/** `/{lang}/events.ics` to subscribe to, and each event's `calendar.ics`. */
export function calendarRoutes(dependencies: ReadDependencies): Hono {
  const { reader } = dependencies;
  const app = new Hono();
  for (const language of LANGUAGES) {
    app.get(calendarPath(language), async (c) => {
      const { now, site } = await visit(dependencies, c, language);
      const [upcoming, past] = await Promise.all([
        readUpcomingEvents(reader, language, now, UPCOMING),
        readPastEvents(reader, language, now, PAST),
      ]);
      const entries = [...past.entries].reverse().concat(upcoming.entries);
      return answer(c, {
        body: eventsCalendar({ site: site.value, entries: entries.map((entry) => entry.value) }),
        contentType: CALENDAR,
        lastModified: latestOf(site.changedAt, ...upcoming.changed, ...past.changed),
        now,
        change: earliest([upcoming.change, past.change]),
        cors: true,
        headers: { "Content-Disposition": 'inline; filename="events.ics"' },
      });
    });
    app.get(eventCalendarPath(publicationPath(language, "event", ":slug")), async (c) => {
      const { now, site } = await visit(dependencies, c, language);
      const path = publicationPath(language, "event", c.req.param("slug") ?? "");
      const read = readVisible(NewsroomDocument, await reader.document(path), now);
      if (read?.value.kind === "redirect") {
        return redirect(c, furtherAddress(read.value.to, "event", eventCalendarPath));
      }
      if (read?.value.kind === "gone") throw goneRefusal();
      if (read?.value.kind !== "event") {
        throw new Refusal("event-not-found", 404, "There is no such event.", "See the list of events.");
      }
      const event = read.value;
      const { last, next } = scheduledChanges(event, now);
      return answer(c, {
        body: eventCalendar({ site: site.value, event: documentAt(event, now) }),
        contentType: CALENDAR,
        lastModified: latestOf(site.changedAt, read.changedAt, last),
        now,
        change: next,
        cors: true,
        headers: { "Content-Disposition": `attachment; filename="${event.slug}.ics"` },
      });
    });
  }
  return app;
}
