import { expect, test } from "vitest";
import { clockFrom, shownTime } from "../../../infra/local/machine/shown-time.ts";

test.each([
  ["2027-03-01T10:00", "2027-03-01T05:00:00Z"],
  ["2020-07-30T10:00", "2020-07-30T04:00:00Z"],
  ["2027-03-01 10:00", "2027-03-01T05:00:00Z"],
  ["2027-03-01T10:00+05:00", "2027-03-01T05:00:00Z"],
  ["2027-03-01T10:00:30Z", "2027-03-01T10:00:30Z"],
  ["2027-03-01T10:00[Europe/Vienna]", "2027-03-01T09:00:00Z"],
])("--at %s in a newsroom in Almaty is %s", (text, instant) => {
  expect(shownTime(text, "Asia/Almaty")).toBe(instant);
});

test.each(["tomorrow", "2027-02-30T10:00", "", "2027-03-01T10:00[Mars/Olympus]"])(
  "--at %j is refused with an example",
  (text) => {
    expect(() => shownTime(text, "Asia/Almaty")).toThrow(
      expect.objectContaining({ code: "option-invalid", help: expect.stringContaining("2027-03-01T10:00") }),
    );
  },
);

test("the clock begins at the time asked for and runs on", () => {
  let real = new Date("2026-01-01T00:00:00.250Z");
  const clock = clockFrom("2027-03-01T05:00:00Z", () => real);
  expect(clock().toISOString()).toBe("2027-03-01T05:00:00.000Z");
  real = new Date("2026-01-01T00:01:00.250Z");
  expect(clock().toISOString()).toBe("2027-03-01T05:01:00.000Z");
});
