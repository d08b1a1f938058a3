import * as v from "valibot";
import { DIGITAL_SOURCE_TYPES } from "../digital-source-type.ts";
import { Language, LocalisedText } from "../language.ts";
import { Consent } from "./consent.ts";
import {
  CountryCode,
  FileName,
  Hash,
  LicenceId,
  LocalTime,
  languageFileFields,
  PartialDate,
  publicationFields,
  Text,
} from "./fields.ts";
import { Slug } from "./names.ts";
import { pictures } from "./picture-source.ts";

/** `content/media-kits/{slug}/kit.yaml`: what is the same in every language. The files stand beside it. */
export const KitSource = v.strictObject({
  ...publicationFields,
  pictures,
  assets: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(
          Slug,
          v.description(
            "Name of the asset: its anchor on the page, `#asset-{id}`, and its key in the language files; never changes.",
          ),
        ),
        file: v.pipe(
          FileName,
          v.description(
            "File beside kit.yaml, and the name under which it is downloaded. With `original`, the name alone.",
          ),
        ),
        original: v.optional(
          v.pipe(
            Hash,
            v.description(
              "SHA-256 of a file in the originals store, which `npm run originals -- add FILE` prints: for pictures of people and for large files, which do not belong into git.",
            ),
          ),
        ),
        kind: v.pipe(
          v.picklist(["photograph", "document", "graphic", "video", "audio"]),
          v.description("What it is."),
        ),
        language: v.optional(v.pipe(Language, v.description("Language of its words, if it has words."))),
        people: v.pipe(
          v.boolean("true or false"),
          v.description("Whether people can be recognised in it, seen or heard. `true` needs `consent`."),
        ),
        consent: v.optional(
          v.pipe(Consent, v.description("What they agreed to; without it nothing of them is published.")),
        ),
        creator: v.pipe(Text, v.description("Who made it.")),
        source: v.optional(
          v.pipe(
            Text,
            v.description("Who provides it; without it, the organisation in the language of the kit."),
          ),
        ),
        copyright: v.optional(
          v.pipe(
            Text,
            v.description(
              "Copyright notice; without it, © with the year and the creator. Under CC0 there is none.",
            ),
          ),
        ),
        created: v.pipe(PartialDate, v.description("When it was made.")),
        place: v.optional(
          v.pipe(
            v.strictObject({
              country: v.pipe(CountryCode, v.description("Two letters of ISO 3166-1, such as KZ.")),
              name: v.optional(
                v.pipe(LocalisedText, v.description("Town or region. Never for protected people.")),
              ),
            }),
            v.description("Where it was made, as words: coordinates are removed from every file."),
          ),
        ),
        digitalSourceType: v.optional(
          v.pipe(
            v.picklist(DIGITAL_SOURCE_TYPES),
            v.description(
              "How it came into being, in the terms of IPTC, such as digitalCapture or trainedAlgorithmicMedia.",
            ),
          ),
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
    v.maxLength(1000),
    v.description("The files, in the order in which the page shows them. None only if all were taken down."),
  ),
  takenDown: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          id: v.pipe(Slug, v.description("Id that the asset had.")),
          at: v.pipe(LocalTime, v.description("When it was taken down.")),
          files: v.pipe(
            v.array(v.pipe(Text, v.maxLength(120))),
            v.description("Names under which it was downloaded: their addresses answer 410 for good."),
          ),
        }),
      ),
      v.description(
        "Written by `npm run takedown`. Readers see the id and the time, so that they can delete their copies.",
      ),
    ),
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
        usageTerms: v.optional(
          v.pipe(Text, v.description("What one may do with it, when that is not what its licence says.")),
        ),
        specialInstructions: v.optional(
          v.pipe(
            Text,
            v.description(
              "What whoever publishes it must know: “Embargoed in print until …”, “Do not crop”.",
            ),
          ),
        ),
        alterations: v.optional(
          v.pipe(Text, v.description("What was done to it since it was made, or how it was generated.")),
        ),
        transcript: v.optional(v.pipe(Text, v.description("For video and audio: what is said and shown."))),
      }),
    ),
    v.description("For every asset of kit.yaml, by its id."),
  ),
});
export type KitText = v.InferOutput<typeof KitText>;
