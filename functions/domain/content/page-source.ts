import * as v from "valibot";
import { Language } from "../language.ts";
import { languageFileFields, untoldRedactions } from "./fields.ts";
import { Id, Slug } from "./names.ts";
import { pictures } from "./picture-source.ts";

/** `content/pages/{slug}/page.yaml`: a page of the organisation. */
export const PageSource = v.strictObject({
  id: v.pipe(Id, v.description("UUID that never changes.")),
  source: v.pipe(Language, v.description("Language of the source text.")),
  contacts: v.optional(v.pipe(v.array(Slug), v.description("Contacts of site.yaml to show on it."))),
  pictures,
  redactions: untoldRedactions,
});
export type PageSource = v.InferOutput<typeof PageSource>;

/** Front matter of `content/pages/{slug}/{lang}.md`; the body below it is Markdown. */
export const PageText = v.strictObject({ ...languageFileFields });
export type PageText = v.InferOutput<typeof PageText>;
