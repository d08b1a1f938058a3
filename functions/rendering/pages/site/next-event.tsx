import { listPath } from "../../../domain/addresses.ts";
import type { EventEntry } from "../../../domain/documents/listing.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { standing } from "../event/event-standing.tsx";
import { EventTime } from "../event/event-time.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { EntrySummary, EntryTitle } from "../parts/entry-title.tsx";
import { Tags } from "../parts/tags.tsx";

/** The event that comes next, or that is under way. */
export function NextEvent({ entry, context }: { entry: EventEntry; context: PageContext }) {
  const { front, list } = messagesOf(context.language);
  return (
    <section class="panel">
      <h2 class="front-title">{front.nextEvent}</h2>
      <EventTime event={entry} language={context.language} />
      <EntryTitle entry={entry} context={context} level={3} />
      <EntrySummary entry={entry} />
      <Tags words={[standing(entry, context), entry.sample === undefined ? undefined : list.sample]} />
      <p>
        <a class="button quiet" href={listPath(context.language, "event")}>
          {front.allEvents}
        </a>
      </p>
    </section>
  );
}
