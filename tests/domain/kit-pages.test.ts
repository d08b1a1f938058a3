import { expect, test } from "vitest";
import { ASSETS_PER_PAGE, kitPages, positionsOfPage } from "../../functions/domain/documents/kit.ts";
import { kitTotalsAt } from "../../functions/domain/documents/kit-times.ts";
import { kitDocument } from "../worlds/documents/documents.ts";
import { fc } from "../worlds/documents/fast-check.ts";

const LATER = "2030-01-01T00:00:00Z";

test("every file that is out is on one page, in order, and every page but the last is full", () => {
  const kits = fc.integer({ min: 1, max: 300 }).chain((assetCount) =>
    fc.record({
      assetCount: fc.constant(assetCount),
      at: fc.uniqueArray(fc.integer({ min: 0, max: assetCount - 1 })),
      now: fc.constantFrom("2029-01-01T00:00:00Z", LATER),
    }),
  );
  fc.assert(
    fc.property(kits, ({ assetCount, at, now }) => {
      const ownTimes = [{ publishAt: LATER, assetCount: at.length, totalBytes: at.length, at }];
      const kit = kitDocument("en", { assetCount, totalBytes: assetCount, ownTimes });
      const totals = kitTotalsAt(kit, now);
      const pages = Array.from({ length: kitPages(totals.assetCount) }, (_, n) =>
        positionsOfPage(kit, n + 1, now),
      );
      const all = Array.from({ length: assetCount }, (_, n) => n);
      expect(pages.flat()).toEqual(now < LATER ? all.filter((n) => !at.includes(n)) : all);
      expect(pages.slice(0, -1).every((page) => page?.length === ASSETS_PER_PAGE)).toBe(true);
      expect(totals.totalBytes).toBe(totals.assetCount);
      expect(positionsOfPage(kit, pages.length + 1, now)).toBeUndefined();
    }),
  );
});
