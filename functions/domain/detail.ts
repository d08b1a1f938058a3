import { inflected, stemsOf } from "./inflection.ts";
import { Refusal } from "./refusal.ts";

/**
 * Words that endanger someone, in every form in which they were written: “Aigerim S.”, “Айгерим С.”. They are found
 * at the beginning of a word, whatever their case and endings, however the text wraps, with marks of Markdown and tags
 * between them, and as JSON or HTML writes them.
 */
export interface Detail {
  /** Whether the words stand anywhere in a text. */
  isIn(text: string): boolean;
  /** The same within other words as well, if they are at least six letters long: `PhotoAigerimOmarova`. */
  isWithin(text: string): boolean;
  /** The words of each form, each with the beginnings of all its cases. */
  readonly forms: readonly (readonly { readonly word: string; readonly stems: readonly string[] }[])[];
  /** The text with the words replaced. Where marks or tags stand between them, each word by itself, so that these stay. */
  removedFrom(text: string, replacement: string): string;
}

/** Shorter words would take other words apart. */
const SHORTEST = 3;

/** Letters that hardly ever stand together by accident. */
export const SURE_LETTERS = 6;

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
  const pattern = longestFirst.map((form) => patternOf(form, FRONT)).join("|");
  const long = longestFirst.filter((form) => (form.match(/[\p{L}\p{N}]/gu) ?? []).length >= SURE_LETTERS);
  const within =
    long.length > 0 ? new RegExp(long.map((form) => patternOf(form, "")).join("|"), "iu") : undefined;
  const found = new RegExp(pattern, "iu");
  const all = new RegExp(pattern, "giu");
  const isIn = (text: string) => found.test(text.normalize("NFC"));
  const instead = (replacement: string) => (match: string, ratherThan: unknown[]) => {
    const between = ratherThan.filter((group) => typeof group === "string");
    if (between.every((each) => PLAIN.test(each)) || between.some(isIn)) return replacement;
    return match === "" ? match : replacement + between.map((each) => each + replacement).join("");
  };
  return {
    isIn,
    isWithin: (text) => within?.test(text.normalize("NFC")) ?? false,
    forms: longestFirst.map((form) =>
      form.split(BETWEEN_WORDS).map((word) => ({ word, stems: stemsOf(word) })),
    ),
    removedFrom: (text, replacement) => {
      if (!isIn(text)) return text;
      const put = instead(replacement);
      // the groups of a match stand before its place in the text
      return text.normalize("NFC").replaceAll(all, (match: string, ...rest: unknown[]) =>
        put(
          match,
          rest.slice(
            0,
            rest.findIndex((each) => typeof each === "number"),
          ),
        ),
      );
    },
  };
}

/** Characters that JSON or HTML write otherwise, or typing. */
const OTHERWISE: Readonly<Record<string, string>> = {
  '"': String.raw`(?:\\?"|&quot;|&#34;)`,
  "'": "(?:'|’|&#39;|&apos;)",
  "’": "(?:'|’|&#39;|&apos;)",
  "&": "(?:&amp;|&)",
  "<": "(?:&lt;|<)",
  ">": "(?:&gt;|>)",
  "-": "[-‐‑–]",
  е: "[её]",
  ё: "[её]",
  Е: "[её]",
  Ё: "[её]",
};

const HYPHEN = "[-‐‑–_]";
const SPACE = String.raw`\s|\\[nrt]|&nbsp;|&#160;`;
/** A separator that needs no keeping. */
const PLAIN = new RegExp(`^(?:${SPACE}|${HYPHEN})+$`);
/** What stands between two words: blanks, hyphens, tags, emphasis, quotation, the end of a link. */
const BETWEEN = String.raw`((?:${SPACE}|${HYPHEN}|\\(?=\s)|<[^<>]{0,300}>|\]\([^()]{0,300}\)|[*~${"`"}>|[\]])+)`;
const BETWEEN_WORDS = /\s+|(?<=[\p{L}\p{N}])[-‐‑–](?=[\p{L}\p{N}])/u;

/** A word begins where no letter or digit stands before; the letter of an escape such as `\n` is none. */
const FRONT = String.raw`(?:(?<![\p{L}\p{N}])|(?<=\\[nrt]))`;

/** What may stand within a word unseen: soft hyphens, joiners, the mark of a stressed vowel. */
const UNSEEN = String.raw`[\u00ad\u200b-\u200d\u2060\u0301]?`;

function patternOf(form: string, front: string): string {
  const words = form.split(BETWEEN_WORDS);
  const patterns = words.map((word) => inflected(word, words.length === 1, lettersOf));
  return `${/^\p{L}/u.test(form) ? front : ""}${patterns.join(BETWEEN)}`;
}

function lettersOf(word: string): string {
  return Array.from(word, (letter) => OTHERWISE[letter] ?? escaped(letter)).join(
    /^[\p{L}\p{M}]+$/u.test(word) ? UNSEEN : "",
  );
}

function escaped(letter: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(letter) ? `\\${letter}` : letter;
}
