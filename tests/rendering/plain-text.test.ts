import { expect, test } from "vitest";
import { renderMarkdown } from "../../functions/rendering/format/markdown.ts";
import { plainText } from "../../functions/rendering/format/plain-text.ts";
import { messagesOf } from "../../functions/rendering/messages/messages-of.ts";
import { fc } from "../worlds/documents/fast-check.ts";

const SETTINGS = {
  idPrefix: "text",
  words: messagesOf("kk").publication,
  pictures: new Map([["camp.jpg", { path: "/media/camp.jpg", width: 3, height: 2 }]]),
};

const word = fc.stringMatching(/^[a-zа-яқәі]{1,8}$/);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));

const inline = fc.oneof(
  { weight: 4, arbitrary: words },
  words.map((text) => `**${text}**`),
  words.map((text) => `*${text}*`),
  words.map((text) => `\`${text}\``),
  words.map((text) => `~~${text}~~`),
  fc
    .tuple(words, fc.constantFrom("/en/kits/a", "https://iom.int/", "mailto:a@b.org"))
    .map(([t, to]) => `[${t}](${to})`),
  words.map((alt) => `![${alt}](camp.jpg)`),
  fc.tuple(word, word, word).map(([a, b, c]) => `${a}**${b}**${c}`), // emphasis within a word
);
const line = fc.array(inline, { minLength: 1, maxLength: 3 }).map((all) => all.join(" "));
const paragraph = fc
  .array(line, { minLength: 1, maxLength: 3 })
  .chain((lines) => fc.constantFrom("\n", "  \n", "\\\n").map((end) => lines.join(end)));
const indented = (text: string, by: string) => text.replaceAll("\n", `\n${by}`);
const list = fc
  .tuple(
    fc.constantFrom("- ", "1. "),
    fc.constantFrom("\n", "\n\n"),
    fc.array(fc.tuple(line, fc.option(paragraph), fc.option(line)), { minLength: 1, maxLength: 3 }),
  )
  .map(([mark, apart, items]) =>
    items
      .map(([first, second, nested]) => {
        const more = second === null ? "" : `\n\n${second}`;
        const inner = nested === null ? "" : `\n\n- ${nested}`;
        return mark + indented(first + more + inner, " ".repeat(mark.length));
      })
      .join(apart),
  );
const table = fc
  .array(fc.tuple(words, words), { minLength: 1, maxLength: 3 })
  .map((rows) =>
    ["| a | b |", "|---|---|", ...rows.map(([one, other]) => `| ${one} | ${other} |`)].join("\n"),
  );
const block = fc.oneof(
  paragraph,
  list,
  table,
  line.map((text) => `## ${text}`),
  line.map((text) => `### ${text}`),
  fc.oneof(paragraph, list).map((text) => `> ${indented(text, "> ")}`),
  words.map((text) => `\`\`\`\n${text}\n${text}\n\`\`\``),
  fc.constant("---"),
);
const markdown = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join("\n\n"));

const INLINE = /<\/?(?:a|code|em|s|strong)\b[^>]*>/g;

/** The words that the page shows: elements within a line part nothing, all others do; a picture says its text. */
const wordsOfPage = (html: string): string[] =>
  html
    .replaceAll(/<img\b[^>]*\balt="([^"]*)"[^>]*>/g, "$1")
    .replaceAll(INLINE, "")
    .replaceAll(/<[^>]+>/g, " ")
    .split(/\s+/)
    .filter(Boolean);

/** The words of a text, without what it says in place of markup: signs of lists, and addresses behind links. */
const wordsOfText = (text: string): string[] =>
  text
    .replaceAll(/ \((?:\/|https:|mailto:)[^)]*\)/g, "")
    .split("\n")
    .flatMap((each) => each.replace(/^\s*(?:-|\d+\.) /, "").split(/\s+/))
    .filter(Boolean);

test("plain text has the words of the page, in their order, and none of them run together", () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const html = renderMarkdown(text, SETTINGS);
      expect(wordsOfText(plainText(html))).toEqual(wordsOfPage(html));
    }),
    { numRuns: 400 },
  );
});

test.each([
  ["paragraphs of one item of a list", "- one\n\n  two\n- three", "- one\n  two\n- three"],
  ["a list within a list", "- one\n  - two\n- three", "- one\n  - two\n- three"],
  ["a break within a paragraph", "one  \ntwo", "one\ntwo"],
  ["cells of a table", "| a | b |\n|---|---|\n| c | d |", "a\tb\nc\td"],
  [
    "a bare address",
    "At https://a.org/қ, www.a.org or a@b.org.",
    "At https://a.org/қ, www.a.org or a@b.org.",
  ],
  [
    "footnotes",
    "One[^a] two[^b], again[^a].\n\n[^a]: Note *a*.\n[^b]: 1. b\n    2. c\n\n## After",
    "One[1] two[2], again[1].\n\nAfter\n\n[1] Note a.\n[2]\n  1. b\n  2. c",
  ],
  ["emphasis within a word", "o**n**e", "one"],
])("plain text of %s", (_, text, expected) => {
  expect(plainText(renderMarkdown(text, SETTINGS))).toBe(expected);
});
