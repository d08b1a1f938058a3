import { describe, expect, it } from "vitest";
import { dateInWords } from "../../functions/domain/date-in-words.ts";
import { figureCitation, statementCitation } from "../../functions/domain/documents/citation.ts";
import type { Figure, Statement } from "../../functions/domain/documents/release.ts";
import type { Language } from "../../functions/domain/language.ts";

const figure: Figure = {
  id: "criminal-cases-2020",
  value: "69",
  number: 69,
  label: "criminal cases opened so far in 2020",
  source: "Ministry of Internal Affairs",
  asOf: "2020-07",
};
const statement: Statement = {
  id: "hajiyev",
  kind: "paraphrase",
  speaker: "Zeynal Hajiyev",
  role: "IOM",
  text: "The pandemic has made people easier prey.",
  date: "2020-07-30",
};
const published = (language: Language) => ({
  release: { title: "Title", path: `/${language}/releases/a` },
  site: { organisation: "IOM", address: "https://n.example" },
  language,
});

describe("a citation", () => {
  it("of a figure names value, date, source, newsroom and the address of its anchor", () => {
    expect(figureCitation({ figure, ...published("en") })).toBe(
      "69 – criminal cases opened so far in 2020, as of July 2020. Source: Ministry of Internal Affairs. " +
        "Published by IOM in “Title”: https://n.example/en/releases/a#figure-criminal-cases-2020",
    );
  });

  it("never ends a sentence twice", () => {
    for (const language of ["en", "ru", "kk"] as const) {
      const source = "Ministry of Internal Affairs Inc.";
      expect(figureCitation({ figure: { ...figure, source }, ...published(language) })).not.toContain("..");
    }
  });

  it("of a paraphrase says so and has no quotation marks around the words", () => {
    expect(statementCitation({ statement, ...published("en") })).toBe(
      "Zeynal Hajiyev, IOM, 30 July 2020 (paraphrase): The pandemic has made people easier prey. " +
        "Published by IOM in “Title”: https://n.example/en/releases/a#statement-hajiyev",
    );
  });

  it("of a quotation puts the words between the marks of the language", () => {
    const quote: Statement = { ...statement, kind: "quote" };
    expect(statementCitation({ statement: quote, ...published("ru") })).toContain(`: «${statement.text}» `);
  });

  it("in Russian puts inner quotation marks into a title that has some, and binds the dash", () => {
    const { release, ...rest } = published("ru");
    const titled = { ...rest, release: { ...release, title: "Фонд «Родник» открыт" } };
    expect(figureCitation({ figure, ...titled })).toContain("«Фонд „Родник“ открыт»: https://");
    expect(figureCitation({ figure, ...titled })).toMatch(/^69\u00a0— /);
  });
});

it.each([
  ["2020", "en", "2020"],
  ["2020-07", "en", "July 2020"],
  ["2020-07-05", "en", "5 July 2020"],
  ["2020", "ru", "2020\u00a0г."],
  ["2020-07", "ru", "июль 2020\u00a0г."],
  ["2020-07-05", "ru", "5\u00a0июля 2020\u00a0г."],
  ["2020", "kk", "2020\u00a0жыл"],
  ["2020-07", "kk", "2020\u00a0жылғы шілде"],
  ["2020-07-05", "kk", "2020\u00a0жылғы 5\u00a0шілде"],
] as const)("%s in %s is %s", (date, language, words) => {
  expect(dateInWords(date, language)).toBe(words);
});
