import * as v from "valibot";
import { Instant } from "../instant.ts";
import { Language } from "../language.ts";
import { publicationParts, Reference } from "./parts.ts";

export const Session = v.object({
  id: v.string(),
  title: v.string(),
  description: v.optional(v.string()),
  start: Instant,
  end: Instant,
  languages: v.array(Language),
  speakers: v.array(v.object({ name: v.string(), role: v.optional(v.string()) })),
});
export type Session = v.InferOutput<typeof Session>;

export const PublicPlace = v.object({
  id: v.string(),
  title: v.string(),
  note: v.optional(v.string()),
  /** Ids of the sessions that it admits to. */
  sessions: v.array(v.string()),
  mode: v.picklist(["in-person", "online"]),
  audience: v.picklist(["press", "partner", "public", "invitation"]),
  capacity: v.number(),
  approval: v.boolean(),
  opens: Instant,
  closes: Instant,
});
export type PublicPlace = v.InferOutput<typeof PublicPlace>;

export const Venue = v.object({ name: v.string(), address: v.optional(v.string()) });
export type Venue = v.InferOutput<typeof Venue>;

export const Recording = v.object({
  title: v.string(),
  url: v.string(),
  languages: v.array(Language),
  publishAt: Instant,
});
export type Recording = v.InferOutput<typeof Recording>;

export const EventStatus = v.picklist(["scheduled", "cancelled", "postponed"]);
export type EventStatus = v.InferOutput<typeof EventStatus>;

/** What an iCalendar entry needs beyond title, summary and times. */
export const CalendarEntry = v.object({
  /** `{id}@{authority of the site}`: the same in every language, so a subscriber to two sees one event. */
  uid: v.string(),
  /** Number of corrections: rises with every announced change. */
  sequence: v.number(),
});
export type CalendarEntry = v.InferOutput<typeof CalendarEntry>;

export const EventDocument = v.object({
  kind: v.literal("event"),
  ...publicationParts,
  city: v.string(),
  status: EventStatus,
  series: v.optional(v.object({ id: v.string(), title: v.string() })),
  start: Instant,
  end: Instant,
  venue: v.optional(Venue),
  sessions: v.array(Session),
  /** Listed places: those of audience `invitation` are left out. */
  places: v.array(PublicPlace),
  recording: v.optional(Recording),
  kit: v.optional(Reference),
  calendar: CalendarEntry,
  /** A line that marks the event as an example. */
  sample: v.optional(v.string()),
});
export type EventDocument = v.InferOutput<typeof EventDocument>;
