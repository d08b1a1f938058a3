import { expect, test } from "vitest";
import { RELEASE } from "../../../../../functions/workflows/content/read/source-files.ts";
import { parsed } from "../../../../worlds/content/parsed.ts";
import { fc } from "../../../../worlds/documents/fast-check.ts";

/** Pieces of texts, among them all that means something in YAML. */
const piece = fc.oneof(
  fc.constantFrom(
    ..."# : - ? ! & * @ % ` | > , [ ] { } \" ' \\ ~ = / . « » “ ”".split(" "),
    ..." #,: ,- ,--- ,... ,!!str ,&a ,*a ,\\n,\\u200b,null,true,yes,5.10,0x1F,1e3,2020-01-01,<<,>-,|,ru: ,en: ".split(
      ",",
    ),
  ),
  fc.constantFrom("Astana", "приют", "Қамқорлық", "7", " ", "  "),
);
const line = fc
  .array(piece, { minLength: 1, maxLength: 7 })
  .map((pieces) => pieces.join("").trim())
  .filter((text) => text !== "" && text.length < 100);

/** What a text in quotation marks says, by the rules that authoring.md tells; any other is as it was typed. */
function meant(typed: string): string {
  if (/^"[^"\\]*"$/.test(typed)) return typed.slice(1, -1).trim();
  if (/^'(?:[^']|'')*'$/.test(typed)) return typed.slice(1, -1).replaceAll("''", "'").trim();
  if (/^"(?:[^"\\]|\\.)*"$/.test(typed)) return String(JSON.parse(typed)).trim();
  return typed;
}

test("a text is read as it was typed, or an error says that it is not", () => {
  let read = 0;
  fc.assert(
    fc.property(line, (text) => {
      const { sound, found } = parsed(`title: ${text}\nsummary: A summary.\ncity: Astana\n`, RELEASE.words);
      if (found.length > 0) return;
      read += 1;
      expect(sound.title).toBe(meant(text));
    }),
    { numRuns: 1_500 },
  );
  expect(read).toBeGreaterThan(100);
});

test("a text of a group in one line is read as it was typed, or an error says that it is not", () => {
  let read = 0;
  fc.assert(
    fc.property(line, (text) => {
      const file = `id: 9b1f0c52-6a0d-4f3e-8f6e-2d6b7c1a9e0c
source: en
publishAt: 2025-05-06T11:00
topics: [a]
contacts: [press]
corrections:
  - at: 2025-06-01T10:00
    note: { en: ${text}, ru: б, kk: в }
`;
      const { sound, found } = parsed(file, RELEASE.facts);
      if (found.length > 0) return;
      read += 1;
      expect(sound.corrections?.[0]?.note.en.trim()).toBe(meant(text));
    }),
    { numRuns: 1_500 },
  );
  expect(read).toBeGreaterThan(50);
});

test("what a slip is said to be when put right is read without a problem, as it was typed", () => {
  fc.assert(
    fc.property(line, (text) => {
      const { found } = parsed(`title: ${text}\nsummary: A summary.\ncity: Astana\n`, RELEASE.words);
      const [, proposed] = /^1: .*: `(title: .*)`$/.exec(found.length === 1 ? (found[0] ?? "") : "") ?? [];
      if (proposed === undefined || /^["'[{]/.test(text)) return;
      const again = parsed(`${proposed}\nsummary: A summary.\ncity: Astana\n`, RELEASE.words);
      expect(again.found).toEqual([]);
      expect(again.sound.title).toBe(text);
    }),
    { numRuns: 1_500 },
  );
});
