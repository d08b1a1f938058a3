import { expect, test } from "vitest";
import { claimsRight, licenceRules, mustCredit } from "../../functions/domain/rights.ts";

test.each([
  ["cc0-1.0", undefined, "CC0", false],
  ["cc0", undefined, "CC0", false],
  ["ours", "https://creativecommons.org/publicdomain/zero/1.0/", "CC0", false],
  ["pdm-1.0", undefined, "Public domain", false],
  ["cc-by-4.0", undefined, undefined, true],
  ["cc-by-4-0", undefined, undefined, true],
  ["named-otherwise", "https://creativecommons.org/licenses/by-nc-nd/4.0/deed.ru", undefined, true],
  ["editorial-use", "https://example.org/cc0", undefined, true],
])("under %s at %s the notice is %s, and credit is asked for: %s", (id, url, notice, credited) => {
  expect([licenceRules({ id, url })?.publicDomain, mustCredit({ id, url })]).toEqual([notice, credited]);
});

test("a licence permits, requires and prohibits what Creative Commons says of it", () => {
  expect(licenceRules({ id: "cc0-1.0" })).toMatchObject({ requires: [], prohibits: [] });
  expect(licenceRules({ id: "cc-by-nc-sa-4.0" })).toEqual({
    permits: ["Reproduction", "Distribution", "DerivativeWorks"],
    requires: ["Notice", "Attribution", "ShareAlike"],
    prohibits: ["CommercialUse"],
  });
  expect(licenceRules({ id: "cc-by-nd-4.0" })?.permits).not.toContain("DerivativeWorks");
  expect(licenceRules({ id: "editorial-use" })).toBeUndefined();
  expect(licenceRules({ id: "cc-by-constructor-4.0" })).toBeUndefined();
});

test("a text that claims a right is known in every language", () => {
  for (const text of ["© IOM", "(c) 2026", "Copyright IOM", "Все права защищены", "Авторлық құқық: ХКҰ"])
    expect([text, claimsRight(text)]).toEqual([text, true]);
  for (const text of ["CC0, Dateline", "Photo: IOM", "Фото: МОМ"])
    expect([text, claimsRight(text)]).toEqual([text, false]);
});
