import * as v from "valibot";
import { Language } from "../language.ts";
import {
  FileName,
  LicenceId,
  LocalTime,
  languageFileFields,
  PartialDate,
  publicationFields,
  Slug,
  Text,
} from "./fields.ts";

/** `content/media-kits/{slug}/kit.yaml`: what is the same in every language. The files stand beside it. */
export const KitSource = v.strictObject({
  ...publicationFields,
  assets: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(
          Slug,
          v.description(
            "Name of the asset: its anchor on the page, `#asset-{id}`, and its key in the language files; never changes.",
          ),
        ),
        file: v.pipe(FileName, v.description("File beside kit.yaml.")),
        kind: v.pipe(
          v.picklist(["photograph", "document", "graphic", "video", "audio"]),
          v.description("What it is."),
        ),
        language: v.optional(v.pipe(Language, v.description("Language of its words, if it has words."))),
        people: v.pipe(
          v.literal(
            false,
            "false: an asset that shows people needs a recorded consent, which this version cannot hold",
          ),
          v.description("Whether people can be recognised in it. Only `false` can be published."),
        ),
        creator: v.pipe(Text, v.description("Who made it.")),
        created: v.pipe(PartialDate, v.description("When it was made.")),
        alterations: v.optional(
          v.pipe(Text, v.description("What was done to it since, or how it was generated.")),
        ),
        licence: v.pipe(LicenceId, v.description("Licence of site.yaml.")),
        publishAt: v.optional(
          v.pipe(
            LocalTime,
            v.description(
              "First moment in public, when it is later than that of the kit. Before it nothing tells of it: no file, no words, no number.",
            ),
          ),
        ),
        until: v.optional(
          v.pipe(
            LocalTime,
            v.description(
              "Moment at which it is taken away: from then on nothing tells of it, and its address has no bytes.",
            ),
          ),
        ),
        captions: v.optional(
          v.pipe(
            v.record(Language, FileName),
            v.description("For video and audio: WebVTT captions beside kit.yaml, by language."),
          ),
        ),
        poster: v.optional(v.pipe(FileName, v.description("For video: a still beside kit.yaml."))),
      }),
    ),
    v.minLength(1),
    v.maxLength(1000),
    v.description("The files, in the order in which the page shows them."),
  ),
});
export type KitSource = v.InferOutput<typeof KitSource>;

/** Front matter of `content/media-kits/{slug}/{lang}.md`; the body below it is Markdown. */
export const KitText = v.strictObject({
  ...languageFileFields,
  assets: v.pipe(
    v.record(
      Slug,
      v.strictObject({
        headline: v.pipe(Text, v.maxLength(120), v.description("Short title.")),
        caption: v.pipe(Text, v.description("What it shows, for publication beside it.")),
        alt: v.optional(
          v.pipe(
            Text,
            v.description(
              "What it shows, for those who cannot see it. Required for photographs, graphics and video.",
            ),
          ),
        ),
        credit: v.pipe(Text, v.description("How to credit it.")),
        transcript: v.optional(v.pipe(Text, v.description("For video and audio: what is said and shown."))),
      }),
    ),
    v.description("For every asset of kit.yaml, by its id."),
  ),
});
export type KitText = v.InferOutput<typeof KitText>;
