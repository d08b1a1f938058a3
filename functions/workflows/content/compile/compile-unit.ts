import { Problems } from "../../../domain/content/problem.ts";
import { type Instant, latest, NEVER } from "../../../domain/instant.ts";
import type { Language } from "../../../domain/language.ts";
import type { ContentCache } from "../../cache/content-cache.ts";
import type { CompileWork, ManifestContent } from "../../manifest.ts";
import type { CompileContext } from "../index/compile-context.ts";
import type { LanguageFile } from "../read/language-file.ts";
import type { LoadedUnit } from "../read/loaded-unit.ts";
import { instantIn } from "../read/local-time.ts";
import type { Parsed } from "../read/parse-source.ts";
import { type ReadUnit, readUnit } from "../read/read-unit.ts";
import { shownTimes } from "../read/shown-times.ts";
import { EVENT, KIT, PAGE, RELEASE } from "../read/source-files.ts";
import { type Compiled, redactionsIn } from "./compilation.ts";
import { compileEvent } from "./compile-event.ts";
import { compileKit } from "./compile-kit.ts";
import { compilePage } from "./compile-page.ts";
import { type KitPublication, type Publication, publishAtOf, zoneOf } from "./compile-publication.ts";
import { compileRelease } from "./compile-release.ts";
import { asDraft } from "./draft.ts";
import { makeArchives } from "./kit-archives.ts";
import { MediaObjects } from "./objects/media-objects.ts";
import { type UnitRead, unitPictures } from "./pictures/unit-pictures.ts";
import { prepareAssets } from "./prepare-assets.ts";
import { retiredOutput } from "./retirement.ts";

/** What compiling is given besides the content. */
export interface UnitWork extends CompileWork {
  readonly cache: ContentCache;
}

/**
 * Compiles a folder that was found right, from its files and its context and nothing else; only the archives of a
 * kit are those of a moment.
 */
export async function compileUnit(
  unit: LoadedUnit,
  context: CompileContext,
  work: UnitWork,
): Promise<ManifestContent> {
  const { slug } = unit;
  const withPictures = async <Read extends UnitRead>(found: Read, media: MediaObjects) => ({
    slug,
    context,
    media,
    pictures: await unitPictures(unit, { ...found, context, media }, work.cache, work),
    ...found,
  });
  const read = <Read extends UnitRead & Pick<Publication<unknown>, "facts">>(found: Read) =>
    withPictures(found, new MediaObjects(unit, { from: firstSeen(found.facts, context.zone) }));
  const problems = new Problems();
  switch (unit.kind) {
    case "release": {
      const release = { ...(await read(whole(readUnit(unit, RELEASE, problems)))), kind: "release" as const };
      return standing(release, compileRelease(release));
    }
    case "event": {
      const event = { ...(await read(whole(readUnit(unit, EVENT, problems)))), kind: "event" as const };
      return standing(event, compileEvent(event));
    }
    case "kit": {
      const kit = { ...(await read(whole(readUnit(unit, KIT, problems)))), kind: "kit" as const };
      const offered = asItLeft(kit);
      const prepared = await prepareAssets(offered, unit, work.cache, work);
      const { archives, renewAt } = await makeArchives(offered, prepared, work.cache, work);
      const compiled = standing(kit, compileKit(offered, prepared, archives));
      return { ...compiled, ...(renewAt && { renewAt }) };
    }
    case "page": {
      const page = await withPictures(whole(readUnit(unit, PAGE, problems)), new MediaObjects(unit));
      const compiled = compilePage(page);
      return { ...compiled, redactions: redactionsIn(page.facts, context.zone) };
    }
  }
}

/** When anyone may have the bytes: those of a draft at no time, whatever moment is planned for it. */
function firstSeen({ draft, publishAt, zone }: Publication<unknown>["facts"], siteZone: string): Instant {
  return draft ? NEVER : instantIn(publishAt, zone ?? siteZone);
}

/** A kit that has left keeps the files that were out by then: what would lift later never does. */
function asItLeft(kit: KitPublication): KitPublication {
  const { leaving, assets } = kit.facts;
  if (!leaving) return kit;
  const zone = zoneOf(kit);
  const leftAt = instantIn(leaving.at, zone);
  const times = (asset: (typeof assets)[number]) => shownTimes(asset, publishAtOf(kit), zone);
  const wasOut = (asset: (typeof assets)[number]) => {
    const { publishAt, until } = times(asset);
    return publishAt <= leftAt && (until === undefined || until > leftAt);
  };
  return { ...kit, facts: { ...kit.facts, assets: assets.filter(wasOut) } };
}

/** The publication as it stands with readers: public, a draft, or departed. */
function standing<Words>(publication: Publication<Words>, compiled: Compiled): ManifestContent {
  const { facts, context } = publication;
  const { draft, leaving, corrections = [] } = facts;
  const zone = zoneOf(publication);
  const correctedAt = latest(corrections.map(({ at }) => instantIn(at, zone)));
  const told = { ...compiled, redactions: redactionsIn(facts, zone), ...(correctedAt && { correctedAt }) };
  if (draft) return { ...told, ...asDraft(compiled) };
  if (!leaving) return told;
  const { successor } = context;
  const { verb, note } = leaving;
  const left = { verb, at: instantIn(leaving.at, zone) };
  return { ...told, ...retiredOutput(compiled, { ...left, note, successor }), left };
}

function whole<Facts, FactsSound, Words, WordsSound>({
  facts,
  languages,
}: ReadUnit<Facts, FactsSound, Words, WordsSound>): {
  facts: Facts;
  texts: Map<Language, { words: Words; body: string }>;
} {
  const texts = new Map<Language, { words: Words; body: string }>();
  for (const [language, file] of languages) texts.set(language, textOf(file));
  return { facts: sound(facts), texts };
}

function textOf<Words, Sound>(file: LanguageFile<Words, Sound>): { words: Words; body: string } {
  return { words: sound(file.words), body: file.body };
}

function sound<Whole, Sound>({ whole, file }: Parsed<Whole, Sound>): Whole {
  if (whole === undefined) throw new Error(`${file} was found right but is not`);
  return whole;
}
