import type { Rights } from "../../domain/rights.ts";
import { countryName } from "../../rendering/place-names.ts";

/**
 * Fields of IPTC-IIM 4.2, which older programs read before XMP, with the bytes that each may have at most. They are in
 * one language, in UTF-8, and what is longer is cut; XMP beside them has the whole.
 */
const FIELDS = {
  ObjectName: 64,
  Headline: 256,
  "Caption-Abstract": 2000,
  "By-line": 32,
  Credit: 32,
  Source: 32,
  CopyrightNotice: 128,
  SpecialInstructions: 256,
  DateCreated: 10,
  City: 32,
  "Country-PrimaryLocationCode": 3,
  "Country-PrimaryLocationName": 64,
} as const;
type Field = keyof typeof FIELDS;

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
    "Country-PrimaryLocationCode": undefined, // three letters of a list of its own; XMP has the two of ISO 3166-1
    "Country-PrimaryLocationName": place && countryName(place.country, language),
  };
  return (Object.keys(FIELDS) as Field[]).flatMap((field): [Field, string][] => {
    const text = said[field];
    return text === undefined || text === "" ? [] : [[field, cut(text, FIELDS[field])]];
  });
}

/** What whoever publishes it is told: instructions, and on what terms. */
function instructionsOf({ language, specialInstructions, usageTerms }: Rights): string | undefined {
  return [specialInstructions?.[language], usageTerms[language]]
    .filter((each) => each !== undefined)
    .join(" ");
}

/** As much of a text as fits into so many bytes of UTF-8: whole characters, marks with their letters. */
export function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)) {
    if (Buffer.byteLength(kept + segment) > bytes) break;
    kept += segment;
  }
  return kept.trimEnd();
}
