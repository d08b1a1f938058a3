import * as v from "valibot";
import { Instant } from "../instant.ts";
import { Language } from "../language.ts";
import { isVisible } from "../visibility.ts";
import { Reference } from "./parts.ts";

/** Documents that are not pages of their own: they say where to go, or that there is nothing more. */

/** An old address: one permanent redirect to the present one. */
export const RedirectDocument = v.object({
  kind: v.literal("redirect"),
  path: v.string(),
  publishAt: Instant,
  to: v.string(),
});
export type RedirectDocument = v.InferOutput<typeof RedirectDocument>;

/** An address whose document has left for good: 410. */
export const GoneDocument = v.object({ kind: v.literal("gone"), path: v.string(), publishAt: Instant });
export type GoneDocument = v.InferOutput<typeof GoneDocument>;

/** A publication that does not exist in the language of this address: 404, with links to the languages that do. */
export const UntranslatedDocument = v.object({
  kind: v.literal("untranslated"),
  path: v.string(),
  language: Language,
  publishAt: Instant,
  translations: v.array(Reference),
});
export type UntranslatedDocument = v.InferOutput<typeof UntranslatedDocument>;

/** The address of a series: redirects to its current edition. */
export const SeriesDocument = v.object({
  kind: v.literal("series"),
  path: v.string(),
  publishAt: Instant,
  editions: v.array(v.object({ ...Reference.entries, start: Instant, end: Instant })),
});
export type SeriesDocument = v.InferOutput<typeof SeriesDocument>;

/** A file of a kit: `/downloads/{kit}/{file}` counts and redirects to its bytes. */
export const DownloadDocument = v.object({
  kind: v.literal("download"),
  path: v.string(),
  publishAt: Instant,
  until: v.optional(Instant),
  /** What is counted: a rendition of an asset, or a ZIP. */
  rendition: v.picklist(["original", "web-jpeg", "web-webp", "kit", "photographs"]),
  /** Where the bytes are, each in its own window; a ZIP is another one after each change of the kit. */
  targets: v.array(v.object({ publishAt: Instant, until: v.optional(Instant), to: v.string() })),
});
export type DownloadDocument = v.InferOutput<typeof DownloadDocument>;

/** Where the bytes are at `now`; undefined when there are none then. */
export function downloadTarget({ targets }: DownloadDocument, now: Instant): string | undefined {
  return targets.find((target) => isVisible(target, now))?.to;
}

/** `/api/v1/{kind}/{id}` of a release, an event or a kit: where its document stands in each language. */
export const PointerDocument = v.object({
  kind: v.literal("pointer"),
  path: v.string(),
  publishAt: Instant,
  translations: v.array(v.object({ language: Language, path: v.string() })),
});
export type PointerDocument = v.InferOutput<typeof PointerDocument>;

/** The edition of a series to send readers to: the next or running one, else the latest; undefined when none is visible. */
export function currentEdition(
  series: SeriesDocument,
  now: Instant,
): SeriesDocument["editions"][number] | undefined {
  const visible = series.editions.filter((edition) => edition.publishAt <= now);
  const ahead = visible.filter((edition) => edition.end > now).sort((a, b) => (a.end < b.end ? -1 : 1));
  const past = visible.filter((edition) => edition.end <= now).sort((a, b) => (a.end > b.end ? -1 : 1));
  return ahead[0] ?? past[0];
}
