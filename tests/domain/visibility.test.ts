import { describe, expect, test } from "vitest";
import { addSeconds, secondsBetween, toInstant } from "../../functions/domain/instant.ts";
import { edgeSeconds, isVisible, nextChange } from "../../functions/domain/visibility.ts";
import { fc } from "../worlds/documents/fast-check.ts";

const LIFT = "2026-05-04T07:00:00Z";

describe("isVisible", () => {
  test("shows nothing one second before the lift and everything at it", () => {
    const release = { publishAt: LIFT };
    expect(isVisible(release, addSeconds(LIFT, -1))).toBe(false);
    expect(isVisible(release, LIFT)).toBe(true);
  });

  test("ends at the instant named, not a second later", () => {
    const asset = { publishAt: LIFT, until: addSeconds(LIFT, 60) };
    expect(isVisible(asset, addSeconds(LIFT, 59))).toBe(true);
    expect(isVisible(asset, addSeconds(LIFT, 60))).toBe(false);
  });

  test("a fraction of a second never lifts early", () => {
    expect(isVisible({ publishAt: LIFT }, toInstant(new Date("2026-05-04T06:59:59.999Z")))).toBe(false);
  });
});

describe("nextChange", () => {
  test("is the earliest lift or end that lies ahead", () => {
    const now = LIFT;
    const items = [
      { publishAt: addSeconds(now, -10) },
      { publishAt: addSeconds(now, -10), until: addSeconds(now, 50) },
      { publishAt: addSeconds(now, 30), until: addSeconds(now, 40) },
    ];
    expect(nextChange(items, now)).toBe(addSeconds(now, 30));
    expect(nextChange([{ publishAt: now }], now)).toBeUndefined();
  });
});

describe("edgeSeconds", () => {
  test("no cached answer outlives its next change, in a cache that counts whole seconds and dates them late", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), (millisecondsAhead) => {
        const madeAt = Date.parse(LIFT) - millisecondsAhead;
        const kept = edgeSeconds(toInstant(new Date(madeAt)), LIFT);
        if (kept > 0) expect(madeAt + (kept + 1) * 1000).toBeLessThanOrEqual(Date.parse(LIFT));
      }),
    );
  });

  test("is a minute when nothing changes within it, and nothing in the last seconds", () => {
    expect(edgeSeconds(LIFT, undefined)).toBe(60);
    expect(edgeSeconds(LIFT, addSeconds(LIFT, 3600))).toBe(60);
    expect(edgeSeconds(LIFT, addSeconds(LIFT, 4))).toBe(2);
    expect(edgeSeconds(LIFT, addSeconds(LIFT, 3))).toBe(0);
    expect(secondsBetween(LIFT, addSeconds(LIFT, 30))).toBe(30);
  });
});
