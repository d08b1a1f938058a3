import type { Language } from "../language.ts";
import { nameKeysIn, namesIn } from "./personal-names.ts";

/** By what somebody can be found. `profile`: a page of theirs in a social network. */
export const PERSONAL_DETAIL_KINDS = ["name", "address", "profile", "email", "telephone"] as const;
export type PersonalDetailKind = (typeof PERSONAL_DETAIL_KINDS)[number];

export interface PersonalDetail {
  readonly kind: PersonalDetailKind;
  /** As it stands in the text. */
  readonly text: string;
  /** What it is compared by, whatever its endings, hyphens and brackets: all of them have to be found again. */
  readonly keys: readonly string[];
}

/**
 * Personal details in a text of one language, each once: names, postal addresses, profiles in social
 * networks, email addresses, telephone numbers. It rather finds too much than too little, in a time that grows with the
 * length of the text and no faster.
 *
 * @param known names that are known to be of persons, such as those of speakers
 */
export function personalDetailsIn(
  text: string,
  language: Language,
  known: readonly string[] = [],
): PersonalDetail[] {
  const details = [
    ...namesIn(text, language, known).map((name): PersonalDetail => ({ kind: "name", ...name })),
    ...ADDRESSES.flatMap((pattern) => found("address", text, pattern, lettersAndDigits)),
    ...found("profile", text, PROFILE, (match) => match.toLowerCase().replace(/^www\.|\/$/g, "")),
    ...found("email", text, EMAIL, (match) => match.toLowerCase()),
    ...found("telephone", text, ANNOUNCED_TELEPHONE, digitsOf),
    ...found("telephone", text, TELEPHONE, digitsOf).filter(({ text: written }) => isTelephone(written)),
  ];
  return [...new Map(details.map((detail) => [`${detail.kind} ${detail.keys.join(" ")}`, detail])).values()];
}

/**
 * Personal details that one text holds and another does not, in any form: a name that stands in another case or
 * elsewhere is still there, one that is spelled otherwise is not.
 */
export function detailsGone(
  before: string,
  after: string,
  language: Language,
  known: readonly string[] = [],
): PersonalDetail[] {
  if (before === after) return [];
  const still = new Set(
    personalDetailsIn(after, language).flatMap(({ kind, keys }) => keys.map((key) => `${kind} ${key}`)),
  );
  for (const key of nameKeysIn(after, language)) still.add(`name ${key}`);
  return personalDetailsIn(before, language, known).filter(({ kind, keys }) =>
    keys.some((key) => !still.has(`${kind} ${key}`)),
  );
}

function found(
  kind: PersonalDetailKind,
  text: string,
  pattern: RegExp,
  keyOf: (match: string) => string,
): PersonalDetail[] {
  return Array.from(text.matchAll(pattern), ([match]) => ({
    kind,
    text: match.trim(),
    keys: [keyOf(match)],
  }));
}

const lettersAndDigits = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** All repetitions are bounded, so that no text makes them slow. */
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;

const PROFILE =
  /(?<![\p{L}\p{N}.-])(?:(?:www|m|web|kk|ru|[a-z]{2})\.)?(?:facebook\.com|fb\.com|instagram\.com|vk\.com|ok\.ru|t\.me|telegram\.me|tiktok\.com|twitter\.com|x\.com|threads\.net|linkedin\.com\/in|wa\.me|youtube\.com)\/[@\p{L}\p{N}_.?=&/-]{1,100}/giu;

/**
 * A pattern in which each letter stands for itself in either case. The modifier `(?i:…)` that the language has for this
 * gives results in V8 that change from run to run (https://github.com/nodejs/node/issues/60030).
 */
const anyCase = (pattern: string): string =>
  pattern.replace(/\\p\{\w+\}|\\u[\da-f]{4}|\\.|\[([^\]\\]*)\]|\p{L}/gu, (part, members?: string) => {
    if (part.startsWith("\\")) return part;
    const letters = members ?? part;
    return `[${letters}${letters.toUpperCase()}]`;
  });

/** With what a house number looks like: 10, 10а, 52/1, 33-үй. */
const HOUSE = String.raw`\d{1,4}(?:[-/]?[\p{L}\d]{1,6})?(?![\p{L}\p{N}])`;
const WORD = String.raw`\p{L}[\p{L}’'.\d-]{0,30}`;
const TITLED = String.raw`\p{Lu}[\p{L}’'.\d-]{0,30}`;
const GAP = String.raw`[ \u00a0\u202f]`;
const FRONT = String.raw`(?<![\p{L}\p{N}])`;
const STREET_EN = anyCase(
  String.raw`(?:street|st\.|avenue|ave\.?|road|rd\.?|lane|boulevard|blvd\.?|square|microdistrict|prospekt)`,
);
const STREET_RU = anyCase(
  String.raw`(?:ул\.|улиц[аеуы]|улицей|проспект[ауе]?|пр\.|просп\.|пр-т|переул[а-я]{1,4}|пер\.|микрорайон[ауе]?|мкр\.?|бульвар[ауе]?|б-р|шоссе|набережн[а-я]{1,3}|площад[а-я]{1,3}|пл\.)`,
);
const STREET_KK = anyCase(
  String.raw`(?:көше(?:сі)?\p{L}{0,4}|даңғыл\p{L}{0,5}|шағын аудан\p{L}{0,4}|ы\.а\.|тұйығ\p{L}{0,4})`,
);
const NUMBER = anyCase(String.raw`(?:,?${GAP}?(?:№|no\.?|д\.|дом|үй|уй|house|building)?${GAP}?)`);

const ADDRESSES: readonly RegExp[] = [
  // 10 Abay Street; 52/1, Dostyk Avenue
  new RegExp(`${FRONT}${HOUSE},?${GAP}(?:${TITLED}${GAP}){1,3}${STREET_EN}(?![\\p{L}])`, "gu"),
  // Abay Street, 10; Abay Ave. 52
  new RegExp(`${FRONT}(?:${TITLED}${GAP}){1,3}${STREET_EN},?${GAP}?${NUMBER}${HOUSE}`, "gu"),
  // ул. Абая, 10; проспект Назарбаева, д. 52
  new RegExp(`${FRONT}${STREET_RU}${GAP}?(?:${WORD}${GAP}?){1,4}${NUMBER}${HOUSE}`, "gu"),
  // Абая ул., 10
  new RegExp(
    `${FRONT}${TITLED}${GAP}(?:${WORD}${GAP}){0,2}${anyCase("(?:ул\\.|пр\\.|пер\\.)")}${NUMBER}${HOUSE}`,
    "gu",
  ),
  // Абай көшесі, 10; Самал-2 шағын ауданы, 33-үй
  new RegExp(`${FRONT}${TITLED}${GAP}(?:${WORD}${GAP}){0,2}${STREET_KK}${NUMBER}${HOUSE}`, "gu"),
  // дом 12, кв. 5; 5-пәтер
  new RegExp(
    `${FRONT}${anyCase("(?:кв\\.|квартир[аеуы]|пәтер|apt\\.?|apartment|flat)")}${GAP}?(?:№${GAP}?)?\\d{1,4}`,
    "gu",
  ),
  new RegExp(`${FRONT}\\d{1,4}[-‑](?:пәтер|үй|кв)\\p{L}{0,4}`, "gu"),
];

const TELEPHONE = /(?<![\p{L}\p{N}/#.:@-])\+?\d[\d \u00a0\u202f().‑–-]{5,22}\d(?![\p{L}\p{N}/])/gu;
/** Short numbers, too, where something says what they are. */
const ANNOUNCED_TELEPHONE =
  /(?<![\p{L}\p{N}])(?:tel|phone|telephone|mobile|whatsapp|тел|моб|телефон\p{L}{0,3}|ватсап|ұялы)[.:]{0,2}[ \u00a0]?(?:№ ?)?\+?\d[\d \u00a0().‑-]{3,20}\d/giu;

/** As Kazakhstan writes it from within, 8 stands for +7. */
function digitsOf(text: string): string {
  const digits = text.replace(/\D/g, "");
  return digits.length === 11 ? digits.replace(/^8/, "7") : digits;
}

/** Not a number of people, a span of years, a date, or the number of a document. */
function isTelephone(written: string): boolean {
  const { length } = written.replace(/\D/g, "");
  if (written.startsWith("+")) return length >= 8 && length <= 15;
  if (/^\d{1,3}(?:[ \u00a0\u202f.]\d{3})+$/.test(written)) return false;
  if (/\(\d{3,5}\)/.test(written)) return length >= 9 && length <= 12;
  return length === 11 && /^[78]/.test(written);
}
