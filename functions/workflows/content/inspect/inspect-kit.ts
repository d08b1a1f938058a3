import { anchor } from "../../../domain/documents/anchor.ts";
import { LANGUAGES } from "../../../domain/language.ts";
import { claimsRight } from "../../../domain/rights.ts";
import { baseName } from "../read/base-name.ts";
import { archiveFile, archiveNames, downloadNames } from "../read/download-names.ts";
import type { LanguageFile } from "../read/language-file.ts";
import type { Parsed } from "../read/parse-source.ts";
import { readUnit } from "../read/read-unit.ts";
import { KIT, type ValidKit, type ValidKitText } from "../read/source-files.ts";
import type { UnitFacts } from "../read/unit-record.ts";
import { inspectAssetTimes } from "./inspect-asset-times.ts";
import { inspectConsent, inspectNames } from "./inspect-consent.ts";
import { namedFile, namedPicture } from "./inspect-files.ts";
import { inspectLanguages } from "./inspect-languages.ts";
import { inspectUnusedPictures } from "./inspect-pictures.ts";
import { inspectPublication, licencesOf, publicationFacts } from "./inspect-publication.ts";
import { inspectWords } from "./inspect-words.ts";
import { type Inspection, spot, time, uniqueIds } from "./inspection.ts";
import { titlesOf } from "./words-of.ts";

/** Kinds of assets that those who cannot see them need described. */
const SEEN: readonly string[] = ["photograph", "graphic", "video"];
/** Lower-case names of the texts in every archive. */
const ARCHIVE_TEXTS = [
  "readme.txt",
  ...LANGUAGES.map((language) => `readme.${language}.txt`),
  "sha256sums",
  "manifest.json",
];
const OFFICE = /^application\/vnd\.openxmlformats/;
const MEDIA_TYPES: Record<string, RegExp> = {
  photograph: /^image\/(?!svg)/,
  graphic: /^image\/|^application\/(pdf|postscript)$/,
  video: /^video\//,
  audio: /^audio\//,
  document: /^(application|text)\//,
};

export function inspectKit(inspection: Inspection, siteZone: string): UnitFacts | undefined {
  const { unit, problems } = inspection;
  const { facts, languages } = readUnit(unit, KIT, problems);
  const { sound } = facts;
  const { zone, publishAt } = inspectPublication(inspection, facts, sound, siteZone);
  uniqueIds(inspection, sound.assets, facts, "assets");
  inspectAssets(inspection, facts);
  inspectConsent(inspection, facts, zone);
  inspectShielded(inspection, facts);
  inspectTakenDown(inspection, facts, zone);
  const timed = inspectAssetTimes(inspection, facts, { zone, publishAt });
  const lasting = [...facts.mentioned("assets")].filter((id) => !timed.some((each) => each.id === id));
  const anchors = lasting.map((id) => anchor("asset", id));
  inspectLanguages(inspection, sound.source, languages, anchors);
  for (const file of languages.values()) {
    inspectWords(inspection, facts, file.words, "assets");
    inspectAlternatives(inspection, sound, file);
    inspectNames(inspection, sound, file);
    inspectClaims(inspection, sound, file);
  }
  inspectUnusedPictures(inspection, facts, sound);
  if (!facts.whole || !publishAt) return undefined;
  const { assets } = facts.whole;
  return {
    ...publicationFacts(facts.whole, titlesOf(languages), publishAt),
    goals: [],
    licences: licencesOf(facts.whole),
    figures: [],
    statements: [],
    downloads: [
      ...archiveNames(assets.map(({ kind }) => kind)).map((name) => archiveFile(unit.slug, name)),
      ...assets.flatMap(({ file }) => [
        ...downloadNames(file, unit.media.get(file)?.picture === "bitmap").values(),
      ]),
    ],
    ...(timed.length > 0 && { timedAssets: timed }),
  };
}

function inspectAssets<Whole>(inspection: Inspection, facts: Parsed<Whole, ValidKit>): void {
  const { uses, problems, absent, unit } = inspection;
  if (facts.sound.assets?.length === 0 && !facts.sound.takenDown)
    problems.error(spot(facts, "assets"), { problem: "the kit has no assets", expected: "at least one" });
  inspectDownloadNames(inspection, facts);
  facts.sound.assets?.forEach((asset, i) => {
    const at = (...path: (string | number)[]) => spot(facts, "assets", i, ...path);
    const original = unit.absent.get(asset.file);
    if (original !== undefined) absent.push({ original, ...at("original") });
    const media = original === undefined ? namedFile(inspection, asset.file, at("file")) : undefined;
    const fits = MEDIA_TYPES[asset.kind];
    if (media && fits && !fits.test(media.mediaType))
      problems.error(at("kind"), {
        problem: `${asset.file} is ${media.mediaType}, which is no ${asset.kind}`,
        expected: "the kind that the file is of",
      });
    if (media && OFFICE.test(media.mediaType))
      problems.warning(at("file"), {
        problem: `${asset.file} is published as it is, and office files carry names of authors and machines`,
        expected: "a PDF, from which such names are removed",
      });
    uses.push({ to: "licence", id: asset.licence, ...at("licence") });
    if (asset.copyright !== undefined && claimsRight(asset.copyright))
      uses.push({ to: "reserved-licence", id: asset.licence, ...at("copyright") });
    if (asset.poster) namedPicture(inspection, asset.poster, at("poster"));
    for (const [language, captions] of Object.entries(asset.captions ?? {})) {
      const file = namedFile(inspection, captions, at("captions", language));
      if (file && file.mediaType !== "text/vtt")
        problems.error(at("captions", language), {
          problem: `${captions} holds no captions`,
          expected: "a WebVTT file, .vtt",
        });
    }
  });
}

/** Everything of a kit is downloaded into one folder, on machines that tell names apart by case and on others. */
function inspectDownloadNames<Whole>(
  { problems, unit }: Inspection,
  { sound, ...lines }: Parsed<Whole, ValidKit>,
): void {
  const names = new Map<string, string>([
    [archiveFile(unit.slug, "kit"), "the whole kit"],
    [archiveFile(unit.slug, "photographs"), "all photographs"],
    ...ARCHIVE_TEXTS.map((name): [string, string] => [name, "what every archive holds"]),
  ]);
  sound.assets?.forEach((asset, i) => {
    const { id, file } = asset;
    const isBitmap = unit.media.get(file)?.picture === "bitmap";
    for (const name of [...downloadNames(file, isBitmap).values(), ...namesBeside(asset)]) {
      const other = names.get(name.toLowerCase());
      if (other)
        problems.error(spot(lines, "assets", i, "file"), {
          problem: `${name} is already the file name of ${other}`,
          expected: "a file name of its own, since all are downloaded into one folder",
        });
      names.set(name.toLowerCase(), id);
    }
  });
  sound.takenDown?.forEach(({ files }, i) => {
    for (const name of files) {
      const other = names.get(name.toLowerCase());
      if (other)
        problems.error(spot(lines, "takenDown", i, "files"), {
          problem: `${name} was taken down and is the file name of ${other}`,
          expected: "another name: the address of what was taken down answers 410 for good",
        });
    }
  });
}

/** Names of what goes into an archive beside an asset: `clip-poster.jpg`, `clip.en.vtt`. */
function namesBeside({ file, poster, captions = {} }: NonNullable<ValidKit["assets"]>[number]): string[] {
  const stem = baseName(file).replace(/\.[^.]*$/, "");
  return [
    ...(poster === undefined ? [] : [`${stem}-poster.jpg`]),
    ...Object.keys(captions).map((language) => `${stem}.${language}.vtt`),
  ];
}

function inspectTakenDown<Whole>(
  inspection: Inspection,
  { sound, ...lines }: Parsed<Whole, ValidKit>,
  zone: string,
): void {
  sound.takenDown?.forEach(({ id, at }, i) => {
    const where = spot(lines, "takenDown", i, "at");
    const instant = time(inspection, at, zone, where);
    if (instant) inspection.moments.push({ what: "takedown", at: instant, ...where });
    if (sound.assets?.some((asset) => asset.id === id))
      inspection.problems.error(spot(lines, "takenDown", i, "id"), {
        problem: `${id} was taken down and is still among the assets`,
        expected: "another id for what is published anew",
      });
  });
}

/**
 * Files that no preview may show, however much else is wrong: those of people who must not be found, and all others
 * of a kit of which it cannot be read whom its files show.
 */
function inspectShielded<Whole>(
  { protectedFiles, perhapsProtected, unit: { media } }: Inspection,
  { sound: { assets = [] }, has, mentioned }: Parsed<Whole, ValidKit>,
): void {
  const names = assets
    .filter(({ consent }) => consent?.protected)
    .flatMap(({ file, poster }) => [file, ...(poster === undefined ? [] : [poster])]);
  protectedFiles.push(...names.flatMap((name) => media.get(name)?.sha256 ?? []));
  const isKnown = has("assets") && assets.length === mentioned("assets").size;
  if (!isKnown) perhapsProtected.push(...[...media.values()].map(({ sha256 }) => sha256));
}

function inspectAlternatives<Whole>(
  { problems }: Inspection,
  { assets }: ValidKit,
  { words }: LanguageFile<Whole, ValidKitText>,
): void {
  for (const { id, kind } of assets ?? []) {
    const said = words.sound.assets?.[id];
    if (said && said.alt === undefined && SEEN.includes(kind))
      problems.error(spot(words, "assets", id), {
        problem: `the ${kind} ${id} has no alternative text`,
        expected: "alt: what it shows, for those who cannot see it",
      });
  }
}

/** Texts beside a file that say whose it is; whether its licence lets anybody say so stands in site.yaml. */
function inspectClaims<Whole>(
  { uses }: Inspection,
  { assets }: ValidKit,
  { words }: LanguageFile<Whole, ValidKitText>,
): void {
  for (const { id, licence } of assets ?? [])
    for (const field of ["credit", "usageTerms"] as const)
      if (claimsRight(words.sound.assets?.[id]?.[field] ?? ""))
        uses.push({ to: "reserved-licence", id: licence, ...spot(words, "assets", id, field) });
}
