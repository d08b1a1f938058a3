import * as v from "valibot";
import { FOLDER_PATTERN } from "../kinds.ts";
import { LANGUAGES, Language, LocalisedText } from "../language.ts";
import { isCountry } from "../naming.ts";
import { RETIRE_VERBS } from "../retire-verbs.ts";
import { Id, Slug } from "./names.ts";

/** Fields that several content files share. A description here becomes a row of docs/authoring.md. */

export const Text = v.pipe(v.string(), v.trim(), v.minLength(1, "text that is not empty"));
/** Name of a licence: as a slug, and with the dots of version numbers, such as cc-by-4.0. */
export const LicenceId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, "lower-case Latin letters, digits, single hyphens and dots"),
  v.maxLength(80, "at most 80 characters"),
);

/** A time on the clock of a zone, or with its own offset. Compile turns it into an Instant. */
export const LocalTime = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?$/,
    "a time such as 2020-07-30T11:00 (in the zone of the file) or 2020-07-30T11:00+06:00",
  ),
);

/** A year, a month or a day. */
export const PartialDate = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    "a date such as 2020, 2020-07 or 2020-07-30",
  ),
  v.check((date) => isCalendarDate(date), "a date that is in the calendar"),
);

/** A country by its code of ISO 3166-1 alpha-2, such as KZ. */
export const CountryCode = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}$/, "two capital letters such as KZ"),
  v.check((code) => isCountry(code), "a country of ISO 3166-1 such as KZ"),
);

/** A SHA-256 in hexadecimal digits. */
export const Hash = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/, "the 64 hexadecimal digits that `npm run originals -- add FILE` prints"),
);

export const Zone = v.pipe(
  v.string(),
  v.check((zone) => isZone(zone), "a time zone of the IANA database such as Asia/Almaty"),
);

export const WebAddress = v.pipe(
  v.string(),
  v.url("a web address such as https://example.org/"),
  v.startsWith("https://", "a web address that starts with https://"),
);
export const Email = v.pipe(v.string(), v.email("an email address such as press@example.org"));
export const Phone = v.pipe(
  v.string(),
  v.regex(/^\+[\d ()-]{6,24}$/, "a telephone number with its country code such as +7 7172 00 00 00"),
);

/** An address within the newsroom's own files: relative to the file that names it, without `..`. */
export const FileName = v.pipe(
  v.string(),
  v.regex(/^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._/-]*$/, "the name of a file in this folder such as photo-1.jpg"),
  v.maxLength(120),
);

/** What the front matter of every language file begins with. */
export const languageFileFields = {
  title: v.pipe(Text, v.maxLength(160), v.description("Headline, at most 160 characters.")),
  summary: v.pipe(
    Text,
    v.maxLength(400),
    v.description(
      "Stand-first: one or two sentences, at most 400 characters, also shown in lists, feeds and previews.",
    ),
  ),
  translationOf: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[0-9a-f]{16}$/, "the hash that `npm run reviewed` writes, 16 hexadecimal digits"),
      v.description(
        "In a translation: the hash of the source file it was made from. `npm run reviewed -- FILE` writes it; `check` warns when the source has changed since.",
      ),
    ),
  ),
};

/** A folder of content that readers can be sent to. */
const UnitFolder = v.pipe(
  v.string(),
  v.regex(
    new RegExp(`^(?:${FOLDER_PATTERN})/[a-z0-9]+(?:-[a-z0-9]+)*$`),
    "a folder of content such as releases/my-release",
  ),
);

const Redactions = v.array(
  v.strictObject({ at: v.pipe(LocalTime, v.description("When something was removed for safety.")) }),
);

/** Of pages and of site.yaml, on which no reader is told of it. */
export const untoldRedactions = v.optional(
  v.pipe(
    Redactions,
    v.description(
      "Written by `npm run redact`, so that no former copy of this file brings the words back. Readers see nothing of it.",
    ),
  ),
);

/** What releases, events and kits share in their YAML. */
export const publicationFields = {
  id: v.pipe(
    Id,
    v.description(
      "UUID that never changes, whatever happens to title, slug or date. `npm run new` makes one.",
    ),
  ),
  source: v.pipe(
    Language,
    v.description(
      `Language of the source text: ${LANGUAGES.join(", ")}. The other language files are translations of it.`,
    ),
  ),
  zone: v.optional(
    v.pipe(Zone, v.description("Time zone of the times in this file; without it, that of site.yaml.")),
  ),
  publishAt: v.pipe(
    LocalTime,
    v.description("First moment in public. Before it nothing of this exists for readers, under any address."),
  ),
  draft: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        "`true` while it waits for a sign-off: it is stored, but public to nobody, whatever publishAt says. `npm run embargo -- grant` lets named people see it.",
      ),
    ),
  ),
  topics: v.pipe(
    v.array(Slug),
    v.minLength(1, "at least one topic of site.yaml"),
    v.maxLength(12),
    v.description("Topics of site.yaml."),
  ),
  contacts: v.pipe(
    v.array(Slug),
    v.minLength(1, "at least one contact of site.yaml"),
    v.description("Press contacts of site.yaml."),
  ),
  related: v.optional(v.pipe(v.array(Slug), v.description("Slugs of releases to read next."))),
  corrections: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          at: v.pipe(LocalTime, v.description("When the correction was made.")),
          note: v.pipe(LocalisedText, v.description("What was corrected, for readers, in every language.")),
        }),
      ),
      v.description(
        "Public corrections, oldest first. Each shows on the page with its time, and moves `updated`.",
      ),
    ),
  ),
  leaving: v.optional(
    v.pipe(
      v.strictObject({
        verb: v.pipe(
          v.picklist(RETIRE_VERBS),
          v.description(
            "`withdraw`: the page stays, marked with the note, and leaves all lists. `gone`: the address answers 410. `redirect`: it leads to `to`.",
          ),
        ),
        at: v.pipe(
          LocalTime,
          v.description("When it left. It leaves with the publication, so not later than now."),
        ),
        note: v.optional(
          v.pipe(
            LocalisedText,
            v.description(
              "Why, for readers, in every language. Required for `withdraw`, not shown by `redirect`.",
            ),
          ),
        ),
        to: v.optional(
          v.pipe(
            UnitFolder,
            v.description("For `redirect`: the folder to which it leads, such as releases/my-release."),
          ),
        ),
      }),
      v.description(
        "How it left the newsroom. Written by `npm run withdraw`, `gone` and `redirect`, taken back by `npm run republish`. The folder stays, so that the address is never given to anything else.",
      ),
    ),
  ),
  redactions: v.optional(
    v.pipe(
      Redactions,
      v.description(
        "Written by `npm run redact`, which also removes the words from stored versions. Readers see the time and nothing more.",
      ),
    ),
  ),
  image: v.optional(
    v.pipe(
      v.strictObject({
        file: v.pipe(FileName, v.description("A picture beside this file, 1200 × 630 pixels for previews.")),
        alt: v.pipe(LocalisedText, v.description("What the picture shows, for those who cannot see it.")),
        credit: v.pipe(LocalisedText, v.description("Who made it.")),
      }),
      v.description("Picture for previews and the top of the page."),
    ),
  ),
};

/** A regular expression lets 31 April through. */
function isCalendarDate(date: string): boolean {
  const [year, month, day] = date.split("-").map(Number);
  if (year === undefined || month === undefined || day === undefined) return true;
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return /^[A-Z]\w+(\/[\w+-]+)*$/.test(zone);
  } catch {
    return false;
  }
}
