import { expect, test } from "vitest";
import { addSeconds } from "../../../functions/domain/instant.ts";
import {
  heard,
  NEWS_EVERY_SECONDS,
  notifiedAtFirst,
  type OrganiserFacts,
} from "../../../functions/domain/registration/organisers.ts";
import type { PlaceSeats } from "../../../functions/domain/registration/seats.ts";

const NOW = "2027-06-01T05:00:00Z";
const HOUR = 3600;
const first = () => notifiedAtFirst(NOW, "2027-06-01");
const seats = (taken: number, capacity = 10): ReadonlyMap<string, PlaceSeats> =>
  new Map([["hall", { capacity, taken, waiting: 0 } as PlaceSeats]]);
const facts = (changes: Partial<OrganiserFacts> = {}): OrganiserFacts => ({
  now: NOW,
  upTo: NOW,
  approvals: 0,
  bounces: 0,
  seats: seats(0),
  digest: undefined,
  ...changes,
});
const kinds = (found: ReturnType<typeof heard>) => found.news.map(({ kind, count }) => [kind, count]);

test("organisers hear once that a place is full, however long it stays so", () => {
  const full = heard(first(), facts({ seats: seats(10) }));
  expect(kinds(full)).toEqual([["organisers-full", 1]]);
  const later = heard(full.after, facts({ now: addSeconds(NOW, 5 * HOUR), seats: seats(10) }));
  expect(later.news).toEqual([]);
});

test("a place that fills again within the hour is not told again, and one that fills later is", () => {
  const full = heard(first(), facts({ seats: seats(10) }));
  const freed = heard(full.after, facts({ now: addSeconds(NOW, 60), seats: seats(9) }));
  const again = heard(freed.after, facts({ now: addSeconds(NOW, 120), seats: seats(10) }));
  expect(again.news).toEqual([]);
  const free = heard(full.after, facts({ now: addSeconds(NOW, 25 * HOUR), seats: seats(9) }));
  const filled = heard(free.after, facts({ now: addSeconds(NOW, 26 * HOUR), seats: seats(10) }));
  expect(kinds(filled)).toEqual([["organisers-full", 1]]);
});

test("a place without seats is never full", () => {
  expect(heard(first(), facts({ seats: seats(0, 0) })).news).toEqual([]);
});

test.each([
  ["approvals", "organisers-approval"],
  ["bounces", "organisers-bounced"],
] as const)("%s are told at once, and those of the next minutes together", (what, kind) => {
  const told = heard(first(), facts({ [what]: 2 }));
  expect(kinds(told)).toEqual([[kind, 2]]);
  const soon = heard(told.after, facts({ now: addSeconds(NOW, NEWS_EVERY_SECONDS - 1), [what]: 3 }));
  expect(soon.news).toEqual([]);
  const due = heard(soon.after, facts({ now: addSeconds(NOW, NEWS_EVERY_SECONDS), [what]: 1 }));
  expect(kinds(due)).toEqual([[kind, 4]]);
  expect(heard(due.after, facts({ now: addSeconds(NOW, 2 * NEWS_EVERY_SECONDS) })).news).toEqual([]);
});

test("how far mails are known never goes back", () => {
  expect(heard(first(), facts({ upTo: "2027-05-01T00:00:00Z" })).after.upTo).toBe(NOW);
  expect(heard(first(), facts({ upTo: "2027-07-01T00:00:00Z" })).after.upTo).toBe("2027-07-01T00:00:00Z");
});

test("a digest is told when its numbers are other than those of the last, and its day is noted", () => {
  const row = { capacity: 10, taken: 3, waiting: 0 } as PlaceSeats;
  const places = [{ place: "hall", seats: row, states: [{ state: "confirmed" as const, bookings: 3 }] }];
  const told = heard(first(), facts({ digest: { day: "2027-06-02", places } }));
  expect(kinds(told)).toEqual([["organisers-digest", 3]]);
  const same = heard(told.after, facts({ digest: { day: "2027-06-03", places } }));
  expect(same.news).toEqual([]);
  expect(same.after.digest.day).toBe("2027-06-03");
});
