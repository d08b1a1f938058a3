import type { Language } from "../language.ts";
import { endsAsName, isGivenName, nameStem } from "./name-words.ts";
import { isOtherProperName } from "./other-proper-names.ts";

/** A name of a person in a text. */
export interface PersonalName {
  /** As it stands there: `Aigerim Omarova`, `Айгерим С.`. */
  readonly text: string;
  /** What it is compared by: all of them have to be found again. */
  readonly keys: readonly string[];
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "capital" | "capitals" | "initial" | "lower";
  /** Whether a capital letter says nothing: a sentence, a line or a quotation begins. */
  readonly begins: boolean;
  /** Whether it follows the word before with nothing but a blank, or the point of an initial, between them. */
  readonly follows: boolean;
}

/**
 * Names of persons in a text, in the order of reading. A word is taken for one where it has a capital letter that
 * neither the beginning of a sentence explains nor a list of organisations, places and months; given names that are
 * common and endings of surnames are known anywhere. It rather finds too much: what it finds is asked about, what it
 * does not is published. Costs no more than the length of the text.
 *
 * @param known names that are known from elsewhere, such as those of speakers: found anywhere
 */
export function namesIn(text: string, language: Language, known: readonly string[] = []): PersonalName[] {
  const tokens = tokensOf(text);
  const stemOf = ({ word }: Token) => nameStem(word, language);
  const knownStems = new Set(
    known.flatMap((name) =>
      tokensOf(name)
        .filter((token) => isTelling(token, language))
        .map(stemOf),
    ),
  );
  const organisations = new Set(tokens.filter((_, i) => isOrganisation(tokens, i)).map(stemOf));
  const isName = tokens.map((token) => isNameWord(token, language, knownStems, organisations));
  const inName = tokens.map(
    (token, i) => isName[i] || (token.kind === "initial" && isOfName(tokens, isName, i)),
  );
  const names: PersonalName[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!inName[i]) continue;
    const from = i;
    while (inName[i + 1] && tokens[i + 1]?.follows) i++;
    const name = nameOf(text, tokens.slice(from, i + 1), language);
    if (!ABBREVIATED_STATES.test(name.text)) names.push(name);
  }
  return names;
}

/** Every word of a text that might be part of a name, as names are compared; initials together with their name. */
export function nameKeysIn(text: string, language: Language): Set<string> {
  const words = tokensOf(text).filter((token) => isWritten(token) && token.kind !== "lower");
  return new Set([
    ...words.map(({ word }) => nameStem(word, language)),
    ...namesIn(text, language).flatMap(({ keys }) => keys),
  ]);
}

function isNameWord(
  { word, kind, begins }: Token,
  language: Language,
  known: ReadonlySet<string>,
  organisations: ReadonlySet<string>,
): boolean {
  if (kind === "lower" || kind === "initial") return false;
  if (known.has(nameStem(word, language))) return true;
  if (isGivenName(word, language)) return true;
  if (organisations.has(nameStem(word, language)) && !endsAsName(word, language)) return false;
  if (kind === "capitals" || isOtherProperName(word, language)) return false;
  return !begins || endsAsName(word, language);
}

const KINDS_OF_ORGANISATION =
  /^(?:company|foundation|fund|group|llp|newspaper|ngo|ngos|ао|газета|компания|нпо|оо|тоо|фонд|жшс|үеұ|қор|қоры)$/iu;

/** How many words may stand between the name of an organisation and what it is: Rodnik Social Fund. */
const FAR_FROM_KIND = 3;

/** “the NGO Rodnik”, “the Rodnik Social Fund”: the name of an organisation, beside what it is. */
function isOrganisation(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.kind !== "capital") return false;
  if (tokens[i].follows && isKindOfOrganisation(tokens[i - 1])) return true;
  for (let n = i + 1; n <= i + FAR_FROM_KIND && tokens[n]?.follows && tokens[n]?.kind !== "lower"; n++)
    if (isKindOfOrganisation(tokens[n])) return true;
  return false;
}

const isKindOfOrganisation = (token: Token | undefined): boolean =>
  token !== undefined && KINDS_OF_ORGANISATION.test(token.word);

/** Initials that are no person’s. */
const ABBREVIATED_STATES = /^(?:U\. ?S|U\. ?K|U\. ?N|E\. ?U|U\. ?A\. ?E|С\. ?Ш\. ?А)\.?$/u;

/** An initial belongs to the name beside it, also beyond another initial; two of them may stand for a person alone. */
function isOfName(tokens: readonly Token[], isName: readonly boolean[], i: number): boolean {
  const next = tokens[i + 1];
  const isBeside = (n: number) => tokens[n]?.kind === "initial" || (isName[n] ?? false);
  return (tokens[i]?.follows === true && isBeside(i - 1)) || (next?.follows === true && isBeside(i + 1));
}

function nameOf(text: string, tokens: readonly Token[], language: Language): PersonalName {
  const [first, last] = [tokens[0], tokens.at(-1)];
  const end = last?.kind === "initial" ? last.end + 1 : last?.end;
  const stems = tokens.filter(isWritten).map(({ word }) => nameStem(word, language));
  const initials = tokens
    .filter(({ kind }) => kind === "initial")
    .map(({ word }) => `${word.toLowerCase()}.`);
  const together = [...stems, ...initials].sort().join(" ");
  return { text: text.slice(first?.start, end), keys: initials.length > 0 ? [...stems, together] : stems };
}

/** Of a known name, what is no word of organisations: a contact may be the press office. */
const isTelling = (token: Token, language: Language): boolean =>
  isWritten(token) && !isOtherProperName(token.word, language);
const isWritten = ({ kind }: Token): boolean => kind !== "initial";

/** Words in any alphabet, with what hyphens and apostrophes join to them. */
const WORDS = /\p{L}[\p{L}\p{M}’'ʼ]*(?:[-‑]\p{L}[\p{L}\p{M}’'ʼ]*)*/gu;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  let before: Token | undefined;
  for (const line of linesOf(text)) {
    const inTitleCase = isTitleCase(line.text);
    for (const match of line.text.matchAll(WORDS)) {
      const start = line.start + match.index;
      const word = withoutEnding(match[0]);
      const between = text.slice(end, start);
      const token: Token = {
        word,
        start,
        end: start + word.length,
        kind: kindOf(word, text[start + word.length]),
        begins: inTitleCase || beginsAfter(between, before),
        follows:
          before !== undefined &&
          (before.kind === "initial" ? /^\.[ \u00a0\u202f]?$/ : /^[ \u00a0\u202f]$/).test(between),
      };
      tokens.push(token);
      before = token;
      end = start + match[0].length;
    }
  }
  return tokens;
}

function linesOf(text: string): { text: string; start: number }[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const at = start;
    start += line.length + 1;
    return { text: line, start: at };
  });
}

/** “ХКҰ-ның”, “IOM’s”: what a hyphen adds in small letters is an ending. */
const withoutEnding = (word: string): string =>
  word.replace(/[-‑]\p{Ll}[\p{L}\p{M}’'ʼ‑-]*$/u, "").replace(/[’'ʼ]s?$/u, "");

function kindOf(word: string, next: string | undefined): Token["kind"] {
  if (!/^\p{Lu}/u.test(word)) return "lower";
  if (word.length === 1) return next === "." ? "initial" : "capitals";
  return /\p{Ll}/u.test(word) ? "capital" : "capitals";
}

/** After these a point ends no sentence: г. Тараз, им. Абая, Dr. Omarova. */
const ABBREVIATION =
  /^(?:г|г-ж|г-н|д|др|ж|им|к|к-т|м|моб|н|обл|п|пр|р|с|стр|т|тел|ул|ш|dr|mr|mrs|ms|no|prof|st|tel)$/iu;

function beginsAfter(between: string, before: Token | undefined): boolean {
  if (before === undefined || between.includes("\n")) return true;
  if (/["«“„][\s]*$/u.test(between)) return true;
  if (!/[.!?…]["»”)\]]*\s/u.test(between)) return false;
  const isAbbreviated = before.kind === "initial" || ABBREVIATION.test(before.word);
  return !(isAbbreviated && between.startsWith("."));
}

/** A heading in which every word of weight has a capital letter, as English ones may. */
function isTitleCase(line: string): boolean {
  const words = line.match(/[A-Za-z][A-Za-z’']{3,}/g) ?? [];
  return words.length >= 5 && words.every((word) => /^[A-Z]/.test(word)) && !/[.!?:]\s*$/.test(line);
}
