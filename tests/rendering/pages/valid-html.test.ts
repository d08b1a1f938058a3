import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "../../../functions/domain/language.ts";
import { everyPage } from "../../worlds/every-page.ts";
import { htmlComplaints } from "../../worlds/html-checker.ts";
import { everyRegistrationPage } from "../../worlds/registration-pages.ts";

test.each([
  ["any kind of page", everyPage],
  ["any page of registration", everyRegistrationPage],
])(
  "the Nu Html Checker has nothing to say about %s in any language",
  async (_, every) => {
    const named = (language: Language) =>
      Object.entries(every(language)).map(([name, html]) => [`${name}.${language}`, html]);
    expect(await htmlComplaints(Object.fromEntries(LANGUAGES.flatMap(named)))).toEqual([]);
  },
  60_000,
);
