import * as v from "valibot";
import { languageFileFields, PartialDate, publicationFields, Text, WebAddress } from "./fields.ts";
import { Slug } from "./names.ts";
import { pictures } from "./picture-source.ts";

/** `content/releases/{slug}/release.yaml`: what is the same in every language. */
export const ReleaseSource = v.strictObject({
  ...publicationFields,
  pictures,
  goals: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.regex(/^\d{1,2}\.[0-9a-z]{1,2}$/, "a target such as 5.2"))),
      v.description(
        "Targets of the Sustainable Development Goals that the release touches, each listed in site.yaml.",
      ),
    ),
  ),
  kit: v.optional(v.pipe(Slug, v.description("Slug of the media kit that belongs to it."))),
  event: v.optional(v.pipe(Slug, v.description("Slug of the event it is about."))),
  figures: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          id: v.pipe(
            Slug,
            v.description(
              "Name of the figure in addresses and in the language files; unique in the whole newsroom.",
            ),
          ),
          number: v.pipe(
            v.number(),
            v.description("The number itself. `check` warns when a language's text does not contain it."),
          ),
          asOf: v.pipe(PartialDate, v.description("The date for which it holds: year, month or day.")),
          sourceUrl: v.optional(v.pipe(WebAddress, v.description("Where the source publishes it."))),
          supersededBy: v.optional(
            v.pipe(Slug, v.description("Id of the newer figure that replaces it; the page then says so.")),
          ),
        }),
      ),
      v.description("Figures one can cite. Their words stand in the language files under `figures`."),
    ),
  ),
  statements: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          id: v.pipe(
            Slug,
            v.description(
              "Name of the statement in addresses and in the language files; unique in the whole newsroom.",
            ),
          ),
          kind: v.pipe(
            v.picklist(["paraphrase", "quote"]),
            v.description(
              "`quote` only for words on record; everything else is a `paraphrase` and is shown as such.",
            ),
          ),
          date: v.optional(
            v.pipe(PartialDate, v.description("When it was said; without it, the day of the release.")),
          ),
        }),
      ),
      v.description("What people said. Their words stand in the language files under `statements`."),
    ),
  ),
});
export type ReleaseSource = v.InferOutput<typeof ReleaseSource>;

/** Front matter of `content/releases/{slug}/{lang}.md`; the body below it is Markdown. */
export const ReleaseText = v.strictObject({
  ...languageFileFields,
  city: v.pipe(Text, v.maxLength(60), v.description("City of dispatch, as the dateline shows it.")),
  figures: v.optional(
    v.pipe(
      v.record(
        Slug,
        v.strictObject({
          value: v.pipe(
            Text,
            v.maxLength(60),
            v.description("The value as a reader says it: “almost 2,000”."),
          ),
          label: v.pipe(Text, v.maxLength(300), v.description("What it counts.")),
          source: v.pipe(Text, v.maxLength(300), v.description("Who says so.")),
          note: v.optional(
            v.pipe(Text, v.maxLength(1000), v.description("What one must know to use it rightly.")),
          ),
        }),
      ),
      v.description("For every figure of release.yaml, by its id."),
    ),
  ),
  statements: v.optional(
    v.pipe(
      v.record(
        Slug,
        v.strictObject({
          speaker: v.pipe(Text, v.maxLength(160), v.description("Name of the speaker in this language.")),
          role: v.pipe(Text, v.maxLength(300), v.description("Role and organisation.")),
          text: v.pipe(
            Text,
            v.maxLength(4000),
            v.description("What was said: the paraphrase, or the quotation without quotation marks."),
          ),
        }),
      ),
      v.description("For every statement of release.yaml, by its id."),
    ),
  ),
  notes: v.optional(v.pipe(Text, v.description("Notes to editors, in Markdown."))),
});
export type ReleaseText = v.InferOutput<typeof ReleaseText>;
