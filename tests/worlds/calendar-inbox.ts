import ICAL from "ical.js";

/** An entry as a calendar keeps it. */
export interface CalendarEntry {
  readonly sequence: number;
  readonly stamp: string;
  readonly start: string;
  readonly status: string;
  readonly description: string;
}

/**
 * A calendar that takes what mails ask of it, by RFC 5546: an entry is known by its UID, a message with a lower SEQUENCE
 * than the entry's, or the same and an older DTSTAMP, is late and ignored (section 2.1.5); REQUEST puts an entry in or up
 * to date (3.2.2), CANCEL marks it (3.2.5).
 */
export function calendarInbox() {
  const entries = new Map<string, CalendarEntry>();
  return {
    entries,
    receive(text: string): void {
      const calendar = new ICAL.Component(ICAL.parse(text));
      const method = String(calendar.getFirstPropertyValue("method"));
      for (const component of calendar.getAllSubcomponents("vevent")) {
        const value = (name: string) => String(component.getFirstPropertyValue(name) ?? "");
        const next: CalendarEntry = {
          sequence: Number(value("sequence")),
          stamp: value("dtstamp"),
          start: value("dtstart"),
          status: method === "CANCEL" ? "CANCELLED" : value("status"),
          description: value("description"),
        };
        const known = entries.get(value("uid"));
        const isLate =
          known &&
          (next.sequence < known.sequence || (next.sequence === known.sequence && next.stamp < known.stamp));
        if (!isLate) entries.set(value("uid"), next);
      }
    },
  };
}
