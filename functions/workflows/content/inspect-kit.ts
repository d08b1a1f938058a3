import { anchor } from "../../domain/documents/anchor.ts";
import { baseName } from "./base-name.ts";
import { inspectAssetTimes, inspectShownEarly } from "./inspect-asset-times.ts";
import { namedFile, namedPicture } from "./inspect-files.ts";
import { inspectLanguages } from "./inspect-languages.ts";
import { inspectPublication, publicationFacts } from "./inspect-publication.ts";
import { inspectWords } from "./inspect-words.ts";
import { type Inspection, spot, uniqueIds } from "./inspection.ts";
import type { LanguageFile } from "./language-file.ts";
import type { Parsed } from "./parse-source.ts";
import { readUnit } from "./read-unit.ts";
import { KIT, type SoundKit, type SoundKitText } from "./source-files.ts";
import type { UnitFacts } from "./unit-record.ts";
import { titlesOf } from "./words-of.ts";

/** Kinds of assets that those who cannot see them need described. */
const SEEN: readonly string[] = ["photograph", "graphic", "video"];
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
  const timed = inspectAssetTimes(inspection, facts, { zone, publishAt });
  const lasting = [...facts.mentioned("assets")].filter((id) => !timed.some((each) => each.id === id));
  const anchors = lasting.map((id) => anchor("asset", id));
  inspectLanguages(inspection, sound.source, languages, anchors);
  for (const file of languages.values()) {
    inspectWords(inspection, facts, file.words, "assets");
    inspectAlternatives(inspection, sound, file);
  }
  inspectShownEarly(inspection, facts, languages.values(), timed);
  if (!facts.whole || !publishAt) return undefined;
  const { assets } = facts.whole;
  return {
    ...publicationFacts(facts.whole, titlesOf(languages), publishAt),
    goals: [],
    licences: [...new Set(assets.map((asset) => asset.licence))],
    figures: [],
    statements: [],
    downloads: assets.map((asset) => baseName(asset.file)),
    ...(timed.length > 0 && { timedAssets: timed }),
  };
}

function inspectAssets<Whole>(inspection: Inspection, facts: Parsed<Whole, SoundKit>): void {
  const { problems, uses, unit } = inspection;
  const names = new Map<string, string>([[`${unit.slug}.zip`, "the whole kit"]]);
  facts.sound.assets?.forEach((asset, i) => {
    const at = spot(facts, "assets", i, "file");
    const name = baseName(asset.file).toLowerCase();
    const other = names.get(name);
    if (other)
      problems.error(at, {
        problem: `${baseName(asset.file)} is already the file name of ${other}`,
        expected: "a file name of its own, since all are downloaded into one folder",
      });
    names.set(name, asset.id);
    const media = namedFile(inspection, asset.file, at);
    const fits = MEDIA_TYPES[asset.kind];
    if (media && fits && !fits.test(media.mediaType))
      problems.error(spot(facts, "assets", i, "kind"), {
        problem: `${asset.file} is ${media.mediaType}, which is no ${asset.kind}`,
        expected: "the kind that the file is of",
      });
    uses.push({ to: "licence", id: asset.licence, ...spot(facts, "assets", i, "licence") });
    if (asset.poster) namedPicture(inspection, asset.poster, spot(facts, "assets", i, "poster"));
    for (const [language, captions] of Object.entries(asset.captions ?? {})) {
      const captionsAt = spot(facts, "assets", i, "captions", language);
      const file = namedFile(inspection, captions, captionsAt);
      if (file && file.mediaType !== "text/vtt")
        problems.error(captionsAt, {
          problem: `${captions} holds no captions`,
          expected: "a WebVTT file, .vtt",
        });
    }
  });
}

function inspectAlternatives<Whole>(
  { problems }: Inspection,
  { assets }: SoundKit,
  { words }: LanguageFile<Whole, SoundKitText>,
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
