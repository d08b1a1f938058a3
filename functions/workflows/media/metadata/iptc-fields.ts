import { storedCountryName } from "../../../domain/naming.ts";
import type { Rights } from "../../../domain/rights.ts";

/**
 * Fields of IPTC-IIM 4.2, which older programs read before XMP, in one language, in UTF-8. The standard gives most of
 * them 32 or 64 bytes, which were letters when it was written and are half as many in Cyrillic. A credit that is cut is
 * no credit, and programs take the length from the file: so they are whole here, up to a length that none reaches.
 */
const FIELDS = [
  "ObjectName",
  "Headline",
  "Caption-Abstract",
  "By-line",
  "Credit",
  "Source",
  "CopyrightNotice",
  "SpecialInstructions",
  "DateCreated",
  "City",
  "Country-PrimaryLocationName",
] as const;
type Field = (typeof FIELDS)[number];
const MOST_BYTES = 2000;

/** The fields that there is something to say in. Their order is that of the record. */
export function iptcFields(rights: Rights): [field: Field, text: string][] {
  const { language, created, place } = rights;
  const said: Record<Field, string | undefined> = {
    ObjectName: rights.headline[language],
    Headline: rights.headline[language],
    "Caption-Abstract": rights.caption[language],
    "By-line": rights.creator,
    Credit: rights.credit[language],
    Source: rights.source,
    CopyrightNotice: rights.copyrightNotice,
    SpecialInstructions: instructionsOf(rights),
    DateCreated: /^\d{4}-\d\d-\d\d$/.test(created) ? created.replaceAll("-", ":") : undefined, // whole days only
    City: place?.name?.[language],
    "Country-PrimaryLocationName": place && storedCountryName(place.country, language),
  };
  return FIELDS.flatMap((field): [Field, string][] => {
    const text = said[field];
    return text === undefined || text === "" ? [] : [[field, cut(text, MOST_BYTES)]];
  });
}

/** What whoever publishes it is told: instructions, and on what terms. */
function instructionsOf({ language, specialInstructions, usageTerms }: Rights): string | undefined {
  return [specialInstructions?.[language], usageTerms[language]]
    .filter((each) => each !== undefined)
    .join(" ");
}

/** A sign with its marks; two letters that are a flag; signs of emoji that are joined to one. */
const CHARACTER = /\p{RI}\p{RI}|\r\n|.(?:[\p{M}\p{EMod}\u{e0020}-\u{e007f}]|\u200d.)*/gsu;

/** As much of a text as fits into so many bytes of UTF-8: whole characters, marks with their letters. */
export function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = "";
  for (const [character] of text.matchAll(CHARACTER)) {
    if (Buffer.byteLength(kept + character) > bytes) break;
    kept += character;
  }
  return kept.trimEnd();
}
