import { expect, test } from "vitest";
import { detailOf } from "../../functions/domain/detail.ts";
import { fc } from "../worlds/documents/fast-check.ts";

const omarova = detailOf(["Aigerim Omarova", "Омаров"]);

test.each([
  "Aigerim Omarova",
  "AIGERIM OMAROVA",
  "Aigerim\nOmarova",
  "Aigerim\\nOmarova",
  "Aigerim&nbsp;Omarova",
  "Aigerim\u00a0Omarova",
  "от Омаровой",
  "ОМАРОВА",
])("words are found as %j", (text) => {
  expect(omarova.isIn(text)).toBe(true);
  expect(omarova.removedFrom(text, "[…]")).not.toMatch(/marov|маров/i);
});

test.each([
  ["Омарова", "у Омаровой"],
  ["Омарова", "Омарованың"],
  ["Омар", "Омаровой"],
  ["Айгерим Омарова", "у Айгерим Омаровой"],
  ["Айгуль Омаров", "Айгулью Омаровой"],
  ["Айгуль", "с АЙГУЛЬЮ"],
  ["Анна", "об Анне"],
  ["Достоевский", "Достоевского"],
  ["Чёрная", "Черной"],
  ["Омарова", "Ома́рова"],
  ["Aigerim Omarova", "Aigerim Omarovoy"],
])("%j is found in its endings: %j", (word, text) => {
  expect(detailOf([word]).removedFrom(text, "")).not.toMatch(/\p{Lu}|марова|айгул/u);
});

test.each([
  ["Aigerim **Omarova** said", "[…] **[…]** said"],
  ["**Aigerim** Omarova said", "**[…]** […] said"],
  ["Aigerim <strong>Omarova</strong>", "[…] <strong>[…]</strong>"],
  ["> Aigerim\n> Omarova", "> […]\n> […]"],
  ["[Aigerim](https://example.org/) Omarova", "[[…]](https://example.org/) […]"],
  ["statement-aigerim-omarova", "statement-[…]"],
])("marks between the words do not hide them, and stay: %j", (text, without) => {
  expect(omarova.removedFrom(text, "[…]")).toBe(without);
});

test.each([
  ["Ann", "planned, announced and annual"],
  ["Ali", "Australia, align"],
  ["Tate", "statements"],
  ["Aphra", "a paraphrase"],
  ["Ada", '"hash":"ada12f"'],
  ["Мария", "Марина"],
])("%j is not found within other words: %j", (word, text) => {
  expect(detailOf([word]).isIn(text)).toBe(false);
});

test("words stand at the beginning of a line as JSON writes it", () => {
  expect(detailOf(["Ann"]).isIn(JSON.stringify("Said\nAnn"))).toBe(true);
});

test("quotation marks are found as JSON and HTML write them", () => {
  const detail = detailOf(['the "Blue House"']);
  for (const text of ['the "Blue House"', String.raw`the \"Blue House\"`, "the &quot;Blue House&quot;"])
    expect(detail.isIn(text), text).toBe(true);
});

test("other words stay as they are", () => {
  expect(omarova.removedFrom("Comarova Aigerim, Omar", "[…]")).toBe("Comarova Aigerim, Omar");
});

test.each([[[]], [["", " "]], [["An"]]])("words that cannot be looked for are refused: %j", (words) => {
  expect(() => detailOf(words)).toThrow(expect.objectContaining({ code: "option-invalid" }));
});

test("whatever the words are, none is left", () => {
  const words = fc
    .string({ minLength: 3, unit: "grapheme" })
    .filter((each) => [...each.normalize("NFC").trim()].length >= 3);
  fc.assert(
    fc.property(words, fc.string(), fc.string(), (word, before, after) => {
      const detail = detailOf([word]);
      const text = `${before} ${word.trim()} ${after}`;
      expect(detail.isIn(text)).toBe(true);
      expect(detail.isIn(detail.removedFrom(text, "\u0000"))).toBe(false);
    }),
  );
});
