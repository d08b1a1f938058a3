import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LANGUAGES } from "../../functions/domain/language.ts";
import { commandsIn } from "../worlds/commands/commands.ts";

const nameOf = (language: string) => (language === "en" ? "safety.md" : `safety.${language}.md`);
const PAGES = LANGUAGES.map((language) => {
  const text = readFileSync(`docs/${nameOf(language)}`, "utf8");
  return { language, text, lines: text.split("\n") };
});
const [english, ...others] = PAGES;

/** What a page is made of, apart from its words. */
function structureOf(lines: readonly string[]): string[] {
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      if (line.startsWith("|")) return `row of ${line.split(/(?<!\\)\|/).length - 2}`;
      return /^(#+|\d+\.) /.exec(line)?.[1] ?? "paragraph";
    });
}

/** Everything in code spans, which is typed or looked for as it stands. */
const typedIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, span]) => span).sort();
const linksIn = (text: string) =>
  [...text.matchAll(/\]\((https?:[^)]+|operate\.md[^)]*)\)/g)].map(([, address]) => address);

test.each(others)(
  "the page for emergencies in $language has the headings, rows and steps of the English one",
  (page) => {
    expect(structureOf(page.lines)).toEqual(structureOf(english?.lines ?? []));
  },
);

test.each(others)(
  "the page for emergencies in $language says the same lines to type and leads to the same addresses",
  (page) => {
    const { text } = page;
    expect(typedIn(text)).toEqual(typedIn(english?.text ?? ""));
    expect(linksIn(text)).toEqual(linksIn(english?.text ?? ""));
  },
);

test.each(PAGES)(
  "the page for emergencies in $language begins with the table of what to type, and leads to the others",
  ({ language, lines }) => {
    expect(structureOf(lines).slice(0, 6)).toEqual([
      "#",
      "paragraph",
      "paragraph",
      "##",
      "row of 3",
      "row of 3",
    ]);
    for (const other of LANGUAGES.filter((each) => each !== language))
      expect(lines[2]).toContain(`](${nameOf(other)})`);
  },
);

test.each(PAGES)(
  "the page for emergencies in $language names every emergency command with its stage, and none of AWS",
  ({ text }) => {
    const verbs = ["hide", "unhide", "takedown", "redact", "withdraw", "gone"];
    const staged = commandsIn(text).filter(({ rest }) => rest.includes("--stage prod"));
    expect(new Set(staged.map(({ script }) => script))).toEqual(new Set([...verbs, "publish"]));
    expect(text).not.toMatch(/\baws [a-z]|dynamodb:|s3:/);
  },
);

test("the links within each page for emergencies lead to headings of it", () => {
  for (const { text } of PAGES) {
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, words = ""]) =>
      words.toLowerCase().replaceAll(" ", "-"),
    );
    const anchors = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(anchors.length).toBeGreaterThan(0);
    for (const anchor of anchors) expect(headings).toContain(anchor);
  }
});
