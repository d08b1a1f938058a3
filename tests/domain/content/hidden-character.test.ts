import { describe, expect, it, test } from "vitest";
import { hiddenCharacters } from "../../../functions/domain/content/hidden-character.ts";

describe("a text may not hold", () => {
  it.each([
    ["a blank without width", "при\u200bют", "U+200B"],
    ["a joiner that no script around it needs", "при\u200dют", "U+200D"],
    ["a byte order mark within it", "a\ufeffb", "U+FEFF"],
    ["a mark that turns its direction", "a\u202eb", "U+202E"],
    ["a mark that isolates a direction", "a\u2066b", "U+2066"],
    ["a mark of direction between letters from left to right", "a\u200fb", "U+200F"],
    ["a control character", "a\u0007b", "U+0007"],
    ["a lone carriage return", "a\rb", "U+000D"],
    ["a bullet of Word's own font", "\uf0b7 item", "U+F0B7"],
    ["a mark for a letter that was lost", "a\ufffdb", "U+FFFD"],
    ["a letter that is empty", "a\u3164b", "U+3164"],
    ["an invisible line break", "a\u2028b", "U+2028"],
    ["a tag that shows nothing", "a\u{e0041}b", "U+E0041"],
    ["a selector behind nothing", "\ufe0f", "U+FE0F"],
  ])("%s", (_, text, code) => {
    expect(hiddenCharacters(text).map((each) => each.code)).toEqual([code]);
  });
});

describe("a text may hold", () => {
  it.each([
    ["Kazakh, Russian and English", "Қамқорлық үйі – «приют», a shelter…"],
    ["tabs, line ends, soft hyphens and fixed blanks", "a\tb\nкөп\u00adтілді 5\u00a0000\u202f₸"],
    ["Persian with joiners", "می\u200cخواهم"],
    ["Hindi with joiners", "क\u094d\u200dष"],
    ["Arabic with marks of direction", "(\u200fالعربية\u200e) IOM"],
    [
      "families, flags and hearts of emoji",
      "👩\u200d👧 ❤\ufe0f 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 👍🏽",
    ],
  ])("%s", (_, text) => {
    expect(hiddenCharacters(text)).toEqual([]);
  });
});

test("a hidden character is found where it stands, with its name", () => {
  expect(hiddenCharacters("ab\u200bc\u202e")).toEqual([
    { at: 2, code: "U+200B", name: "a blank without width" },
    { at: 4, code: "U+202E", name: "a mark that turns the direction of text" },
  ]);
});
