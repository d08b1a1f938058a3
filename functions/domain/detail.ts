import { Refusal } from "./refusal.ts";

/**
 * Words that endanger someone, in every form in which they were written: “Aigerim S.”, “Айгерим С.”. They are found
 * whatever their case and ending, however the text wraps, and as JSON or HTML writes them.
 */
export interface Detail {
  /** Whether the words stand anywhere in a text. */
  isIn(text: string): boolean;
  /** The text with the words replaced. */
  removedFrom(text: string, replacement: string): string;
}

/** Shorter words would take other words apart. */
const SHORTEST = 3;

/** @throws Refusal `option-invalid` for no words, or words so short that they stand everywhere */
export function detailOf(words: readonly string[]): Detail {
  const forms = [...new Set(words.map((each) => each.normalize("NFC").trim()).filter((each) => each !== ""))];
  const short = forms.find((each) => Array.from(each).length < SHORTEST);
  if (forms.length === 0 || short !== undefined)
    throw new Refusal(
      "option-invalid",
      400,
      short === undefined ? "No words were given." : `${JSON.stringify(short)} stands in too many words.`,
      `Give each form of the words on a line of its own, at least ${SHORTEST} letters long.`,
    );
  const longestFirst = forms.toSorted((a, b) => b.length - a.length);
  const pattern = longestFirst.map(patternOf).join("|");
  const found = new RegExp(pattern, "iu");
  const all = new RegExp(pattern, "giu");
  return {
    isIn: (text) => found.test(text.normalize("NFC")),
    removedFrom: (text, replacement) =>
      found.test(text.normalize("NFC")) ? text.normalize("NFC").replaceAll(all, () => replacement) : text,
  };
}

/** Characters that JSON or HTML write otherwise. */
const OTHERWISE: Readonly<Record<string, string>> = {
  '"': String.raw`(?:\\?"|&quot;|&#34;)`,
  "'": "(?:'|’|&#39;|&apos;)",
  "’": "(?:'|’|&#39;|&apos;)",
  "&": "(?:&amp;|&)",
  "<": "(?:&lt;|<)",
  ">": "(?:&gt;|>)",
  "-": "[-‐‑–]",
};
const BLANK = String.raw`(?:[\s\u00a0]|\\n|\\t|&nbsp;)+`;

/** Names are inflected in Russian and Kazakh: “Омарова”, “Омаровой”. */
const ENDING = String.raw`\p{L}*`;

function patternOf(words: string): string {
  return words
    .split(/\s+/)
    .map((word) => Array.from(word, (letter) => OTHERWISE[letter] ?? escaped(letter)).join(""))
    .join(BLANK)
    .replace(/$/, /\p{L}$/u.test(words) ? ENDING : "");
}

function escaped(letter: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(letter) ? `\\${letter}` : letter;
}
