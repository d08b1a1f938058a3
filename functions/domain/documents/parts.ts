import * as v from "valibot";
import { Instant } from "../instant.ts";
import { Language } from "../language.ts";

/** Parts that several documents carry. A document is one address in one language, as stored and as shown. */

/** The same document in another language. */
export const Translation = v.object({ language: Language, path: v.string() });
export type Translation = v.InferOutput<typeof Translation>;

/** A link to another document, with the instants of that document's own visibility. */
export const Reference = v.object({
  id: v.string(),
  path: v.string(),
  title: v.string(),
  /** Language of the title and of the document behind the path. */
  language: Language,
  publishAt: Instant,
  until: v.optional(Instant),
});
export type Reference = v.InferOutput<typeof Reference>;

export const Topic = v.object({ id: v.string(), title: v.string() });
export type Topic = v.InferOutput<typeof Topic>;

export const Contact = v.object({
  name: v.string(),
  role: v.optional(v.string()),
  /** As typed, with spaces; a `tel:` link drops them. */
  phone: v.string(),
  email: v.string(),
  hours: v.string(),
  zone: v.string(),
  languages: v.array(Language),
});
export type Contact = v.InferOutput<typeof Contact>;

/** A smaller form of a picture, in the media bucket. */
export const Rendition = v.object({
  /** Address of its bytes, `/media/…`. */
  path: v.string(),
  width: v.number(),
  height: v.number(),
  bytes: v.number(),
  mediaType: v.string(),
});
export type Rendition = v.InferOutput<typeof Rendition>;

/** A picture in the media bucket. */
export const Picture = v.object({
  /** Address of its bytes, `/media/…`. */
  path: v.string(),
  mediaType: v.string(),
  bytes: v.number(),
  width: v.number(),
  height: v.number(),
  alt: v.string(),
  credit: v.optional(v.string()),
  /** For pages; what shows a preview of a page takes the picture itself. */
  web: v.optional(Rendition),
  /** All forms for pages, the narrowest first, where there are several. */
  forms: v.optional(v.array(Rendition)),
});
export type Picture = v.InferOutput<typeof Picture>;

export const Correction = v.object({ at: Instant, note: v.string() });
export type Correction = v.InferOutput<typeof Correction>;

/** What a publication says that was withdrawn: it stays at its address, marked, and is in no list any more. */
export const Withdrawal = v.object({ at: Instant, note: v.string() });
export type Withdrawal = v.InferOutput<typeof Withdrawal>;

/** What every document of a publication carries. */
export const publicationParts = {
  /** UUID of the publication, the same in every language. */
  id: v.string(),
  /** UUID of this language's version, for feeds (`urn:uuid:`): derived from id and language, so it never changes. */
  entryId: v.string(),
  slug: v.string(),
  language: Language,
  path: v.string(),
  title: v.string(),
  summary: v.string(),
  /** The body as safe HTML; links within the newsroom are root-relative. */
  html: v.string(),
  publishAt: Instant,
  /** The instant of the latest correction, or publishAt. */
  updated: Instant,
  /** Zone in which its times are told. */
  zone: v.string(),
  topics: v.array(Topic),
  contacts: v.array(Contact),
  related: v.array(Reference),
  corrections: v.array(Correction),
  withdrawn: v.optional(Withdrawal),
  /** When details were removed for safety, oldest first; absent when none was. */
  redactedAt: v.optional(v.array(Instant)),
  image: v.optional(Picture),
  /** Every language in which it exists, this one included, in the order of LANGUAGES. */
  translations: v.array(Translation),
};
