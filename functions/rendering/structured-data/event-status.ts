import type { EventStatus } from "../../domain/documents/event.ts";

/** Whether an event will be held, as a term of schema.org. */
export const EVENT_STATUS_TERMS: Record<EventStatus, string> = {
  scheduled: "https://schema.org/EventScheduled",
  cancelled: "https://schema.org/EventCancelled",
  postponed: "https://schema.org/EventPostponed",
};
