import { expect, test } from "vitest";
import { LANGUAGES } from "../../functions/domain/language.ts";
import { nameOrder } from "../../functions/domain/name-order.ts";
import { countriesIn, isCountry, storedCountryName } from "../../functions/domain/naming.ts";

/** From last to first, as the order must find it again. */
const sorted = (names: readonly string[], language: "en" | "ru" | "kk") =>
  names.toReversed().sort(nameOrder(language));

test.each(["ru", "kk"] as const)(
  "names of a list in %s stand in the order of the Kazakh alphabet",
  (language) => {
    const names = [
      "Азат",
      "Әлия",
      "Берік",
      "Галина",
      "Ғалым",
      "Жанар",
      "Канат",
      "Қанат",
      "Наталья",
      "Ңұрлан",
      "Олжас",
      "Өмір",
      "Улан",
      "Ұлжан",
      "Үміт",
      "Фарида",
      "Хасен",
      "Һәкім",
      "Цой",
      "Ыбырай",
      "Ілияс",
      "Эльмира",
    ];
    expect(sorted(names, language)).toEqual(names);
  },
);

test("ё is sorted as е, and decides between names that are otherwise the same", () => {
  const names = ["Алексей", "Алёна", "Алеша", "Артем", "Артём"];
  expect(sorted(names, "ru")).toEqual(names);
});

test("the alphabet of the list comes first, then the other one, then letters of neither", () => {
  expect(sorted(["Zhanar", "Әлия", "李"], "en")).toEqual(["Zhanar", "Әлия", "李"]);
  expect(sorted(["Әлия", "Zhanar", "李"], "kk")).toEqual(["Әлия", "Zhanar", "李"]);
});

test("case and accents count only between names that are otherwise the same", () => {
  const names = ["Ana Maria", "Ana-Maria", "Anders", "Émile", "emma", "Emma B", "Zoe", "Zoë"];
  expect(sorted(names, "en")).toEqual(names);
});

test("every language names the same countries", () => {
  const codes = [...countriesIn("en").keys()];
  expect(codes.filter(isCountry)).toHaveLength(273);
  for (const language of LANGUAGES) expect([...countriesIn(language).keys()]).toEqual(codes);
  expect(LANGUAGES.map((language) => storedCountryName("KZ", language))).toEqual([
    "Kazakhstan",
    "Казахстан",
    "Қазақстан",
  ]);
});
