import * as v from "valibot";
import { Instant } from "../instant.ts";
import { Language } from "../language.ts";
import { Contact, Translation } from "./parts.ts";

/** A page of the organisation. */
export const PageDocument = v.object({
  kind: v.literal("page"),
  id: v.string(),
  slug: v.string(),
  language: Language,
  path: v.string(),
  title: v.string(),
  summary: v.string(),
  html: v.string(),
  publishAt: Instant,
  contacts: v.array(Contact),
  translations: v.array(Translation),
});
export type PageDocument = v.InferOutput<typeof PageDocument>;
