import * as v from "valibot";
import { pagePath, publicationPath } from "../../../domain/addresses.ts";
import { Instant } from "../../../domain/instant.ts";
import type { UnitKind } from "../../../domain/kinds.ts";
import { Language, PartlyLocalisedText } from "../../../domain/language.ts";
import { RETIRE_VERBS } from "../../../domain/retire-verbs.ts";
import { Retraction } from "../../../domain/retraction.ts";

/** What reading a folder leaves behind: small enough to keep for ten thousand folders, and to store in the cache. */

const spot = { file: v.string(), line: v.number() };

/** A reference to something outside the folder, to be looked up when every folder has been read. */
export const ReferenceUse = v.object({
  to: v.picklist([
    "topic",
    "contact",
    "licence",
    /** One that can be taken back, since the consent can. */
    "revocable-licence",
    /** One under which somebody holds rights, since a text says so. */
    "reserved-licence",
    "goal",
    "series",
    "release",
    "event",
    "kit",
    "figure",
    "folder",
    "address",
    /** With its host, which may be our own. */
    "web-address",
  ]),
  id: v.string(),
  ...spot,
});
export type ReferenceUse = v.InferOutput<typeof ReferenceUse>;

/** An id that must be unique in the whole newsroom. */
export const Claim = v.object({
  what: v.picklist(["id", "figure", "statement"]),
  id: v.string(),
  ...spot,
});
export type Claim = v.InferOutput<typeof Claim>;

/** A time that must not lie ahead: what it tells of shows as soon as it is published. */
export const Moment = v.object({
  what: v.picklist(["correction", "leaving", "redaction", "consent", "takedown"]),
  at: Instant,
  ...spot,
});
export type Moment = v.InferOutput<typeof Moment>;

/** What other units need to know of one, and what it takes from others. */
export const UnitFacts = v.object({
  id: v.string(),
  source: Language,
  titles: PartlyLocalisedText,
  /** As the file says, even of a draft. */
  publishAt: Instant,
  draft: v.optional(v.boolean()),
  /** How it left, and the folder to which a redirect leads. */
  leaving: v.optional(v.object({ verb: v.picklist(RETIRE_VERBS), to: v.optional(v.string()) })),
  topics: v.array(v.string()),
  contacts: v.array(v.string()),
  goals: v.array(v.string()),
  licences: v.array(v.string()),
  related: v.array(v.string()),
  kit: v.optional(v.string()),
  event: v.optional(v.string()),
  /** Of an event. */
  edition: v.optional(v.object({ series: v.optional(v.string()), start: Instant, end: Instant })),
  figures: v.array(
    v.object({ id: v.string(), values: PartlyLocalisedText, supersededBy: v.optional(v.string()) }),
  ),
  statements: v.array(v.string()),
  /** Whether it says anything of pictures that it shows. */
  hasPictures: v.optional(v.boolean()),
  /** File names under `/downloads/{slug}/`. */
  downloads: v.array(v.string()),
  /** Assets that come later than their kit or go, each with its path in the folder and its name among the downloads. */
  timedAssets: v.optional(
    v.array(v.object({ id: v.string(), file: v.string(), download: v.string(), publishAt: Instant })),
  ),
});
export type UnitFacts = v.InferOutput<typeof UnitFacts>;

export const UnitRecord = v.object({
  /** Files with their folder within the content directory. */
  problems: v.array(v.object({ ...spot, message: v.string(), severity: v.picklist(["error", "warning"]) })),
  uses: v.array(ReferenceUse),
  claims: v.array(Claim),
  moments: v.array(Moment),
  /** Pictures that previews of it carry, by their SHA-256. */
  previews: v.array(v.object({ sha256: v.string(), ...spot })),
  /** Originals that it names and that are not on this machine. */
  absent: v.array(v.object({ original: v.string(), ...spot })),
  languages: v.array(Language),
  /** SHA-256 of files that show people who must not be found. */
  protectedFiles: v.array(v.string()),
  /** The same of files of which it cannot be read whom they show. */
  perhapsProtected: v.array(v.string()),
  /** Its id and the language of its source text, if they can be read, and what is to be less public, whatever is wrong with the rest. */
  id: v.optional(v.string()),
  source: v.optional(Language),
  retraction: v.optional(v.union([Retraction, v.literal("unreadable")])),
  /** There when nothing is wrong with the folder by itself. */
  facts: v.optional(UnitFacts),
});
export type UnitRecord = v.InferOutput<typeof UnitRecord>;

/** The public address of a unit in a language. */
export function unitPath(language: Language, kind: UnitKind, slug: string): string {
  return kind === "page" ? pagePath(language, slug) : publicationPath(language, kind, slug);
}
