import type { EventDocument } from "../../../domain/documents/event.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";

type Event = Pick<EventDocument, "status" | "sample" | "start" | "end" | "withdrawn">;

/** Whether an event is off, over or under way, in a word; nothing as long as it lies ahead as planned. */
export function standing({ status, start, end }: Event, { language, now }: PageContext): string | undefined {
  const { statuses, past, running } = messagesOf(language).event;
  if (statuses[status] !== undefined) return statuses[status];
  if (end <= now) return past;
  return start <= now ? running : undefined;
}

/**
 * The same above an event's page, with what follows from it, unless it was withdrawn, which says it all; and the line
 * that marks an example.
 */
export function EventStanding({ event, context }: { event: Event; context: PageContext }) {
  const word = event.withdrawn ? undefined : standing(event, context);
  const note = event.withdrawn ? undefined : messagesOf(context.language).event.statusNotes[event.status];
  return (
    <>
      {note !== undefined ? (
        <p class="note stop">
          <strong>{word}.</strong> {note}
        </p>
      ) : (
        word !== undefined && (
          <p>
            <span class="tag">{word}</span>
          </p>
        )
      )}
      {event.sample !== undefined && <p class="note">{event.sample}</p>}
    </>
  );
}
