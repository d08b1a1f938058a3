import { seriesPath } from "../../../domain/addresses.ts";
import type { EventDocument } from "../../../domain/documents/event.ts";
import type { EventEntry } from "../../../domain/documents/listing.ts";
import type { Language } from "../../../domain/language.ts";
import { clockSpan, isSameDay, localIso, offset, weekdayAndDay } from "../../format/dates.ts";
import { messagesOf } from "../../messages/messages-of.ts";

type Held = Pick<EventDocument, "start" | "end" | "zone" | "city" | "venue" | "series">;

/** Day, hours with their offset, and where: what one looks for first. The times are those of the event's zone. */
export function EventTime({ event, language }: { event: Held | EventEntry; language: Language }) {
  const { start, end, zone, city, venue, series } = event;
  const { series: seriesLabel } = messagesOf(language).event;
  return (
    <div class="date">
      <strong>
        <time datetime={localIso(start, zone)}>{weekdayAndDay(start, zone, language)}</time>
        {!isSameDay(start, end, zone) && (
          <>
            {" – "}
            <time datetime={localIso(end, zone)}>{weekdayAndDay(end, zone, language)}</time>
          </>
        )}
      </strong>
      <p>
        <EventHours event={event} language={language} />
      </p>
      <p>{venue?.name ?? city}</p>
      {venue?.address !== undefined && <p class="soft">{venue.address}</p>}
      {series && (
        <p class="soft">
          {seriesLabel}: <a href={seriesPath(language, series.id)}>{series.title}</a>
        </p>
      )}
    </div>
  );
}

/** “11:00–12:30 (UTC+06:00)”; over several days both moments in full. */
export function EventHours({
  event: { start, end, zone },
  language,
}: {
  event: Pick<EventDocument, "start" | "end" | "zone">;
  language: Language;
}) {
  return (
    <>
      {clockSpan(start, end, zone, language)} ({offset(start, zone)})
    </>
  );
}
