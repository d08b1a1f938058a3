import { expect, test } from "vitest";
import { Problems } from "../../../../functions/domain/content/problem.ts";
import { parseSource } from "../../../../functions/workflows/content/read/parse-source.ts";
import { PAGE } from "../../../../functions/workflows/content/read/source-files.ts";
import { yamlSlips } from "../../../../functions/workflows/content/read/yaml/yaml-slips.ts";
import { readYaml } from "../../../../functions/workflows/content/read/yaml/yaml-text.ts";

const around = (line: string) => `id: x\n${line}\nsource: en\nlast: y\n`;

test.each([
  [
    "a colon in a headline",
    "title: Astana: a new shelter",
    "the text holds a colon",
    'title: "Astana: a new shelter"',
  ],
  [
    "a quotation that goes on",
    'title: "We will help" says minister',
    "goes on behind its quotation mark",
    `title: '"We will help" says minister'`,
  ],
  [
    "a quotation in single marks that goes on",
    "title: 'We will help' says minister",
    "goes on behind",
    `title: "'We will help' says minister"`,
  ],
  ["an at sign", "title: @IOM opens a shelter", "begins with @", 'title: "@IOM opens a shelter"'],
  ["a per cent sign", "title: % of people", "begins with %", 'title: "% of people"'],
  ["an accent", "title: `shelter` opens", "begins with `", 'title: "`shelter` opens"'],
  ["bold stars", "title: **Shelter** opens", "begins with *", 'title: "**Shelter** opens"'],
  ["a call", "title: !Important news", "begins with !", 'title: "!Important news"'],
  ["brackets", "title: [Update] A shelter", "begins with [", 'title: "[Update] A shelter"'],
  ["a greater-than sign", "title: > 50 people", "begins with >", 'title: "> 50 people"'],
  ["a missing space", "title:A shelter", "no space after the colon", "title: A shelter"],
  ["a missing space in Kazakh", "title:Баспана", "no space after the colon", "title: Баспана"],
  ["a tab", "\ttitle: A shelter", "begins with a tab", "spaces: two for each step"],
  ["an open quotation mark", 'title: "A shelter', "opened and not closed", 'title: "A shelter"'],
  ["an open single quotation mark", "title: 'A shelter", "opened and not closed", 'title: "A shelter"'],
  ["a mark of a merge", "<<<<<<< HEAD", "a merge that was not finished", "one of the two texts"],
  ["no colon", "title A shelter", "has no colon", "`field: value`"],
  ["a field twice", "id: y", "id stands there twice", "each field once"],
])("%s is one slip, at its line, with the line as it should be", (_, line, problem, expected) => {
  const at = 1 + line.split("\n").length;
  expect(yamlSlips(around(line))).toEqual([
    expect.objectContaining({
      line: at,
      problem: expect.stringContaining(problem),
      expected: expect.stringContaining(expected),
    }),
  ]);
});

test("a field that is indented too far is named with both depths", () => {
  expect(yamlSlips("id: x\nsource: en\n   last: y\n")).toEqual([
    expect.objectContaining({ line: 3, expected: "last: y" }),
  ]);
});

test("several slips in one file are each named once, and nothing that follows from them", () => {
  const text = 'id: x\ntitle: Astana: a shelter\nsource:en\n\tzone: Asia/Almaty\nlast: "y\n';
  expect(yamlSlips(text).map(({ line }) => line)).toEqual([2, 3, 4, 5]);
});

test("a text without slips has none, and one that no newsroom writes ends", () => {
  expect(yamlSlips('id: x\ntitle: "a: b"\nlist:\n  - a\n')).toEqual([]);
  expect(yamlSlips(`${"[".repeat(5000)}`).length).toBeLessThanOrEqual(12);
  expect(yamlSlips("a: b: c\n".repeat(1000)).length).toBeLessThanOrEqual(12);
});

function problemsOf(text: string): string[] {
  const problems = new Problems();
  parseSource(readYaml(text), "ru.md", PAGE.words, problems);
  return problems.all.map(({ line, message }) => `${line}: ${message}`);
}

test.each([
  ["a number sign", "title: Report #7 on shelters", "title: Report #7 on shelters", undefined],
  [
    "a number sign behind a space",
    "title: Report # 7 on shelters",
    undefined,
    'title: "Report # 7 on shelters"',
  ],
  [
    "a hashtag",
    "title: Marathon #QamqorlyqJasa starts",
    undefined,
    'title: "Marathon #QamqorlyqJasa starts"',
  ],
  ["a text that begins with it", "title: #1 shelter", undefined, 'title: "#1 shelter"'],
  ["a comment behind quotation marks", 'title: "A shelter" # new', undefined, 'title: "A shelter # new"'],
  ["a name for a value", "title: &Co opens a shelter", undefined, 'title: "&Co opens a shelter"'],
])("what YAML drops of a text is one error, with the line as it was meant: %s", (_, line, __, meant) => {
  const found = problemsOf(`${line}\nsummary: A summary.\n`);
  const expected = meant ?? `title: "${line.slice(7)}"`;
  expect(found).toEqual([expect.stringMatching(/^1: YAML drops a part of the text: [#&]/)]);
  expect(found[0]).toContain(`; expected ${expected}`);
});

test("a comment on a line of its own, and one behind what is no text, are comments", () => {
  expect(
    problemsOf(
      "# A note.\ntitle: A shelter\nsummary: A summary.\ntranslationOf: 0123456789abcdef # reviewed\n",
    ),
  ).toEqual([]);
});
