import type { Consent } from "../../../domain/content/consent.ts";
import type { Spot } from "../../../domain/content/problem.ts";
import type { Instant } from "../../../domain/instant.ts";
import type { LanguageFile } from "../read/language-file.ts";
import type { Parsed } from "../read/parse-source.ts";
import { endsByItself } from "../read/shown-times.ts";
import type { ValidKit, ValidKitText } from "../read/source-files.ts";
import { type Inspection, spot, time } from "./inspection.ts";

type SoundAsset = NonNullable<ValidKit["assets"]>[number];

/**
 * The consent gate: an asset in which people can be recognised is published only with a recorded consent that covers
 * what a kit does, was looked at by a second person, and ends no later than the licence lets it end. Withheld is the
 * default: what the file does not say is not agreed to.
 */
export function inspectConsent<Whole>(
  inspection: Inspection,
  facts: Parsed<Whole, ValidKit>,
  zone: string,
): void {
  facts.sound.assets?.forEach((asset, i) => {
    const at = (...path: string[]) => spot(facts, "assets", i, ...path);
    const { people, consent } = asset;
    const { problems } = inspection;
    if (people && !consent)
      problems.error(at("people"), {
        problem: `${asset.id} shows people, and no consent of theirs is recorded`,
        expected:
          "consent with scope, date, ends, givenBy, reviewedBy and reference; without it nothing is published",
      });
    if (!people && consent)
      problems.error(at("consent"), {
        problem: `${asset.id} has a consent but says that it shows nobody`,
        expected: "`people: true`, or no consent",
      });
    if (consent) {
      inspectScope(inspection, asset, consent, at);
      inspectConsentRecord(inspection, { ...asset, label: asset.id }, consent, zone, at);
    }
    if (consent?.protected) inspectProtected(inspection, asset, consent, facts, at);
  });
}

function inspectScope(
  { problems }: Inspection,
  asset: SoundAsset,
  { scope }: Consent,
  at: (...path: string[]) => Spot,
): void {
  for (const needed of ["newsroom", "media"] as const)
    if (!scope.includes(needed))
      problems.error(at("consent", "scope"), {
        problem: `those in ${asset.id} did not agree to ${needed === "media" ? "publication by the media" : "being shown here"}`,
        expected: "`newsroom` and `media`, since a kit does both, or no such asset",
      });
}

/** What a consent is to: a file of a kit, or a picture of a page. */
interface Subject {
  /** What messages call it. */
  readonly label: string;
  readonly licence?: string | undefined;
  readonly creator?: string | undefined;
}

/** Checks the record of a consent by itself: its dates, who reviewed it, and whether its licence can end with it. */
export function inspectConsentRecord(
  { problems, moments, uses }: Pick<Inspection, "problems" | "moments" | "uses">,
  { label, licence, creator }: Subject,
  { date, ends, reviewedBy }: Consent,
  zone: string,
  at: (...path: string[]) => Spot,
): void {
  const given = dayOf(date);
  moments.push({ what: "consent", at: given, ...at("consent", "date") });
  const end = endsByItself(ends) ? time({ problems }, ends, zone, at("consent", "ends")) : undefined;
  if (end && end <= given)
    problems.error(at("consent", "ends"), {
      problem: `the consent to ${label} ends before it was given`,
      expected: "an end after its date",
    });
  if (ends !== "never" && licence !== undefined)
    uses.push({ to: "revocable-licence", id: licence, ...at("licence") });
  if (creator !== undefined && sameName(reviewedBy, creator))
    problems.error(at("consent", "reviewedBy"), {
      problem: `${reviewedBy} made ${label} and reviewed the consent to it`,
      expected: "a second person",
    });
}

/** Protected people: obscured for good, nameless, and nowhere more precise than a country. */
function inspectProtected<Whole>(
  { problems, unit }: Inspection,
  asset: SoundAsset,
  consent: Consent,
  { sound, ...lines }: Parsed<Whole, ValidKit>,
  at: (...path: string[]) => Spot,
): void {
  if (!consent.obscured)
    problems.error(at("consent"), {
      problem: `${asset.id} shows people who must not be found`,
      expected:
        "`obscured: true`, once they are unrecognisable in the pixels themselves: not by a filter that can be undone",
    });
  if (asset.place?.name)
    problems.error(at("place", "name"), {
      problem: `the place of ${asset.id} is too precise for people who must not be found`,
      expected: "the country alone",
    });
  const neutral = `${asset.id}.${asset.file.split(".").at(-1) ?? ""}`;
  if (asset.file.split("/").at(-1) !== neutral)
    problems.error(at("file"), {
      problem: `the name of ${asset.file} may tell more than the asset may`,
      expected: `a name that is that of the asset, ${neutral}, and says nothing about a person`,
    });
  if (asset.poster !== undefined && !asset.poster.startsWith(`${asset.id}-poster.`))
    problems.error(at("poster"), {
      problem: `the name of ${asset.poster} may tell more than the asset may`,
      expected: `${asset.id}-poster.jpg`,
    });
  const preview = sound.image?.file;
  const hash = unit.media.get(asset.file)?.sha256;
  if (
    preview !== undefined &&
    (preview === asset.file || preview === asset.poster || (hash && unit.media.get(preview)?.sha256 === hash))
  )
    problems.error(spot(lines, "image", "file"), {
      problem: `${preview} shows people who must not be found, and previews of the page would carry it anywhere`,
      expected: "another picture",
    });
}

/** Two capitalised words in a row, a capital with a dot before one, or a patronymic: what a name looks like in print. */
const NAME_LIKE =
  /(?<![.!?:«“"]\s)(?<!^)\b\p{Lu}(?:\p{Ll}+|\.)(?:[\s\u00a0]\p{Lu}(?:\p{Ll}+|\.))+|\p{Lu}\p{Ll}+(?:овна|евна|ович|евич|қызы|ұлы)\b/u;

/** Words about protected people that read like a name. A warning: an organisation looks the same. */
export function inspectNames<Whole>(
  { problems }: Inspection,
  { assets }: ValidKit,
  { words }: LanguageFile<Whole, ValidKitText>,
): void {
  for (const { id, consent } of assets ?? []) {
    const said = consent?.protected ? words.sound.assets?.[id] : undefined;
    if (!said) continue;
    for (const field of ["headline", "caption", "alt", "transcript"] as const) {
      const found = NAME_LIKE.exec(said[field] ?? "")?.[0];
      if (found)
        problems.warning(spot(words, "assets", id, field), {
          problem: `“${found}” in the ${field} of ${id} reads like a name, and those in it must not be found`,
          expected: "words without the name of a person or of a small place",
        });
    }
  }
}

/** The first moment of a year, a month or a day. */
function dayOf(date: string): Instant {
  const [year, month = "01", day = "01"] = date.split("-");
  return `${year}-${month}-${day}T00:00:00Z`;
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
