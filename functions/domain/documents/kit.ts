import * as v from "valibot";
import { Instant } from "../instant.ts";
import { Language } from "../language.ts";
import { isVisible } from "../visibility.ts";
import { kitTotalsAt, PlacedOwnTimes } from "./kit-times.ts";
import { publicationParts, Rendition } from "./parts.ts";

/** Assets a page of a kit shows. */
export const ASSETS_PER_PAGE = 48;

export const Licence = v.object({
  id: v.string(),
  name: v.string(),
  url: v.optional(v.string()),
  terms: v.string(),
});
export type Licence = v.InferOutput<typeof Licence>;

export const Asset = v.object({
  id: v.string(),
  /** Name of the file as it is downloaded. */
  file: v.string(),
  kind: v.picklist(["photograph", "document", "graphic", "video", "audio"]),
  language: v.optional(Language),
  mediaType: v.string(),
  bytes: v.number(),
  sha256: v.string(),
  /** Pixels, for photographs, bitmap graphics and vector graphics that say so. */
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  /** `/downloads/{kit}/{file}` */
  download: v.string(),
  /** `/media/{from}-{until}/{sha256}/{name}` */
  path: v.string(),
  headline: v.string(),
  caption: v.string(),
  alt: v.optional(v.string()),
  credit: v.string(),
  creator: v.string(),
  /** Year, month or day. */
  created: v.string(),
  alterations: v.optional(v.string()),
  licence: Licence,
  transcript: v.optional(v.string()),
  captions: v.array(v.object({ language: Language, path: v.string() })),
  poster: v.optional(v.string()),
  /** Of a bitmap, or of a video's poster. */
  thumbnail: v.optional(Rendition),
  /** That of the kit, or its own when that is later. */
  publishAt: Instant,
  until: v.optional(Instant),
});
export type Asset = v.InferOutput<typeof Asset>;

export const KitDocument = v.object({
  kind: v.literal("kit"),
  ...publicationParts,
  /** As stored, of all assets; as shown by `documentAt`, of those that are out. */
  assetCount: v.number(),
  totalBytes: v.number(),
  /** When some assets come later than the kit, or go. */
  ownTimes: v.optional(v.array(PlacedOwnTimes)),
  /** As stored, the first 48 of all; as shown, those of one page. */
  assets: v.array(Asset),
  /** Where the others stand: 48 by 48, the n-th from 2 on is the part n under this hash, a JSON array of assets. */
  pages: v.optional(v.object({ hash: v.string(), count: v.number() })),
});
export type KitDocument = v.InferOutput<typeof KitDocument>;

/** What a part of a kit holds. */
export const AssetPage = v.array(Asset);

/** Number of pages of a kit; at least 1. */
export function kitPages(assetCount: number): number {
  return Math.max(1, Math.ceil(assetCount / ASSETS_PER_PAGE));
}

/**
 * Positions, among all assets of the kit, of those that its page `page` shows at `now`; undefined when there is no
 * such page. Pages are made of what is out, so that none is short on account of what is not: while nothing is hidden,
 * a page is a part as stored, and otherwise it begins so much later as is hidden before it.
 */
export function positionsOfPage(kit: KitDocument, page: number, now: Instant): number[] | undefined {
  if (page > kitPages(kitTotalsAt(kit, now).assetCount)) return undefined;
  const hidden = new Set((kit.ownTimes ?? []).flatMap((times) => (isVisible(times, now) ? [] : times.at)));
  const shown: number[] = [];
  for (let position = 0; position < kit.assetCount; position++)
    if (!hidden.has(position)) shown.push(position);
  return shown.slice((page - 1) * ASSETS_PER_PAGE, page * ASSETS_PER_PAGE);
}
