import * as v from "valibot";
import { Language, LocalisedText } from "../language.ts";
import { Email, FileName, LicenceId, Phone, Text, untoldRedactions, WebAddress, Zone } from "./fields.ts";
import { Slug } from "./names.ts";
import { pictures } from "./picture-source.ts";
import { KeepDays, Organisers } from "./registration-source.ts";

/** `content/site.yaml`: the newsroom as a whole. */
export const SiteSource = v.strictObject({
  name: v.pipe(LocalisedText, v.description("Name of the newsroom.")),
  organisation: v.pipe(
    LocalisedText,
    v.description("Who publishes it; publisher in feeds and structured data."),
  ),
  tagline: v.pipe(LocalisedText, v.description("One sentence on the front page.")),
  notice: v.optional(
    v.pipe(
      LocalisedText,
      v.description("A line at the foot of every page, such as a note that this is sample content."),
    ),
  ),
  authority: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, "a domain of yours such as newsroom.example.org"),
    v.description(
      "A domain of yours that names calendar entries for good; it need not be the site's address and never changes.",
    ),
  ),
  zone: v.pipe(Zone, v.description("Time zone of files that name none.")),
  image: v.optional(
    v.pipe(
      v.strictObject({
        file: v.pipe(
          FileName,
          v.description(
            "Picture of 1200 × 630 pixels beside site.yaml, for previews of pages without one of their own.",
          ),
        ),
        alt: v.pipe(LocalisedText, v.description("What it shows.")),
      }),
      v.description("Picture for previews. Without it, pages without a picture of their own have none."),
    ),
  ),
  pictures,
  navigation: v.pipe(v.array(Slug), v.description("Pages at the top of every page, by slug, in order.")),
  topics: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(Slug, v.description("Name in addresses.")),
        title: v.pipe(LocalisedText, v.description("Name as readers see it.")),
        description: v.pipe(LocalisedText, v.description("One sentence at the top of its list.")),
      }),
    ),
    v.minLength(1),
    v.description("What releases are about."),
  ),
  goals: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          id: v.pipe(Text, v.description("Number of the target such as 5.2.")),
          title: v.pipe(LocalisedText, v.description("The target in a few words.")),
        }),
      ),
      v.description("Targets of the Sustainable Development Goals that releases name."),
    ),
  ),
  series: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          id: v.pipe(Slug, v.description("Name in addresses: /{lang}/series/{id}.")),
          title: v.pipe(LocalisedText, v.description("Name as readers see it.")),
        }),
      ),
      v.description("Events that come back."),
    ),
  ),
  contacts: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(Slug, v.description("Name that releases, events and kits refer to.")),
        name: v.pipe(LocalisedText, v.description("Who answers.")),
        role: v.optional(v.pipe(LocalisedText, v.description("What they do."))),
        phone: v.pipe(Phone, v.description("Telephone with country code.")),
        email: v.pipe(Email, v.description("Email address.")),
        hours: v.pipe(LocalisedText, v.description("When they answer, in the zone below.")),
        zone: v.optional(v.pipe(Zone, v.description("Zone of the hours; without it, the site's."))),
        languages: v.pipe(v.array(Language), v.minLength(1), v.description("Languages they speak.")),
      }),
    ),
    v.minLength(1),
    v.description("Press contacts."),
  ),
  follow: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          title: v.pipe(LocalisedText, v.description("What it is.")),
          href: v.pipe(WebAddress, v.description("Where it is.")),
        }),
      ),
      v.description("Other ways to follow the newsroom; its feeds and calendar are listed by themselves."),
    ),
  ),
  hub: v.optional(
    v.pipe(
      WebAddress,
      v.description(
        "WebSub hub that is told of every change in a feed, so that subscribers need not poll; feeds name it.",
      ),
    ),
  ),
  registration: v.optional(
    v.pipe(
      v.strictObject({
        keepDays: v.optional(
          v.pipe(
            KeepDays,
            v.description(
              "Days after an event until its registrations are erased or reduced to counts; without it, 90.",
            ),
          ),
        ),
        organisers: v.optional(
          v.pipe(
            Organisers,
            v.description(
              "Who is told by email, in numbers, how registration goes for every event that names nobody itself.",
            ),
          ),
        ),
      }),
      v.description("For all events."),
    ),
  ),
  licences: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(
          LicenceId,
          v.description("Name that kits refer to; for a public licence its SPDX identifier in lower case."),
        ),
        name: v.pipe(LocalisedText, v.description("Name as readers see it.")),
        url: v.optional(v.pipe(WebAddress, v.description("Its full text."))),
        terms: v.pipe(LocalisedText, v.description("What one may do with the file, in two sentences.")),
        revocable: v.optional(
          v.pipe(
            v.boolean(),
            v.description(
              "`true` when it can be taken back. Creative Commons licences cannot: they never go with consent that can end.",
            ),
          ),
        ),
      }),
    ),
    v.minLength(1),
    v.description("Terms under which files may be used."),
  ),
  security: v.pipe(
    v.strictObject({
      contact: v.pipe(
        v.union([Email, WebAddress]),
        v.description("Where to report a security problem, for security.txt."),
      ),
    }),
    v.description("For those who find a weakness."),
  ),
  redactions: untoldRedactions,
});
export type SiteSource = v.InferOutput<typeof SiteSource>;
