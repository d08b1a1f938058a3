import { fc } from "./fast-check.ts";

/** A text of about so many characters. */
export type Filling = (length: number) => string;

/** What is repeated without end, by what it is meant to upset. */
const UNITS = {
  "one letter": "a",
  "one digit": "1",
  blanks: " ",
  "blanks of every kind": " \t\u00a0",
  commas: ",",
  semicolons: ";",
  ampersands: "&",
  "equals signs": "=",
  slashes: "/",
  dots: ".",
  hyphens: "-",
  "quotation marks": '"',
  "quoted letters": '"a",',
  "weak tags": 'W/"',
  backslashes: '\\"',
  brackets: "(",
  "closed brackets": "()",
  "nested JSON": '[{"a":',
  "pairs of a cookie": "a=1; ",
  "pairs of a query": "a=1&",
  "weighted languages": "en;q=0.1,",
  "ranges of bytes": "0-1,",
  "labels of a host": "a.",
  "parts of an address": "a@b.",
  "percent signs": "%",
  "escapes of a letter": "%41",
  "escapes of half a letter": "%D0",
  "escaped escapes": "%25",
  "marks upon one letter": "\u0301\u0323",
  "letters with marks": "a\u0301",
  joiners: "\u200d",
  "letters of three bytes": "\u674e",
  markup: "<a ",
  entities: "&#",
  "words of a mail": "=?utf-8?q?a?= ",
  "breaks of lines": "\r\n",
  "lines that go on": "\r\n a",
  tabulators: "a\t",
  "a program": "Mozilla/5.0 (",
} as const;

/** Texts that end as a text like them would not: where an expression fails, it goes back. */
const ENDS = ["", "!", "\u0000", '"', "x:"] as const;

const filling =
  (begin: string, unit: string, end: string): Filling =>
  (length) =>
    `${begin}${unit.repeat(Math.max(0, Math.floor((length - begin.length - end.length) / unit.length)))}${end}`;

/**
 * Texts in several shapes: every unit repeated, and mixtures that are drawn anew in each run, between a beginning that
 * its reader knows and an end that it does not.
 *
 * @param begins what texts begin with that are taken there
 */
export function hostileTexts(begins: readonly string[] = [""], { drawn = 12 } = {}): [string, Filling][] {
  const plain = Object.entries(UNITS).flatMap(([name, unit]) =>
    begins.map((begin): [string, Filling] => [
      begin === "" ? name : `${name} after ${JSON.stringify(begin)}`,
      filling(begin, unit, "!"),
    ]),
  );
  return [...plain, ...drawnTexts(begins, drawn)];
}

/** Mixtures of several units; their names tell how to make them again. */
export function drawnTexts(begins: readonly string[] = [""], count = 12): [string, Filling][] {
  const unit = fc.array(fc.constantFrom(...Object.values(UNITS)), { minLength: 1, maxLength: 3 });
  const drawn = fc.tuple(fc.constantFrom(...begins), unit, fc.constantFrom(...ENDS));
  return fc.sample(drawn, count).map(([begin, units, end]) => {
    const repeated = units.join("");
    return [JSON.stringify([begin, repeated, end]), filling(begin, repeated, end)];
  });
}
