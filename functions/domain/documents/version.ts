import * as v from "valibot";
import { Instant } from "../instant.ts";

/** A former version of a publication in one language, kept for the press office when another takes its place. */
export const Version = v.object({
  kind: v.literal("version"),
  /** Where it stood. */
  path: v.string(),
  title: v.string(),
  /** When it was published, and when the next one was. */
  writtenAt: Instant,
  replacedAt: Instant,
  /** Everything that could be read in it, as plain text. */
  text: v.string(),
});
export type Version = v.InferOutput<typeof Version>;

/** Longest text of a version in characters: what is longer is cut there and says so. */
export const VERSION_CHARACTERS = 100_000;
