import * as v from "valibot";
import { publicationParts, Reference } from "./parts.ts";

export const Figure = v.object({
  id: v.string(),
  /** As a reader says it: “almost 2,000”. */
  value: v.string(),
  number: v.number(),
  label: v.string(),
  source: v.string(),
  sourceUrl: v.optional(v.string()),
  /** Year, month or day. */
  asOf: v.string(),
  note: v.optional(v.string()),
  /** The newer figure, with the release that holds it; shown once that release is visible. */
  supersededBy: v.optional(v.object({ id: v.string(), value: v.string(), release: Reference })),
});
export type Figure = v.InferOutput<typeof Figure>;

export const Statement = v.object({
  id: v.string(),
  kind: v.picklist(["paraphrase", "quote"]),
  speaker: v.string(),
  role: v.string(),
  text: v.string(),
  /** Year, month or day. */
  date: v.string(),
});
export type Statement = v.InferOutput<typeof Statement>;

/** A target of the Sustainable Development Goals. */
export const Goal = v.object({ id: v.string(), title: v.string() });
export type Goal = v.InferOutput<typeof Goal>;

export const ReleaseDocument = v.object({
  kind: v.literal("release"),
  ...publicationParts,
  /** City of dispatch; the dateline is this and the date of publishAt in its zone. */
  city: v.string(),
  goals: v.array(Goal),
  figures: v.array(Figure),
  statements: v.array(Statement),
  /** Notes to editors as safe HTML. */
  notes: v.optional(v.string()),
  kit: v.optional(Reference),
  event: v.optional(Reference),
});
export type ReleaseDocument = v.InferOutput<typeof ReleaseDocument>;
