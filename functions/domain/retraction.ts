import * as v from "valibot";
import { Instant } from "./instant.ts";
import { PartlyLocalisedText } from "./language.ts";
import { RETIRE_VERBS } from "./retire-verbs.ts";

/**
 * Everything in the file of a publication by which less of it is public, as far as it can be read, whatever else in
 * the folder is wrong. It says how much may be public at most, never that anything is to be.
 */
export const Retraction = v.object({
  /** How it left; without `at`, at the moment of publication. A redirect without a folder leads nowhere: it is gone. */
  leaving: v.optional(
    v.object({
      verb: v.picklist(RETIRE_VERBS),
      at: v.optional(Instant),
      note: v.optional(PartlyLocalisedText),
      to: v.optional(v.string()),
    }),
  ),
  /** From when at the earliest it may be seen: `NEVER` for a draft, and where no time can be read. */
  withheldUntil: v.optional(Instant),
  /** Of a kit: the assets that may still be shown, each in its time. Left out when the list cannot be read. */
  assets: v.optional(
    v.array(v.object({ id: v.string(), from: v.optional(Instant), until: v.optional(Instant) })),
  ),
  /**
   * Pictures of pages that may still be shown, by the SHA-256 of their files, each until its end. Left out when nobody can
   * read what is said of them.
   */
  pictures: v.optional(v.array(v.object({ sha256: v.string(), until: v.optional(Instant) }))),
});
export type Retraction = v.InferOutput<typeof Retraction>;
export type PictureRetraction = NonNullable<Retraction["pictures"]>[number];
export type AssetRetraction = NonNullable<Retraction["assets"]>[number];
