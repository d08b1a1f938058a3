import * as v from "valibot";
import { DIGITAL_SOURCE_TYPES } from "../digital-source-type.ts";
import { LocalisedText } from "../language.ts";
import { Consent } from "./consent.ts";
import { FileName, LicenceId, LocalTime, PartialDate, Text } from "./fields.ts";

/**
 * Facts about a picture that a page shows: those that a kit has of its files. Withheld is the default: a picture of
 * which nobody said whether it shows people is published nowhere, and neither is one of people who did not agree.
 */
export const PictureSource = v.strictObject({
  file: v.pipe(FileName, v.description("The picture beside this file that these facts are about.")),
  people: v.optional(
    v.nullable(
      v.pipe(
        v.picklist(["none", "yes"]),
        v.description(
          "Whether people can be recognised in it: `none` or `yes`, which needs `consent`. Until somebody answers, the picture is not published.",
        ),
      ),
    ),
  ),
  consent: v.optional(
    v.pipe(Consent, v.description("What they agreed to; without it nothing of them is published.")),
  ),
  creator: v.optional(
    v.pipe(Text, v.description("Who made it; without it, whom the credit names in the source language.")),
  ),
  created: v.optional(v.pipe(PartialDate, v.description("When it was made."))),
  credit: v.optional(
    v.pipe(
      LocalisedText,
      v.description("How to credit it; without it, that of `image`, or the organisation."),
    ),
  ),
  licence: v.optional(
    v.pipe(LicenceId, v.description("Licence of site.yaml; without it nobody else may use the picture.")),
  ),
  digitalSourceType: v.optional(
    v.pipe(
      v.picklist(DIGITAL_SOURCE_TYPES),
      v.description("How it came into being, in the terms of IPTC, such as digitalCapture."),
    ),
  ),
  alterations: v.optional(
    v.pipe(LocalisedText, v.description("What was done to it since it was made, or how it was generated.")),
  ),
  publishAt: v.optional(
    v.pipe(LocalTime, v.description("From when it is shown, when that is later than its page.")),
  ),
  until: v.optional(
    v.pipe(
      LocalTime,
      v.description("When it is taken away, with its caption: from then on its address has no bytes."),
    ),
  ),
});
export type PictureSource = v.InferOutput<typeof PictureSource>;

/** Of every file that has pictures: a unit's YAML, and site.yaml. */
export const pictures = v.optional(
  v.pipe(
    v.array(PictureSource),
    v.maxLength(200),
    v.description(
      "Facts about the pictures that this unit shows, each by its file: the one of `image` and those in the texts. Files of a kit's `assets` have theirs there. `npm run migrate -- pictures` writes the questions.",
    ),
  ),
);
