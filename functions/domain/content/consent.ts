import * as v from "valibot";
import { LocalTime, PartialDate, Text } from "./fields.ts";

/** What those who can be recognised agreed to. The paper itself is never here. */

/** For what: to be shown on this newsroom's pages, and to be downloaded and published by others. */
export const CONSENT_SCOPES = ["newsroom", "media", "social-media"] as const;

export const Consent = v.strictObject({
  scope: v.pipe(
    v.array(v.picklist(CONSENT_SCOPES)),
    v.minLength(1),
    v.description(
      "What they agreed to. A kit shows its files and gives them to the media, so both `newsroom` and `media` must be there.",
    ),
  ),
  date: v.pipe(PartialDate, v.description("When they agreed.")),
  ends: v.pipe(
    v.union(
      [v.picklist(["on-request", "never"]), LocalTime],
      "a time such as 2027-07-30T00:00, `on-request` or `never`",
    ),
    v.description(
      "A time: at that instant the file leaves pages, API and ZIP. `on-request`: until they take it back. `never`: they were told that it cannot be taken back. Only `never` goes with a licence that cannot be revoked.",
    ),
  ),
  givenBy: v.pipe(
    v.picklist(["adult", "guardian"]),
    v.description("Whether they agreed themselves, or a guardian did for them."),
  ),
  reviewedBy: v.pipe(
    Text,
    v.maxLength(80),
    v.description(
      "Who looked at the paper besides the one who took it: initials or a function. Not the creator.",
    ),
  ),
  reference: v.pipe(
    v.string(),
    v.regex(
      /^[A-Za-z]{0,6}[-/]?\d[\d/-]{0,20}$/,
      "a number such as C-2026-0142, which says nothing about the person",
    ),
    v.description("Number under which the paper is kept elsewhere. It must say nothing about the person."),
  ),
  protected: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        "`true` for survivors, witnesses and whoever else must not be found: shown only obscured, without name, at the level of the country, and never as preview of a page.",
      ),
    ),
  ),
  obscured: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        "For protected people: `true` once they are made unrecognisable in the pixels themselves, for good, in a file that replaced the first one.",
      ),
    ),
  ),
});
export type Consent = v.InferOutput<typeof Consent>;
