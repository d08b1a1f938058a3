import type { KitSource } from "../../../../domain/content/kit-source.ts";
import type { ReleaseSource } from "../../../../domain/content/release-source.ts";
import type { SiteSource } from "../../../../domain/content/site-source.ts";
import { DEFAULT_LANGUAGE, type Language } from "../../../../domain/language.ts";
import type { ContentCache } from "../../../cache/content-cache.ts";
import type { CompileWork } from "../../../manifest.ts";
import { type CompileContext, organisationIn } from "../../index/compile-context.ts";
import { knownPictures } from "../../read/picture-answer.ts";
import type { SiteRead } from "../../read/site-read.ts";
import type { MediaObjects } from "../objects/media-objects.ts";
import type { PagePictures } from "./page-pictures.ts";
import { type PictureFolder, preparePictures } from "./prepare-pictures.ts";

/** What of a unit tells of its pictures. */
export interface UnitRead {
  readonly facts: Pick<ReleaseSource, "source" | "pictures"> &
    Partial<Pick<ReleaseSource, "image" | "zone">> &
    Partial<Pick<KitSource, "assets">>;
  readonly texts: ReadonlyMap<Language, { readonly body: string; readonly words: object }>;
}

/** Makes the pictures that a unit shows. */
export async function unitPictures(
  unit: PictureFolder,
  { facts, texts, context, media }: UnitRead & { context: CompileContext; media: MediaObjects },
  cache: ContentCache,
  work: Pick<CompileWork, "report" | "signal">,
): Promise<PagePictures> {
  const known = knownPictures(facts);
  const { licences, own } = context;
  const zone = facts.zone ?? context.zone;
  if (known.size === 0) return { prepared: new Map(), media, zone, licences, own };
  const order = {
    known,
    lead: facts.image,
    texts: [...texts.values()].flatMap(({ body, words }) => [body, notesIn(words)]),
    language: facts.source,
    credit: facts.image?.credit,
    licences,
    organisation: organisationIn(context),
  };
  return { prepared: await preparePictures(unit, order, cache, work), media, zone, licences, own };
}

/** A release has a second text in Markdown. */
const notesIn = (words: object): string =>
  "notes" in words && typeof words.notes === "string" ? words.notes : "";

/** Makes the picture that stands for the newsroom. */
export async function sitePictures(
  site: Pick<SiteRead, "path" | "media" | "renditions">,
  facts: SiteSource,
  media: MediaObjects,
  cache: ContentCache,
  work: Pick<CompileWork, "report" | "signal">,
): Promise<PagePictures> {
  const { licences, organisation, zone } = facts;
  const order = {
    known: knownPictures(facts),
    lead: facts.image,
    texts: [],
    language: DEFAULT_LANGUAGE,
    credit: undefined,
    licences,
    organisation,
  };
  const prepared = await preparePictures({ ...site, folder: "." }, order, cache, work);
  return { prepared, media, zone, licences };
}
