import * as v from "valibot";
import { Instant } from "../instant.ts";
import { Language } from "../language.ts";
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
  /** `/media/{sha256}/{name}` */
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
  publishAt: Instant,
  until: v.optional(Instant),
});
export type Asset = v.InferOutput<typeof Asset>;

export const KitDocument = v.object({
  kind: v.literal("kit"),
  ...publicationParts,
  assetCount: v.number(),
  totalBytes: v.number(),
  /** The assets of the first page. */
  assets: v.array(Asset),
  /** Where the further pages stand: page n, from 2 on, is the part n under this hash, a JSON array of assets. */
  pages: v.optional(v.object({ hash: v.string(), count: v.number() })),
});
export type KitDocument = v.InferOutput<typeof KitDocument>;

/** What a part of a kit holds: the assets of one further page. */
export const AssetPage = v.array(Asset);

/** Number of pages of a kit; at least 1. */
export function kitPages(assetCount: number): number {
  return Math.max(1, Math.ceil(assetCount / ASSETS_PER_PAGE));
}
