import { expect, test } from "vitest";
import { languageOf, preferredLanguage } from "../../functions/http/request/visit.ts";

test.each([
  [undefined, "en"],
  ["", "en"],
  ["ru", "ru"],
  ["ru-KZ,ru;q=0.9,en;q=0.8", "ru"],
  ["de, kk;q=0.5", "kk"],
  ["en;q=0.1, kk-Cyrl-KZ;q=0.7", "kk"],
  ["kk;q=0, ru;q=0.2", "ru"],
  ["ru;q=0.000, kk;q=0.001", "kk"],
  ["en;q=0.1 , kk ; q=0.7", "kk"],
  ["ru;Q=0.1, kk;q=0.2;x=1", "kk"],
  ["en;q=0, *", "en"],
  ["*", "en"],
  [";;;q=,", "en"],
])("Accept-Language %j asks for %s", (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});

test("an address names its language in the first segment, or none", () => {
  expect(languageOf("/kk/releases")).toBe("kk");
  expect(languageOf("/de/releases")).toBeUndefined();
  expect(languageOf("/")).toBeUndefined();
});
