/**
 * Names are inflected in Russian and Kazakh: “Омарова” stands as “Омаровой” and “Омарованың”, “Айгуль” as “Айгулью”.
 * Endings are added to the word, or take the place of the vowels and the soft sign with which it ends.
 */

interface Script {
  /** All letters of a word in it. */
  readonly word: RegExp;
  /** Of four letters or more: what stays, and what may be another vowel. */
  readonly varying: RegExp;
  /** Which vowels may stand instead, and what may follow them. */
  readonly instead: string;
  /** What a word of three letters by itself may end in: more would make other words of it. */
  readonly short: string;
}

const END = String.raw`(?![\p{L}\p{N}])`;
const CYRILLIC_VOWELS = "аяоеёыиійуюьэәөұү";

const SCRIPTS: readonly Script[] = [
  {
    word: /^\p{Script=Cyrillic}+$/u,
    varying: new RegExp(`^(.{4,}?)[${CYRILLIC_VOWELS}]+$`, "iu"),
    instead: String.raw`(?:[${CYRILLIC_VOWELS}]\p{L}*)?${END}`,
    short: String.raw`\p{L}{0,4}${END}`,
  },
  {
    // as Russian names end in Latin letters: Omarova, Omarovoy; what is English keeps its end
    word: /^\p{Script=Latin}+$/u,
    varying: /^(.{4,}?)[aiy]+$/iu,
    instead: String.raw`(?:[aeiouy]\p{L}{0,2})?${END}`,
    short: String.raw`\p{L}?${END}`,
  },
];

/** “Анна”: three letters would be too few to stand for her, so another vowel must follow them. */
const SHORT_NAME = new RegExp(`^(.{3})[${CYRILLIC_VOWELS}]$`, "iu");
const SHORT_ENDING = `[${CYRILLIC_VOWELS}][йюмх]?${END}`;

/**
 * The pattern of a word with its endings.
 * @param alone whether nothing else is looked for with it
 * @param lettersOf the pattern of letters as they are
 */
export function inflected(word: string, alone: boolean, lettersOf: (word: string) => string): string {
  const itself = lettersOf(word);
  if (!/\p{L}$/u.test(word)) return itself;
  const script = SCRIPTS.find((each) => each.word.test(word));
  const isShort = alone && script !== undefined && Array.from(word).length <= 3;
  const forms = [`${itself}${isShort ? script.short : String.raw`\p{L}*`}`];
  const stem = script?.varying.exec(word)?.[1];
  if (script && stem !== undefined) forms.push(`${lettersOf(stem)}${script.instead}`);
  const shortStem = SHORT_NAME.exec(word)?.[1];
  if (shortStem !== undefined) forms.push(`${lettersOf(shortStem)}${SHORT_ENDING}`);
  return `(?:${forms.join("|")})`;
}

/**
 * The beginnings by which a word is found where nothing tells where words begin and end: each of its forms begins with
 * one of them.
 */
export function stemsOf(word: string): string[] {
  const shortStem = SHORT_NAME.exec(word)?.[1];
  if (shortStem !== undefined) return Array.from(CYRILLIC_VOWELS, (vowel) => `${shortStem}${vowel}`);
  const script = SCRIPTS.find((each) => each.word.test(word));
  return [script?.varying.exec(word)?.[1] ?? word];
}
