import { expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { everyPage } from "../../worlds/reading/every-page.ts";
import { htmlComplaints } from "../../worlds/reading/html-checker.ts";
import { everyRegistrationPage } from "../../worlds/registration/registration-pages.ts";

test("the Nu Html Checker has nothing to say about any page of the newsroom in any language", async () => {
  const pages = LANGUAGES.flatMap((language) => [
    ...named(`page.${language}`, everyPage(language)),
    ...named(`registration.${language}`, everyRegistrationPage(language)),
  ]);
  expect(await htmlComplaints(Object.fromEntries(pages))).toEqual([]);
});

const named = (kind: string, pages: Readonly<Record<string, string>>) =>
  Object.entries(pages).map(([name, html]): [string, string] => [`${kind}.${name}`, html]);
