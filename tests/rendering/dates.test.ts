import { describe, expect, test } from "vitest";
import { clockSpan, day, localIso, moment, weekdayAndDay } from "../../functions/rendering/format/dates.ts";

const ALMATY = "Asia/Almaty";

describe("a time in Kazakhstan", () => {
  test("is six hours ahead in 2020 and five since 1 March 2024", () => {
    expect(moment("2020-07-30T05:00:00Z", ALMATY, "en")).toBe("30 July 2020, 11:00 (UTC+06:00)");
    expect(moment("2024-02-29T17:59:59Z", ALMATY, "en")).toBe("29 February 2024, 23:59 (UTC+06:00)");
    expect(moment("2024-03-01T05:00:00Z", ALMATY, "en")).toBe("1 March 2024, 10:00 (UTC+05:00)");
    expect(moment("2027-07-30T05:00:00Z", ALMATY, "en")).toBe("30 July 2027, 10:00 (UTC+05:00)");
  });
  test("is on the day of its own calendar, not of UTC", () => {
    expect(day("2027-07-30T20:00:00Z", ALMATY, "en")).toBe("31 July 2027");
    expect(localIso("2027-07-30T20:00:00Z", ALMATY)).toBe("2027-07-31T01:00:00+05:00");
  });
});

test("a day is written as each language writes it", () => {
  const written = (["en", "ru", "kk"] as const).map((language) =>
    weekdayAndDay("2020-07-30T05:00:00Z", ALMATY, language),
  );
  expect(written).toEqual([
    "Thursday, 30 July 2020",
    "четверг, 30\u00a0июля 2020\u00a0г.",
    "2020\u00a0жылғы 30\u00a0шілде, бейсенбі",
  ]);
});

test("every offset is told to the minute, and UTC as UTC", () => {
  const at = "2020-07-30T05:00:00Z";
  expect(localIso(at, "America/St_Johns")).toBe("2020-07-30T02:30:00-02:30");
  expect(localIso(at, "Asia/Kathmandu")).toBe("2020-07-30T10:45:00+05:45");
  expect(moment(at, "UTC", "en")).toBe("30 July 2020, 05:00 (UTC)");
});

test("a span within a day names the day nowhere, one over days names both", () => {
  expect(clockSpan("2020-07-30T05:00:00Z", "2020-07-30T06:30:00Z", ALMATY, "en")).toBe("11:00–12:30");
  expect(clockSpan("2020-07-30T05:00:00Z", "2020-07-31T06:30:00Z", ALMATY, "en")).toBe(
    "30 July 2020, 11:00 – 31 July 2020, 12:30",
  );
});

test("whether a span is within a day is told by the calendar of its zone, not by that of UTC", () => {
  expect(clockSpan("2027-07-30T18:00:00Z", "2027-07-30T20:00:00Z", ALMATY, "en")).toBe(
    "30 July 2027, 23:00 – 31 July 2027, 01:00",
  );
  expect(clockSpan("2027-07-30T23:00:00Z", "2027-07-31T01:00:00Z", ALMATY, "en")).toBe("04:00–06:00");
});

test("a span in which the clock is set names both offsets", () => {
  expect(clockSpan("2024-02-29T17:30:00Z", "2024-02-29T18:30:00Z", ALMATY, "en")).toBe(
    "29 February 2024, 23:30 (UTC+06:00) – 29 February 2024, 23:30 (UTC+05:00)",
  );
});
