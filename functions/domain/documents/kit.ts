import * as v from "valibot";
import { DIGITAL_SOURCE_TYPES } from "../digital-source-type.ts";
import { Instant } from "../instant.ts";
import { Language } from "../language.ts";
import { isVisible } from "../visibility.ts";
import { kitTotalsAt, PlacedOwnTimes } from "./kit-times.ts";
import { publicationParts } from "./parts.ts";

/** Assets a page of a kit shows. */
export const ASSETS_PER_PAGE = 48;

export const Licence = v.object({
  id: v.string(),
  name: v.string(),
  url: v.optional(v.string()),
  terms: v.string(),
});
export type Licence = v.InferOutput<typeof Licence>;

/** A file that one can have of an asset. */
export const AssetRendition = v.object({
  /**
   * `original`: the file at full quality. `web-jpeg`, `web-webp`: a picture of at most 1600 pixels, sRGB. `thumbnail`: shown on
   * the page only, so it has no `download`.
   */
  name: v.picklist(["original", "web-jpeg", "web-webp", "thumbnail"]),
  mediaType: v.string(),
  bytes: v.number(),
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  /** `/media/{from}-{until}/{sha256}/{name}`; `hashOf` tells its SHA-256. */
  path: v.string(),
  /** `/downloads/{kit}/{file}` */
  download: v.optional(v.string()),
});
export type AssetRendition = v.InferOutput<typeof AssetRendition>;

export const Asset = v.object({
  id: v.string(),
  /** Name of the file as it is downloaded. */
  file: v.string(),
  kind: v.picklist(["photograph", "document", "graphic", "video", "audio"]),
  language: v.optional(Language),
  /** The original first. */
  renditions: v.array(AssetRendition),
  /** Seconds, of video and audio. */
  duration: v.optional(v.number()),
  headline: v.string(),
  caption: v.string(),
  alt: v.optional(v.string()),
  credit: v.string(),
  creator: v.string(),
  source: v.string(),
  copyright: v.string(),
  /** Year, month or day. */
  created: v.string(),
  /** Two letters of ISO 3166-1, and a name within the country. */
  place: v.optional(v.object({ country: v.string(), name: v.optional(v.string()) })),
  digitalSourceType: v.optional(v.picklist(DIGITAL_SOURCE_TYPES)),
  alterations: v.optional(v.string()),
  specialInstructions: v.optional(v.string()),
  licence: Licence,
  /** Its own, or those of its licence. */
  usageTerms: v.string(),
  transcript: v.optional(v.string()),
  captions: v.array(v.object({ language: Language, path: v.string() })),
  poster: v.optional(v.string()),
  /** Whether people can be recognised in it; not said before 0.2. */
  people: v.optional(v.boolean()),
  /** Shows people who must not be found: never a preview of anything. */
  protected: v.optional(v.literal(true)),
  /** That of the kit, or its own when that is later. */
  publishAt: Instant,
  /** When it ends, or the consent of those in it. */
  until: v.optional(Instant),
});
export type Asset = v.InferOutput<typeof Asset>;

/** A ZIP of the kit, as it is in one window of time. */
export const Archive = v.object({
  /** `kit`: every file. `photographs`: those alone. */
  name: v.picklist(["kit", "photographs"]),
  /** Name of the file as it is downloaded. */
  file: v.string(),
  fileCount: v.number(),
  bytes: v.number(),
  path: v.string(),
  download: v.string(),
  publishAt: Instant,
  until: v.optional(Instant),
});
export type Archive = v.InferOutput<typeof Archive>;

/** What readers know of a file that was taken down: enough to delete their copies. */
export const TakenDown = v.object({ id: v.string(), at: Instant });
export type TakenDown = v.InferOutput<typeof TakenDown>;

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
  /** As stored, for now and for after the next change; as shown, those of now. */
  archives: v.array(Archive),
  takenDown: v.optional(v.array(TakenDown)),
  /** Where the others stand: 48 by 48, the n-th from 2 on is the part n under this hash, a JSON array of assets. */
  pages: v.optional(v.object({ hash: v.string(), count: v.number() })),
});
export type KitDocument = v.InferOutput<typeof KitDocument>;

/** The file at full quality, which every asset has. */
export function originalOf({ renditions }: Asset): AssetRendition {
  const original = renditions.find(({ name }) => name === "original");
  if (!original) throw new Error("An asset has no original.");
  return original;
}

export function thumbnailOf({ renditions }: Asset): AssetRendition | undefined {
  return renditions.find(({ name }) => name === "thumbnail");
}

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
