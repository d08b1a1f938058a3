import { describe, expect, it, test } from "vitest";
import { RELEASE } from "../../../../../functions/workflows/content/read/source-files.ts";
import { parsed } from "../../../../worlds/content/parsed.ts";

const words = (title: string) => `${title}\nsummary: A summary.\ncity: Astana\n`;
const FACTS = `id: 9b1f0c52-6a0d-4f3e-8f6e-2d6b7c1a9e0c
source: en
publishAt: 2025-05-06T11:00
contacts: [press]
topics: [a]
`;
const QUOTES = "quotation marks around the text:";

describe("a slip in a text is one problem, with the line as it should be", () => {
  it.each([
    [
      "a colon",
      "title: Astana: a shelter",
      "a colon with a blank behind it",
      `${QUOTES} \`title: "Astana: a shelter"\``,
    ],
    [
      "a colon at its end",
      "title: Astana:",
      "a colon with a blank behind it",
      `${QUOTES} \`title: "Astana:"\``,
    ],
    [
      "words behind a quotation",
      'title: "Help" is here',
      "goes on behind the quotation mark",
      `${QUOTES} \`title: '"Help" is here'\``,
    ],
    [
      "quotation marks within others",
      'title: "A "b" c"',
      'holds " itself',
      "other quotation marks around the text: `title: 'A \"b\" c'`",
    ],
    [
      "an apostrophe within others",
      "title: 'It's'",
      "holds ' itself",
      'other quotation marks around the text: `title: "It\'s"`',
    ],
    [
      "a backslash",
      String.raw`title: "C:\docs"`,
      "holds a backslash",
      String.raw`other quotation marks around the text: ${"`"}title: 'C:\docs'${"`"}`,
    ],
    [
      "a quotation mark that is not closed",
      'title: "Help',
      'the quotation mark " is not closed',
      '`title: "Help"`',
    ],
    ["@", "title: @IOM", "begins with @", `${QUOTES} \`title: "@IOM"\``],
    ["%", "title: %5", "begins with %", `${QUOTES} \`title: "%5"\``],
    ["a backtick", "title: `x`", "begins with `", `${QUOTES} \`title: "\`x\`"\``],
    ["*", "title: *Note", "begins with *", `${QUOTES} \`title: "*Note"\``],
    ["!", "title: !Now", "begins with !", `${QUOTES} \`title: "!Now"\``],
    ["&", "title: &Co report", "&Co is left out", `${QUOTES} \`title: "&Co report"\``],
    ["|", "title: | a", "begins with |", `${QUOTES} \`title: "| a"\``],
    [">", "title: > 100", "begins with >", `${QUOTES} \`title: "> 100"\``],
    ["a dash", "title: - a", "begins with -", `${QUOTES} \`title: "- a"\``],
    ["brackets", "title: [Photo] Opening", "begins with [", `${QUOTES} \`title: "[Photo] Opening"\``],
    ["brackets around all of it", "title: [Photo]", "begins with [", `${QUOTES} \`title: "[Photo]"\``],
    [
      "a hash",
      "title: Report #7 on shelters",
      "#7 on shelters is left out",
      `${QUOTES} \`title: "Report #7 on shelters"\``,
    ],
    ["a hash at its beginning", "title: #7", "#7 is left out", `${QUOTES} \`title: "#7"\``],
    ["a hash behind a quotation", 'title: "A" #7', "#7 is left out", `${QUOTES} \`title: '"A" #7'\``],
    [
      "a line that begins with a hash",
      "title: We start\n  #16days",
      "#16days is left out",
      `${QUOTES} \`title: "We start #16days"\``,
    ],
    ["a blank that is missing", "title:Help", "no blank behind the colon of title", "`title: Help`"],
    [
      "a blank that is missing before a quotation",
      'title:"A: b"',
      "no blank behind the colon of title",
      '`title: "A: b"`',
    ],
    ["a colon that is missing", "title Help", "no colon behind title", "`title: Help`"],
    ["a colon of another keyboard", "title： Help", "there is ： behind title", "`title: Help`"],
    [
      "a tab before it",
      "\ttitle: Help",
      "a tab at the beginning of the line",
      "blanks in its place: `title: Help`",
    ],
    [
      "a blank before it",
      " title: Help",
      "the first line begins with 1 blank",
      "no blank before it: `title: Help`",
    ],
  ])("%s", (_, line, problem, expected) => {
    const { found, sound } = parsed(words(line), RELEASE.words);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^1: /);
    expect(found[0]).toContain(problem);
    expect(found[0]).toContain(`; expected ${expected}`);
    expect(sound.title).toBeDefined();
  });
});

describe("a slip between lines is one problem, with the line as it should be", () => {
  it.each([
    [
      "a line that is set in",
      "kit: a\n event: b\n",
      "7: the line begins with 1 blank",
      "no blank before it: `event: b`",
    ],
    [
      "a line of a list that is set in too far",
      "figures:\n  - id: a\n     number: 1\n    asOf: 2020\n",
      "8: the line begins with 5 blanks",
      "4 blanks: `    number: 1`",
    ],
    [
      "a line of a list that is set in too little",
      "figures:\n  - id: a\n   number: 1\n    asOf: 2020\n",
      "8: the line begins with 3 blanks",
      "4 blanks: `    number: 1`",
    ],
    ["a dash without a blank", "related:\n  - a\n  -b\n", "8: there is no blank behind the dash", "`  - b`"],
    [
      "a colon without a blank in a list",
      "figures:\n  - id:a\n    number: 1\n    asOf: 2020\n",
      "7: there is no blank behind the colon of id",
      "`  - id: a`",
    ],
    [
      "a bracket that is not closed",
      "related: [a, b\n",
      "6: the bracket [ is not closed",
      "`related: [a, b]`",
    ],
    [
      "a tab",
      "figures:\n\t- { id: a, number: 1, asOf: 2020 }\n",
      "7: a tab at the beginning",
      "blanks in its place: `  - { id: a, number: 1, asOf: 2020 }`",
    ],
    [
      "a colon in a text of a group",
      "corrections:\n  - { at: 2025-06-01T10:00, note: { en: A: b, ru: C, kk: D } }\n",
      "7: a text of the group holds a colon",
      `note: { en: "A: b", ru: C, kk: D } }\``,
    ],
    [
      "a comma in a text of a group",
      "corrections:\n  - at: 2025-06-01T10:00\n    note: { en: A, b, ru: C, kk: D }\n",
      "8: a text of the group holds a comma",
      `note: { en: "A, b", ru: C, kk: D }\``,
    ],
    [
      "a field that is there twice",
      "kit: a\nkit: b\n",
      "7: the field kit is there twice, first on line 6",
      "it once",
    ],
    [
      "a line that begins another document",
      "kit: a\n---\nevent: b\n",
      "7: a line of --- within the fields",
      "no such line",
    ],
  ])("%s", (_, lines, problem, expected) => {
    const { found, isReadable } = parsed(FACTS + lines, RELEASE.facts);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(problem);
    expect(found[0]).toContain(expected);
    expect(isReadable).toBe(true);
  });
});

test("a quotation mark that is not closed is found above the line at which YAML stumbles", () => {
  const { found, whole } = parsed('title: "Help\nsummary: "A summary."\ncity: "Astana"\n', RELEASE.words);
  expect(found).toEqual(['1: the quotation mark " is not closed; expected `title: "Help"`']);
  expect(whole?.summary).toBe("A summary.");
});

test("a text that goes on at the left edge is set in", () => {
  const { found, whole } = parsed("title: Help\nsummary: It is\nnear to all.\ncity: Astana\n", RELEASE.words);
  expect(found).toEqual([
    "3: a line that belongs to no field; expected two blanks more before it if it goes on the text above: `  near to all.`",
  ]);
  expect(whole?.summary).toBe("It is near to all.");
});

test("several slips are one problem each, and do not hide other mistakes", () => {
  const text = "title: A: b\nsummary:Text\ncity: @Astana\ncolour: red\n";
  expect(parsed(text, RELEASE.words).found.map((each) => each.slice(0, 24))).toEqual([
    "1: the text holds a colo",
    "2: there is no blank beh",
    "3: the text begins with ",
    '4: unknown key "colour";',
  ]);
});

test("many slips of one kind are one problem with their number", () => {
  const lines = Array.from({ length: 9 }, (_, i) => `  -a${i}`).join("\n");
  expect(parsed(`${FACTS}related:\n${lines}\n`, RELEASE.facts).found).toEqual([
    "7: there is no blank behind the dash, and 8 more like it, the last on line 15; expected `  - a0`",
  ]);
});

test("a comment behind what is no text stays a comment", () => {
  const text = `${FACTS}related: [a] # more later\nkit: photos # of May\ndraft: true #yes\n# all of it\n`;
  expect(parsed(text, RELEASE.facts).found).toEqual([]);
});

test("what nobody can read is one problem, without the words of a library and without what follows from it", () => {
  const { found, isReadable } = parsed(`${FACTS}}{: ]\nkit: a\n`, RELEASE.facts);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^6: the fields cannot be read from `}{: \]` on; expected the name of a field/);
  expect(isReadable).toBe(false);
});

test("a large file of nothing but slips is read in bounded time", () => {
  const from = process.cpuUsage();
  parsed("}{ a: b: c\n\t-x\n".repeat(15_000), RELEASE.facts);
  expect(process.cpuUsage(from).user / 1e6).toBeLessThan(20);
});
