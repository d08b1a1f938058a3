import { describe, expect, test } from "vitest";
import { entityTag, httpDate, isNotModified } from "../../functions/http/answers/validators.ts";

const TAG = entityTag("<p>Қазақстан</p>");
const CHANGED = "2026-05-04T07:00:00Z";
const conditions = (ifNoneMatch?: string, ifModifiedSince?: string) => ({ ifNoneMatch, ifModifiedSince });

describe("isNotModified", () => {
  test("compares tags weakly, in a list or as a star", () => {
    expect(isNotModified(conditions(TAG), TAG, CHANGED)).toBe(true);
    expect(isNotModified(conditions(`W/${TAG}`), TAG, CHANGED)).toBe(true);
    expect(isNotModified(conditions(`"old", W/${TAG}`), TAG, CHANGED)).toBe(true);
    expect(isNotModified(conditions("*"), TAG, CHANGED)).toBe(true);
    expect(isNotModified(conditions('"old"'), TAG, CHANGED)).toBe(false);
  });

  test("compares a tag without quotation marks as if it had them", () => {
    const bare = TAG.slice(1, -1);
    for (const sent of [bare, `W/${bare}`, `w/${TAG}`, `old, ${bare}`, `"old",${bare}`, ` ${bare} `])
      expect([sent, isNotModified(conditions(sent), TAG, CHANGED)]).toEqual([sent, true]);
    for (const sent of [bare.slice(1), `${bare}x`, `"${bare}`.slice(0, -1), `"a,${bare},b"`, "", '"*"'])
      expect([sent, isNotModified(conditions(sent), TAG, CHANGED)]).toEqual([sent, false]);
  });

  test("lets the tag win over the date", () => {
    expect(isNotModified(conditions('"old"', httpDate(CHANGED)), TAG, CHANGED)).toBe(false);
  });

  test("takes the date alone, to the second", () => {
    expect(isNotModified(conditions(undefined, httpDate(CHANGED)), TAG, CHANGED)).toBe(true);
    expect(isNotModified(conditions(undefined, "Mon, 04 May 2026 06:59:59 GMT"), TAG, CHANGED)).toBe(false);
  });

  test("ignores a date that is none", () => {
    expect(isNotModified(conditions(undefined, "yesterday"), TAG, CHANGED)).toBe(false);
  });
});
