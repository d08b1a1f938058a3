import { expect, test } from "vitest";
import { detailOf } from "../../../../functions/domain/detail.ts";
import { ENCODINGS } from "../../../../functions/workflows/redact/search/code-pages.ts";
import { byteSearch } from "../../../../functions/workflows/redact/search/search-bytes.ts";
import { fc } from "../../../worlds/documents/fast-check.ts";

const CYRILLIC = ["UTF-8", "UTF-16LE", "UTF-16BE", "windows-1251", "koi8-r", "koi8-u", "ibm866"].concat([
  "iso-8859-5",
  "x-mac-cyrillic",
  "KZ-1048",
  "PT154",
]);

function encoded(text: string, encoding: string): Buffer {
  const { encode } = ENCODINGS.find(({ name }) => name === encoding) ?? ENCODINGS[0] ?? {};
  return Buffer.concat(Array.from(text, (letter) => Buffer.from(encode?.(letter) ?? "?", "latin1")));
}

/** Bytes in pieces of a size. */
function* inPieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const search = (words: readonly string[], bytes: Uint8Array, size = 1 << 20) =>
  byteSearch(detailOf(words)).in(inPieces(bytes, size));

test.each(CYRILLIC)(
  "a Russian name is found in %s, in another case and within other bytes",
  async (encoding) => {
    const bytes = Buffer.concat([
      Buffer.from([0, 255, 0, 208]),
      encoded("яОМАРОВОЙ", encoding),
      Buffer.from([255]),
    ]);
    expect((await search(["Омарова"], bytes)).found).toBe("yes");
  },
);

test.each(["UTF-8", "UTF-16LE", "UTF-16BE", "KZ-1048", "PT154"])(
  "a name with letters of Kazakh is found in %s",
  async (encoding) => {
    expect((await search(["Әйгерім Қуанышқызы"], encoded("әйгерім, ҚУАНЫШҚЫЗЫ", encoding))).found).toBe(
      "yes",
    );
  },
);

test("whatever a name is written in, and wherever, it is found", async () => {
  const letters = (alphabet: string) =>
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: 6, maxLength: 12 });
  const name = fc.oneof(
    fc.tuple(letters("абвгдежзиклмнопрстуфхцчшщыьэюя"), fc.constantFrom(...CYRILLIC)),
    fc.tuple(
      letters("аәбгғдеёжийкқлмнңоөпрстуұүхһыі"),
      fc.constantFrom("UTF-8", "UTF-16LE", "UTF-16BE", "KZ-1048"),
    ),
    fc.tuple(letters("abcdefghijklmnopqrstuvwxyz"), fc.constantFrom(...CYRILLIC)),
    fc.tuple(letters("àäçéèêñöüß"), fc.constantFrom("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252")),
  );
  const noise = fc.uint8Array({ maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(
      name,
      noise,
      noise,
      fc.integer({ min: 1, max: 64 }),
      async ([word, encoding], a, b, size) => {
        const bytes = Buffer.concat([a, encoded(word, encoding), b]);
        expect((await search([word], bytes, size)).found).toBe("yes");
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ["few letters of one byte each may be an accident", "Анна", encoded("Анне", "windows-1251"), "perhaps"],
  ["few letters of two bytes each are no accident", "Анна", encoded("у Анны", "UTF-16LE"), "yes"],
  ["few letters within another word may be nothing", "Али", encoded("реалия", "UTF-8"), "perhaps"],
  ["other words are not found", "Омарова", encoded("Комар, Омар", "koi8-r"), "no"],
  [
    "a decomposed letter is the same letter",
    "Байсейітова",
    encoded("Байсейітова".normalize("NFD"), "UTF-8"),
    "yes",
  ],
] as const)("%s", async (_, word, bytes, found) => {
  expect((await search([word], bytes)).found).toBe(found);
});

test("a name that two chunks share is found", async () => {
  const bytes = Buffer.concat([
    Buffer.alloc((1 << 20) - 5),
    encoded("Айгерим   Омарова", "UTF-16LE"),
    Buffer.alloc(99),
  ]);
  expect(await search(["Айгерим Омарова"], bytes)).toEqual({
    found: "yes",
    where: ["UTF-16LE"],
    unsearched: [],
  });
});
