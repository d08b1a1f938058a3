import { type Detail, SURE_LETTERS } from "../../../domain/detail.ts";
import { ENCODINGS, type Encoding } from "./code-pages.ts";

/** Words as bytes in one encoding; looked for in strings of which each character is a byte. */
export interface BytePattern {
  readonly encoding: Encoding;
  readonly source: string;
  /** How sure a hit is: few letters stand in other words, and of one byte each in any picture by accident. */
  readonly certainty: "sure" | "at the beginning of a word" | "perhaps";
  /** The most bytes of a hit. */
  readonly most: number;
}

/** Blanks, tags, separators of fields: what may stand between two words, in bytes. */
const MOST_BETWEEN = 64;

/** What is written otherwise by some; й and ё also as two characters, as names of files on a Mac are. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  е: ["ё"],
  ё: ["е"],
  "'": ["’"],
  "’": ["'"],
  "-": ["‐", "‑", "–", "_", " "],
};

/**
 * The patterns of all forms of the words in every encoding that has their letters; the same bytes once. Each form is
 * there as it was given, which is surer, and by its beginnings.
 */
export function bytePatterns({ forms }: Detail): BytePattern[] {
  const patterns = new Map<string, BytePattern>();
  const asGiven = forms.map((words) => words.map(({ word }) => [word]));
  const inAllCases = forms.map((words) => words.map(({ stems }) => stems));
  for (const encoding of ENCODINGS)
    for (const words of [...asGiven, ...inAllCases]) {
      const pattern = patternIn(encoding, words);
      if (pattern && !patterns.has(pattern.source)) patterns.set(pattern.source, pattern);
    }
  return [...patterns.values()];
}

function patternIn(encoding: Encoding, words: readonly (readonly string[])[]): BytePattern | undefined {
  const encoded = words.map((stems) =>
    stems
      .map((stem) => Array.from(stem, (letter) => waysOf(encoding, letter)))
      .filter((letters) => letters.every((ways) => ways.length > 0)),
  );
  if (encoded.some((stems) => stems.length === 0)) return undefined;
  const sources = encoded.map((stems) => anyOf(stems.map((letters) => letters.map(bytesOf).join(""))));
  const isOneByte = encoded.flat(2).every((ways) => ways.every((bytes) => bytes.length === 1));
  const fewest = sum(encoded.map((stems) => Math.min(...stems.map((letters) => letters.length))));
  const most = encoded.map((stems) =>
    Math.max(
      ...stems.map((letters) => sum(letters.map((ways) => Math.max(...ways.map((each) => each.length))))),
    ),
  );
  return {
    encoding,
    source: sources.join(`[\\x00-\\xff]{0,${MOST_BETWEEN}}?`),
    certainty: fewest >= SURE_LETTERS ? "sure" : isOneByte ? "perhaps" : "at the beginning of a word",
    most: sum(most) + MOST_BETWEEN * (words.length - 1),
  };
}

/** All bytes that may stand for a letter. */
function waysOf(encoding: Encoding, letter: string): string[] {
  const likewise = [letter, ...(OTHERWISE[letter.toLowerCase()] ?? [])];
  const cases = likewise.flatMap((each) => [each.toLowerCase(), each.toUpperCase()]);
  const forms = cases.flatMap((each) => [each.normalize("NFC"), each.normalize("NFD")]);
  return [...new Set(forms.map(encoding.encode).filter((bytes) => bytes !== undefined))];
}

function bytesOf(ways: readonly string[]): string {
  const escapes = ways.map((bytes) => bytes.replace(/./gs, escaped));
  if (ways.every((bytes) => bytes.length === 1))
    return ways.length === 1 ? escapes.join("") : `[${escapes.join("")}]`;
  return anyOf(escapes);
}

function anyOf(sources: readonly string[]): string {
  return sources.length === 1 ? sources.join("") : `(?:${sources.join("|")})`;
}

const escaped = (byte: string) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, "0")}`;
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
