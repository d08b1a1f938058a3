import { describe, expect, test } from "vitest";
import { daysBetween } from "../../../functions/domain/downloads/days.ts";
import { type DownloadCount, tallyOf } from "../../../functions/domain/downloads/tally.ts";

const NOW = "2027-03-01T10:00:00Z";

function count(
  kit: string,
  file: string,
  by: DownloadCount["by"],
  times: number,
  day = "2027-03-01",
): DownloadCount {
  return { day, kit, file, rendition: "original", by, count: times };
}

test("counts of shards and days become a row for each file, the most wanted of a kit first", () => {
  const counts = [
    count("wide", "a.jpg", "reader", 1),
    count("kit", "b.jpg", "reader", 2),
    count("kit", "a.jpg", "reader", 3),
    count("kit", "b.jpg", "reader", 4, "2027-02-28"),
    count("kit", "a.jpg", "robot", 9),
  ];
  expect(tallyOf(counts)).toEqual({
    rows: [
      { kit: "kit", file: "b.jpg", rendition: "original", readers: 6, robots: 0 },
      { kit: "kit", file: "a.jpg", rendition: "original", readers: 3, robots: 9 },
      { kit: "wide", file: "a.jpg", rendition: "original", readers: 1, robots: 0 },
    ],
    readers: 10,
    robots: 9,
  });
});

describe("the days of a report", () => {
  test("are the last thirty, today included", () => {
    const days = daysBetween({}, NOW);
    expect([days.length, days[0], days.at(-1)]).toEqual([30, "2027-01-31", "2027-03-01"]);
  });

  test("are those named, both ends included, over the end of February", () => {
    expect(daysBetween({ from: "2028-02-28", to: "2028-03-01" }, NOW)).toEqual([
      "2028-02-28",
      "2028-02-29",
      "2028-03-01",
    ]);
  });

  test.each([
    { from: "yesterday" },
    { from: "2027-02-30" },
    { from: "2027-03-02", to: "2027-03-01" },
    { from: "1900-01-01" },
  ])("%o is refused", (asked) => {
    expect(() => daysBetween(asked, NOW)).toThrow(expect.objectContaining({ code: "option-invalid" }));
  });
});
