import { describe, expect, it } from "vitest";
import { intervalsAround, offeredIn } from "../../../../functions/workflows/content/compile/kit-intervals.ts";

const KIT = "2026-01-01T00:00:00Z";
const COMES = "2026-03-01T00:00:00Z";
const ENDS = "2026-06-01T00:00:00Z";
const LATER = "2026-09-01T00:00:00Z";
const always = { publishAt: KIT };
const coming = { publishAt: COMES, until: LATER };
const ending = { publishAt: KIT, until: ENDS };

describe("the spans for which archives are made", () => {
  it("are one of a kit whose files stay", () => {
    expect(intervalsAround(KIT, [always], "2027-01-01T00:00:00Z")).toEqual([{ publishAt: KIT }]);
  });

  it("are that of now and the one after the next change", () => {
    expect(intervalsAround(KIT, [always, coming, ending], "2026-04-01T00:00:00Z")).toEqual([
      { publishAt: COMES, until: ENDS },
      { publishAt: ENDS, until: LATER },
    ]);
  });

  it("turn at the very instant of the change", () => {
    expect(intervalsAround(KIT, [ending], ENDS)).toEqual([{ publishAt: ENDS }]);
    expect(intervalsAround(KIT, [ending], "2026-05-31T23:59:59Z")[0]).toEqual({
      publishAt: KIT,
      until: ENDS,
    });
  });

  it("begin with the lift of a kit that is still under embargo", () => {
    expect(intervalsAround(KIT, [always, coming], "2025-01-01T00:00:00Z")).toEqual([
      { publishAt: KIT, until: COMES },
      { publishAt: COMES, until: LATER },
    ]);
  });
});

it("a span offers what is out throughout it", () => {
  const items = [always, coming, ending].map((times) => ({ times }));
  expect(offeredIn(items, { publishAt: COMES, until: ENDS })).toEqual(items);
  expect(offeredIn(items, { publishAt: ENDS, until: LATER })).toEqual([{ times: always }, { times: coming }]);
  expect(offeredIn(items, { publishAt: KIT, until: COMES })).toEqual([{ times: always }, { times: ending }]);
});
