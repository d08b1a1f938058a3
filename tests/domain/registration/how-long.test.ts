import { expect, test } from "vitest";
import { addSeconds, type Instant } from "../../../functions/domain/instant.ts";
import {
  approvalUntil,
  offerUntil,
  verifyUntil,
  verifyWaitingUntil,
} from "../../../functions/domain/registration/holds.ts";

const PLACE = {
  begins: "2027-09-10T04:00:00Z",
  closes: "2027-09-10T04:00:00Z",
  ends: "2027-09-10T08:00:00Z",
};
const NOW: Instant = "2027-06-01T05:00:00Z";
const hours = (count: number, from = NOW): Instant => addSeconds(from, count * 3_600);

test("seats are held for four hours for whoever has not verified, and for twelve however often it is sent again", () => {
  expect(verifyUntil(PLACE, NOW, NOW)).toBe(hours(4));
  expect(verifyUntil(PLACE, hours(3), NOW)).toBe(hours(7));
  expect(verifyUntil(PLACE, hours(11), NOW)).toBe(hours(12));
});

test("seats that a network asks for beyond very many are held for half an hour, and never for longer than others", () => {
  expect(verifyUntil(PLACE, NOW, NOW, true)).toBe(addSeconds(NOW, 1_800));
  expect(verifyUntil(PLACE, NOW, NOW, false)).toBe(hours(4));
  const late = addSeconds(PLACE.begins, -60);
  expect(verifyUntil(PLACE, late, late, true)).toBe(PLACE.begins);
});

test("a turn in the waiting list is kept for two days until it is verified", () => {
  expect(verifyWaitingUntil(PLACE, NOW, NOW)).toBe(hours(48));
});

test("an offer is kept for 48 hours from when it is made", () => {
  expect(offerUntil(PLACE, NOW)).toBe(hours(48));
});

test("seats of whoever is pending are kept until the beginning, and nothing is kept for longer", () => {
  const late = hours(-1, PLACE.begins);
  expect(approvalUntil(PLACE)).toBe(PLACE.begins);
  for (const until of [
    verifyUntil(PLACE, late, late),
    verifyWaitingUntil(PLACE, late, late),
    offerUntil(PLACE, late),
  ])
    expect(until).toBe(PLACE.begins);
});
