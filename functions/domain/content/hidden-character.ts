/** A character that readers do not see, or that changes how they see others. */
export interface HiddenCharacter {
  /** Index in the text. */
  readonly at: number;
  /** `U+200B`. */
  readonly code: string;
  /** In words. */
  readonly name: string;
}

/** Of each kind, its characters and its name, where no single one has its own below. */
const KINDS: readonly (readonly [characters: RegExp, name: string])[] = [
  [/[\u202a-\u202e\u2066-\u2069]/u, "a mark that turns the direction of text"],
  [/[\u200e\u200f\u061c]/u, "a mark of direction"],
  [/\p{Cc}/u, "a control character"],
  [/\p{Co}/u, "a character of one font alone, such as a bullet of Word"],
  [/[\ufffc\ufffd]/u, "a mark that stands for something lost"],
  [/\p{Noncharacter_Code_Point}|\p{Cs}/u, "a code that is no character"],
  [/[\u2028\u2029]/u, "an invisible line break"],
];
const OTHERWISE = "an invisible character";

const NAMES: Readonly<Record<string, string>> = {
  "\u200b": "a blank without width",
  "\u200c": "a mark that keeps letters apart",
  "\u200d": "a mark that joins letters",
  "\ufeff": "a byte order mark",
};

/** Everything that is looked at; tabs and line ends are none of it, nor are soft hyphens. */
const HIDDEN =
  /(?![\t\n\u00ad])[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\ufffc\ufffd\u2028\u2029]/gu;

/** What shapes the character before it: emoji as pictures, the forms of a letter. */
const SELECTOR = /\p{Variation_Selector}/u;
const JOINER = /[\u200c\u200d]/;
const DIRECTION = /[\u200e\u200f\u061c]/;
const TAG = /[\u{e0020}-\u{e007f}]/u;

/** Scripts of which no letter needs a joiner. */
const NEEDS_JOINERS =
  /(?!\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Common})[\p{L}\p{M}]$/u;
const JOINS_EMOJI = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;
const FLAG = /\u{1f3f4}[\u{e0020}-\u{e007f}]*$/u;
const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Finds what nobody meant to write: control characters, marks without width, marks of direction, what one font alone
 * shows. Marks that the script around them needs are none of it, such as joiners between Arabic letters and in emoji.
 * Takes time linear in the text.
 */
export function hiddenCharacters(text: string): HiddenCharacter[] {
  const hidden: HiddenCharacter[] = [];
  for (const { 0: character, index } of text.matchAll(HIDDEN)) {
    if (isNeeded(character, text, index)) continue;
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    const kind = KINDS.find(([characters]) => characters.test(character));
    hidden.push({ at: index, code, name: NAMES[character] ?? kind?.[1] ?? OTHERWISE });
  }
  return hidden;
}

function isNeeded(character: string, text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 16), at);
  if (SELECTOR.test(character)) return before !== "" && !/\s$/.test(before);
  if (JOINER.test(character))
    return NEEDS_JOINERS.test(before) || (character === "\u200d" && JOINS_EMOJI.test(before));
  if (DIRECTION.test(character)) return FROM_RIGHT.test(text.slice(Math.max(0, at - 80), at + 80));
  return TAG.test(character) && FLAG.test(before);
}
