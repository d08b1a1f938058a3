import type { EventEntry } from "../../../domain/documents/listing.ts";
import { isSameDay } from "../../format/dates.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { EntrySummary, EntryTitle, type Listed } from "../parts/entry-title.tsx";
import { Tags } from "../parts/tags.tsx";
import { Day } from "../parts/times.tsx";
import { standing } from "./event-standing.tsx";
import { EventHours } from "./event-time.tsx";

/** An event in a list: when, what, where, and whether it is off or under way. */
export function EventItem({ entry, context, level }: Listed<EventEntry>) {
  const { event, list } = messagesOf(context.language);
  const word =
    entry.end <= context.now && entry.status === "scheduled" ? undefined : standing(entry, context);
  return (
    <li class="entry">
      <p class="soft">
        {isSameDay(entry.start, entry.end, entry.zone) && (
          <>
            <Day at={entry.start} zone={entry.zone} language={context.language} />
            <br />
          </>
        )}
        <EventHours event={entry} language={context.language} />
      </p>
      <div>
        <EntryTitle entry={entry} context={context} level={level ?? 3} />
        <EntrySummary entry={entry} />
        <p class="soft">
          {[entry.venue?.name, entry.city, ...entry.modes.map((mode) => event.modes[mode])]
            .filter((each) => each !== undefined)
            .join(" · ")}
        </p>
        <Tags words={[word, entry.sample === undefined ? undefined : list.sample]} />
      </div>
    </li>
  );
}
