import { expect, it } from "vitest";
import { instantOf } from "../../../../functions/workflows/content/read/local-time.ts";

it("knows that Kazakhstan was at UTC+06:00 until the first of March 2024 and is at UTC+05:00 since", () => {
  expect(instantOf("2020-07-30T12:00", "Asia/Almaty")).toBe("2020-07-30T06:00:00Z");
  expect(instantOf("2027-07-30T11:00", "Asia/Almaty")).toBe("2027-07-30T06:00:00Z");
});

it("takes the offset that the zone has at that time, and a time in UTC", () => {
  expect(instantOf("2020-07-30T12:00:30+06:00", "Asia/Almaty")).toBe("2020-07-30T06:00:30Z");
  expect(instantOf("2027-07-30T12:00:30+05:00", "Asia/Almaty")).toBe("2027-07-30T07:00:30Z");
  expect(instantOf("2020-07-30T12:00Z", "Asia/Almaty")).toBe("2020-07-30T12:00:00Z");
});

it("refuses an offset that the zone does not have then, and says which time it would be there", () => {
  expect(instantOf("2027-03-01T10:00+06:00", "Asia/Almaty")).toEqual({
    problem: "+06:00 is not the offset of Asia/Almaty then, which is +05:00: 10:00+06:00 is 09:00 there",
    expected: "2027-03-01T10:00 without an offset, or 2027-03-01T10:00+05:00",
  });
  expect(instantOf("2020-03-01T10:00+05:00", "Asia/Almaty")).toHaveProperty("problem");
  expect(instantOf("2027-07-01T10:00+01:00", "Europe/Berlin")).toHaveProperty("problem");
  expect(instantOf("2027-01-01T10:00+01:00", "Europe/Berlin")).toBe("2027-01-01T09:00:00Z");
});

it("names a time that the clock shows for one that it skips, and that time is right", () => {
  const skipped = instantOf("2027-03-28T02:30", "Europe/Berlin");
  expect(skipped).toMatchObject({ expected: "a time that it shows, such as 2027-03-28T03:30" });
  expect(instantOf("2027-03-28T03:30", "Europe/Berlin")).toBe("2027-03-28T01:30:00Z");
});

it("asks which of two moments is meant when a clock is set back, as Almaty's was", () => {
  expect(instantOf("2024-02-29T23:30", "Asia/Almaty")).toEqual({
    problem: "2024-02-29T23:30 comes twice in Asia/Almaty, whose clock is set back then",
    expected: "one of 2024-02-29T23:30+06:00 and 2024-02-29T23:30+05:00",
  });
  expect(instantOf("2024-02-29T23:30+05:00", "Asia/Almaty")).toBe("2024-02-29T18:30:00Z");
});

it("refuses times that no clock shows", () => {
  const problems = ["2027-03-28T02:30", "2027-02-29T10:00", "2027-01-01T25:00", "0012-01-01T10:00"];
  for (const time of problems) expect(instantOf(time, "Europe/Berlin")).toHaveProperty("problem");
});
