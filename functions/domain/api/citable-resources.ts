import * as v from "valibot";
import { Language } from "../language.ts";
import { Association, address, instant, Links, partialDate, text } from "./resource-parts.ts";

/** What figures and statements have in common: a place on the page of a release. */
const citable = {
  id: text("Name of it, unique in the newsroom; never changes."),
  uri: address("Identifier in this language: its anchor on the page of its release."),
  language: v.pipe(Language, v.description("Language of the words.")),
  embargoedUntil: instant("When it was published: until then it exists nowhere in this API."),
  citation: text("Ready to paste: what, as of when, by whom, published where."),
  links: Links,
};

/** A release names itself once; figures and statements on their own name their release. */
const release = v.optional(Association);

export const FigureResource = v.object({
  ...citable,
  value: text("As a reader says it: “almost 2,000”."),
  number: v.pipe(v.number(), v.description("The number itself.")),
  label: text("What it counts."),
  source: text("Who says so."),
  sourceUrl: v.optional(address("Where the source publishes it.")),
  asOf: partialDate("Year, month or day for which it holds."),
  note: v.optional(text("What one must know to use it rightly.")),
  supersededBy: v.optional(
    v.pipe(
      v.object({ id: v.string(), value: v.string(), links: Links }),
      v.description("The newer figure that replaces it."),
    ),
  ),
  release,
});
export type FigureResource = v.InferOutput<typeof FigureResource>;

export const StatementResource = v.object({
  ...citable,
  kind: v.pipe(
    v.picklist(["paraphrase", "quote"]),
    v.description("A `quote` is words on record. A `paraphrase` must not be put in quotation marks."),
  ),
  speaker: text("Name of the speaker."),
  role: text("Role and organisation."),
  text: text("What was said, without quotation marks."),
  date: partialDate("Year, month or day on which it was said."),
  release,
});
export type StatementResource = v.InferOutput<typeof StatementResource>;
