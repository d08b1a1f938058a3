import { expect, it } from "vitest";
import { holdsNumber } from "../../../../functions/workflows/content/inspect/figure-numbers.ts";
import { suggestion } from "../../../../functions/workflows/content/read/suggestion.ts";

it("a number is found however its digits are grouped", () => {
  for (const text of ["over 100,000 people", "100\u00a0000 человек", "100\u202f000", "100.000", "25 100,000"])
    expect(holdsNumber(text, 100_000), text).toBe(true);
  expect(holdsNumber("2,5 процента", 2.5)).toBe(true);
  expect(holdsNumber("In 2020, 69 cases.", 69)).toBe(true);
});

it("a number is not found in a part of another one", () => {
  expect(holdsNumber("1690 cases", 69)).toBe(false);
  expect(holdsNumber("10,000", 100_000)).toBe(false);
  expect(holdsNumber("ten", 10)).toBe(false);
});

it("a mistyped word leads to the nearest one, a strange one to none", () => {
  const words = ["publishAt", "topics", "contacts"];
  expect(suggestion("topcis", words)).toBe("topics");
  expect(suggestion("PublishAt", words)).toBe("publishAt");
  expect(suggestion("colour", words)).toBeUndefined();
});

it("very large and very small numbers are found as they are written out", () => {
  expect(holdsNumber("1 500 000 000 000 000 000 000", 1.5e21)).toBe(true);
  expect(holdsNumber("0.00000025", 2.5e-7)).toBe(true);
  expect(holdsNumber("0.0000025", 2.5e-7)).toBe(false);
});
