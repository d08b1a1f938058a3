import { calendarPath, eventCalendarPath, registerPath } from "../../../domain/addresses.ts";
import type { EventDocument } from "../../../domain/documents/event.ts";
import { openPlaces } from "../../../domain/documents/open-places.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";

/**
 * What one comes to the page for, where it is seen first: to register while one can, and to have it in one's own
 * calendar, this event as a file or all of them as a subscription.
 */
export function EventActions({ document, context }: { document: EventDocument; context: PageContext }) {
  const { event } = messagesOf(context.language);
  const ahead = document.end > context.now && document.status !== "cancelled";
  const isOpen = openPlaces(document, context.now).length > 0;
  return (
    <p class="actions">
      {isOpen && (
        <a class="button" href={registerPath(context.language, document.slug)}>
          {event.register}
        </a>
      )}
      <a class={ahead && !isOpen ? "button" : "button quiet"} href={eventCalendarPath(document.path)}>
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
