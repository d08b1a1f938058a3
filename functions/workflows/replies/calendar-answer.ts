import ICAL from "ical.js";

/** What a calendar program says of an entry that somebody has answered there. */
export interface CalendarAnswer {
  /** Of the entry. */
  readonly uid: string | undefined;
  /** Address of the one who answers, who need not be the sender: some providers send from an address of theirs. */
  readonly attendee: string | undefined;
  /** Whether it says that they come, at the time that was told. */
  readonly accepts: boolean;
}

/** Yes, no and perhaps; and the proposal of another time (RFC 5546, sections 3.2.3 and 3.2.7). */
const ANSWERS: ReadonlySet<unknown> = new Set(["REPLY", "COUNTER"]);

/** @returns undefined for a calendar that answers nothing, and for what is none */
export function calendarAnswer(text: string): CalendarAnswer | undefined {
  try {
    return answerOf(new ICAL.Component(ICAL.parse(text)));
  } catch {
    return undefined; // some damage shows only where it is looked at; the mail is looked at as any other then
  }
}

function answerOf(calendar: ICAL.Component): CalendarAnswer | undefined {
  const method = String(calendar.getFirstPropertyValue("method")).toUpperCase();
  if (!ANSWERS.has(method)) return undefined;
  // All entries of an answer have the same UID, and each has one attendee: the one who answers (section 3.2.3).
  const entry = calendar.getFirstSubcomponent("vevent");
  const [attendee, ...others] = entry?.getAllProperties("attendee") ?? [];
  return {
    uid: textOf(entry?.getFirstPropertyValue("uid")),
    attendee: others.length === 0 ? textOf(attendee?.getFirstValue())?.replace(/^mailto:/i, "") : undefined,
    accepts: method === "REPLY" && textOf(attendee?.getParameter("partstat"))?.toUpperCase() === "ACCEPTED",
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
