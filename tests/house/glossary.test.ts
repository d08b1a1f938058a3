import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { isLanguage, type Language } from "../../functions/domain/language.ts";
import { typeset } from "../../functions/domain/typography.ts";
import { type CatalogueText, catalogueTexts } from "../worlds/catalogues.ts";

/** Where a word that the glossary names is meant as it is said there. */
const MEANT: readonly string[] = [
  "kk messagesOf.history.withdrawnNotes.release: дәйексөз", // not to be quoted
];

interface Forbidden {
  readonly language: Language;
  readonly words: string;
}

const ROWS = readFileSync("docs/glossary.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(1)
  .map((line) => line.split("|").slice(1, -1));
/** The last column: the language, then words in quotation marks. */
const FORBIDDEN: readonly Forbidden[] = ROWS.flatMap(([, , , not = ""]) =>
  [...not.matchAll(/\b(en|ru|kk) ((?:[“«][^”»]+[”»],? ?)+)/g)].flatMap(([, language = "", quoted = ""]) =>
    [...quoted.matchAll(/[“«]([^”»]+)[”»]/g)].flatMap(([, words = ""]) =>
      isLanguage(language) ? [{ language, words }] : [],
    ),
  ),
);

let texts: readonly CatalogueText[];
beforeAll(async () => {
  texts = await catalogueTexts();
});

/** Words with any case and, in Russian and Kazakh, any endings; they may begin within no other word. */
const patternOf = ({ language, words }: Forbidden): RegExp =>
  new RegExp(`(?<![\\p{L}-])${words}${language === "en" ? "s?(?![\\p{L}-])" : ""}`, "iu");

const forbiddenIn = (told: readonly CatalogueText[]): string[] =>
  FORBIDDEN.flatMap((each) =>
    told
      .filter(({ language }) => language === each.language)
      .filter(({ text }) => patternOf(each).test(text.replaceAll("\u00a0", " ")))
      .map(({ language, key }) => `${language} ${key}: ${each.words}`),
  );

test("the glossary names forty terms in three languages", () => {
  expect(
    ROWS.filter((row) => row.length !== 4 || row.slice(0, 3).some((cell) => cell.trim() === "")),
  ).toEqual([]);
  expect(ROWS.length).toBeGreaterThanOrEqual(40);
  expect(FORBIDDEN.length).toBeGreaterThan(40);
});

test("no message says what the glossary says not to", () => {
  expect(texts.length).toBeGreaterThan(1500);
  expect(forbiddenIn(texts)).toEqual(MEANT);
});

test("no text of the sample content says what the glossary says not to", () => {
  const files = globSync("content/**/{en,ru,kk}.md");
  const told = files.flatMap((file) => {
    const language = basename(file, ".md");
    return isLanguage(language) ? [{ language, key: file, text: readFileSync(file, "utf8") }] : [];
  });
  expect(told.length).toBeGreaterThan(40);
  expect(forbiddenIn(told)).toEqual([]);
});

test("in every catalogue Russian and Kazakh are set: numbers, dashes and inner quotation marks", () => {
  const wrong = texts.filter(({ language, text }) => typeset(text, language) !== text || / – /.test(text));
  expect(wrong.filter(({ language }) => language !== "en")).toEqual([]);
});
