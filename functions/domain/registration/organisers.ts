import * as v from "valibot";
import { addSeconds, Instant, latestOf } from "../instant.ts";
import { BOOKING_STATES, type Booking, BookingState, hasEnded, seatsOf } from "./booking.ts";
import type { Registration } from "./registration.ts";
import type { PlaceSeats } from "./seats.ts";

/** What organisers are told of an event: numbers, and never who. */
export const OrganiserNews = v.object({
  kind: v.picklist(["organisers-full", "organisers-approval", "organisers-bounced", "organisers-digest"]),
  /** Registrations or mailboxes that it is about; places, where one fills. */
  count: v.number(),
  places: v.array(
    v.object({
      place: v.string(),
      seats: v.object({ capacity: v.number(), taken: v.number(), waiting: v.number() }),
      /** Bookings by state, of a digest. */
      states: v.optional(v.array(v.object({ state: BookingState, bookings: v.number() }))),
    }),
  ),
});
export type OrganiserNews = v.InferOutput<typeof OrganiserNews>;

/** How far the organisers of an event have heard. */
export const NotifiedState = v.object({
  /** Mails up to here were looked at. */
  upTo: Instant,
  /** Registrations that ask for approval and were not told of yet, and when the last mail told of some. */
  approvals: v.object({ open: v.number(), at: v.optional(Instant) }),
  bounces: v.object({ open: v.number(), at: v.optional(Instant) }),
  /** Places that are full, since when they were told to be. */
  full: v.record(v.string(), Instant),
  /** The day of the last digest by the clock of the event, and what it counted. */
  digest: v.object({ day: v.string(), counted: v.string() }),
});
export type NotifiedState = v.InferOutput<typeof NotifiedState>;

/** One mail of a kind in so many seconds at most, and a place that is full now and again is told of once an hour. */
export const NEWS_EVERY_SECONDS = 600;
const FULL_AGAIN_SECONDS = 3600;
/** When a digest is sent, by the clock of the event. */
export const DIGEST_HOUR = 8;

/** What there is to hear at `now`. */
export interface OrganiserFacts {
  readonly now: Instant;
  /** Up to where mails are known for certain. */
  readonly upTo: Instant;
  /** Registrations that have asked for approval since, and mailboxes that have refused. */
  readonly approvals: number;
  readonly bounces: number;
  readonly seats: ReadonlyMap<string, PlaceSeats>;
  /** Numbers for a digest, where one is due. */
  readonly digest: { readonly day: string; readonly places: OrganiserNews["places"] } | undefined;
}

/** The state in which the organisers of an event begin to hear: of what there is already, the first digest tells. */
export const notifiedAtFirst = (upTo: Instant, day: string): NotifiedState => ({
  upTo,
  approvals: { open: 0 },
  bounces: { open: 0 },
  full: {},
  digest: { day, counted: "" },
});

/** What organisers are told now, and how far they have heard with it. */
export function heard(
  before: NotifiedState,
  found: OrganiserFacts,
): { readonly after: NotifiedState; readonly news: OrganiserNews[] } {
  const news: OrganiserNews[] = [];
  const { now, seats } = found;
  const due = ({ open, at }: NotifiedState["approvals"], more: number, kind: OrganiserNews["kind"]) => {
    const count = open + more;
    if (count === 0 || (at !== undefined && now < addSeconds(at, NEWS_EVERY_SECONDS)))
      return { open: count, ...(at !== undefined && { at }) };
    news.push({ kind, count, places: [] });
    return { open: 0, at: now };
  };
  const approvals = due(before.approvals, found.approvals, "organisers-approval");
  const bounces = due(before.bounces, found.bounces, "organisers-bounced");
  const isFull = ({ capacity, taken }: PlaceSeats) => capacity > 0 && taken >= capacity;
  const full = Object.fromEntries(
    Object.entries(before.full).filter(([place, at]) => {
      const row = seats.get(place);
      return (row && isFull(row)) || now < addSeconds(at, FULL_AGAIN_SECONDS);
    }),
  );
  const filled = [...seats].filter(([place, row]) => isFull(row) && full[place] === undefined);
  for (const [place] of filled) full[place] = now;
  if (filled.length > 0)
    news.push({
      kind: "organisers-full",
      count: filled.length,
      places: filled.map(([place, row]) => ({ place, seats: row })),
    });
  const { digest = before.digest, told } = digestOf(before, found);
  if (told) news.push(told);
  return {
    after: { upTo: latestOf(before.upTo, found.upTo), approvals, bounces, full, digest },
    news,
  };
}

/** Where nothing is other than the day before, nothing is told. */
function digestOf(
  before: NotifiedState,
  { digest: due }: OrganiserFacts,
): { digest?: NotifiedState["digest"]; told?: OrganiserNews } {
  if (!due) return {};
  const counted = JSON.stringify(due.places);
  const digest = { day: due.day, counted };
  if (counted === before.digest.counted) return { digest };
  const count = due.places.flatMap(({ states = [] }) => states).reduce((sum, each) => sum + each.bookings, 0);
  return count === 0
    ? { digest }
    : { digest, told: { kind: "organisers-digest", count, places: due.places } };
}

/** Bookings of each place by state, as they are at `now`. */
export function digestPlaces(
  all: readonly Registration[],
  seats: ReadonlyMap<string, PlaceSeats>,
  now: Instant,
): OrganiserNews["places"] {
  const stateOf = (booking: Booking): BookingState => (hasEnded(booking, now) ? "expired" : booking.state);
  return [...seats].map(([place, row]) => {
    const bookings = all.flatMap((each) => each.bookings.filter((booking) => booking.place === place));
    const states = BOOKING_STATES.map((state) => ({
      state,
      bookings: bookings.filter((booking) => seatsOf(booking) > 0 && stateOf(booking) === state).length,
    }));
    return { place, seats: row, states: states.filter((each) => each.bookings > 0) };
  });
}
