import * as v from "valibot";
import { Instant } from "../instant.ts";
import { Language } from "../language.ts";

/** A stretch of text that both versions have, or only one of them. */
export const TextRun = v.object({ type: v.picklist(["same", "added", "removed"]), text: v.string() });
export type TextRun = v.InferOutput<typeof TextRun>;

/** What one publication changed in a release that could be read already. */
export const TextChange = v.object({
  /** When the newer version was published. */
  at: Instant,
  /**
   * `correction`: announced with a note. `minor`: changes nothing of substance, and `updated` stays. `withdrawal` and
   * `return`: it left and came back. `safety`: something was removed to protect a person, and no difference is kept.
   */
  kind: v.picklist(["correction", "minor", "withdrawal", "return", "safety"]),
  /** The time that the correction or the withdrawal names. */
  of: v.optional(Instant),
  note: v.optional(v.string()),
  /**
   * What differs, paragraph by paragraph and only those that changed, as runs in the order of reading. Empty for
   * `safety`, and where words stayed as they were.
   */
  paragraphs: v.array(v.array(TextRun)),
});
export type TextChange = v.InferOutput<typeof TextChange>;

/** `/{lang}/releases/{slug}/changes`: kept beside the release, under its very path. */
export const ChangesDocument = v.object({
  kind: v.literal("changes"),
  /** Of the release. */
  path: v.string(),
  language: Language,
  /** Newest first. */
  changes: v.array(TextChange),
});
export type ChangesDocument = v.InferOutput<typeof ChangesDocument>;
