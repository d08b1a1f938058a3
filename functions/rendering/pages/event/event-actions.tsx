import { calendarPath, eventCalendarPath } from "../../../domain/addresses.ts";
import type { EventDocument } from "../../../domain/documents/event.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";

/** Into one's own calendar: this event as a file, or all of them as a subscription. */
export function EventActions({ document, context }: { document: EventDocument; context: PageContext }) {
  const { event } = messagesOf(context.language);
  const ahead = document.end > context.now && document.status !== "cancelled";
  return (
    <p class="actions">
      <a class={ahead ? "button" : "button quiet"} href={eventCalendarPath(document.path)}>
        {event.addToCalendar}
      </a>
      <a class="button quiet" href={subscriptionAddress(context)}>
        {event.subscribe}
      </a>
    </p>
  );
}

/** The calendar under the scheme by which calendar programs offer to subscribe. */
export function subscriptionAddress({ site, language }: PageContext): string {
  return `${site.address.replace(/^https?:/, "webcal:")}${calendarPath(language)}`;
}
