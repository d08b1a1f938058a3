import * as v from "valibot";
import { Instant } from "../instant.ts";
import { FigureEntry, StatementEntry } from "./listing.ts";

/** `/api/v1/figures/{id}`: the figure in every language of its release, in the order of LANGUAGES. */
export const FigureRecord = v.object({
  kind: v.literal("figure-record"),
  path: v.string(),
  publishAt: Instant,
  translations: v.array(FigureEntry),
});
export type FigureRecord = v.InferOutput<typeof FigureRecord>;

/** `/api/v1/statements/{id}`: the statement in every language of its release, in the order of LANGUAGES. */
export const StatementRecord = v.object({
  kind: v.literal("statement-record"),
  path: v.string(),
  publishAt: Instant,
  translations: v.array(StatementEntry),
});
export type StatementRecord = v.InferOutput<typeof StatementRecord>;
