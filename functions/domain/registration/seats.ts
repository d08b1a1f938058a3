/** What a place's row holds, in seats and in bookings. */
export interface PlaceSeats {
  /** Seats there are, as last published. */
  readonly capacity: number;
  /** Seats that are held or confirmed, and those of holds that ended and were not released yet. */
  readonly taken: number;
  /** Bookings that wait for seats. */
  readonly waiting: number;
}

/** Whether a newcomer gets `n` seats at once: whoever waits comes first. */
export function hasRoomFor({ capacity, taken, waiting }: PlaceSeats, n: number): boolean {
  return waiting === 0 && taken + n <= capacity;
}

/** Whether a place has seats for `n` more at once. */
export type HasSeats = (place: string, n: number) => boolean;

/** Room as the rows of the places tell it; a place without a row has none. */
export const roomIn =
  (seats: ReadonlyMap<string, PlaceSeats>): HasSeats =>
  (place, n) => {
    const row = seats.get(place);
    return row !== undefined && hasRoomFor(row, n);
  };

/** Seats that can be offered to those who wait. */
export function freeSeats({ capacity, taken }: PlaceSeats): number {
  return Math.max(0, capacity - taken);
}

/** How many seats of a place may be taken once an organiser has given some out of turn or beyond its capacity. */
export interface SeatCeiling {
  readonly place: string;
  /** Seats taken at the most, in all. */
  readonly upTo: number;
  /** How many of them are beyond the capacity. */
  readonly over: number;
}

/** What everybody may know of a place: enough to decide, too little to watch who registers. */
export const AVAILABILITIES = ["many", "few", "waiting-list"] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/** Levels by place; one of which nothing is known has none. */
export type Levels = ReadonlyMap<string, Availability>;

/** A fifth of the seats, at least five: below that a place has few left. */
const FEW_SHARE = 0.2;
const FEW_SEATS = 5;

export function availabilityOf(seats: PlaceSeats): Availability {
  if (!hasRoomFor(seats, 1)) return "waiting-list";
  const few = Math.max(FEW_SEATS, Math.ceil(seats.capacity * FEW_SHARE));
  return freeSeats(seats) > few ? "many" : "few";
}
