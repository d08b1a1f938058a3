import { expect, test } from "vitest";
import { availabilityOf } from "../../../functions/domain/registration/seats.ts";

test.each([
  ["many", { capacity: 100, taken: 79, waiting: 0 }],
  ["few", { capacity: 100, taken: 80, waiting: 0 }],
  ["few", { capacity: 100, taken: 99, waiting: 0 }],
  ["waiting-list", { capacity: 100, taken: 100, waiting: 0 }],
  ["waiting-list", { capacity: 100, taken: 120, waiting: 0 }],
  ["waiting-list", { capacity: 100, taken: 10, waiting: 1 }], // who waits comes before a newcomer
  ["many", { capacity: 10, taken: 4, waiting: 0 }],
  ["few", { capacity: 10, taken: 5, waiting: 0 }],
] as const)("it is said to be %s: %j", (level, seats) => {
  expect(availabilityOf(seats)).toBe(level);
});
