import * as v from "valibot";
import { Language } from "../language.ts";
import { LocalTime, languageFileFields, publicationFields, Text, WebAddress } from "./fields.ts";
import { Slug } from "./names.ts";
import { pictures } from "./picture-source.ts";
import { EventRegistration, OwnMailText, PlacePeople, QuestionText } from "./registration-source.ts";

/** When a place's address is told: `on-confirmation`, `after-approval`, `at 2027-07-29T18:00`. */
const TellAddress = v.pipe(
  v.string(),
  v.regex(
    /^(?:on-confirmation|after-approval|at \d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)$/,
    "on-confirmation, after-approval, or at and a time such as at 2027-07-29T18:00",
  ),
);

/** The time in `at TIME`; undefined where another moment is named. */
export const disclosureTime = (tell: string): string | undefined => /^at (.+)$/.exec(tell)?.[1];

/** `content/events/{slug}/event.yaml`: what is the same in every language. */
export const EventSource = v.strictObject({
  ...publicationFields,
  pictures,
  status: v.optional(
    v.pipe(v.picklist(["scheduled", "cancelled", "postponed"]), v.description("Without it, `scheduled`.")),
    "scheduled",
  ),
  series: v.optional(v.pipe(Slug, v.description("Series of site.yaml of which this is an edition."))),
  start: v.pipe(LocalTime, v.description("When it begins, on the clock of its zone.")),
  end: v.pipe(LocalTime, v.description("When it ends.")),
  kit: v.optional(v.pipe(Slug, v.description("Slug of the media kit that belongs to it."))),
  sessions: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(Slug, v.description("Name of the session in the language files.")),
        start: v.pipe(LocalTime, v.description("When it begins.")),
        end: v.pipe(LocalTime, v.description("When it ends.")),
        languages: v.optional(v.pipe(v.array(Language), v.description("Languages spoken or interpreted."))),
      }),
    ),
    v.description("Parts of the programme, in order."),
  ),
  places: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          id: v.pipe(
            Slug,
            v.description("Name of the place in the language files and in registrations; never changes."),
          ),
          sessions: v.pipe(v.array(Slug), v.minLength(1), v.description("Sessions that it admits to.")),
          mode: v.pipe(v.picklist(["in-person", "online"]), v.description("How one takes part.")),
          audience: v.pipe(
            v.picklist(["press", "partner", "public", "invitation"]),
            v.description("Whom it is for; `invitation` is not listed."),
          ),
          capacity: v.pipe(
            v.number(),
            v.integer(),
            v.minValue(1),
            v.maxValue(100_000),
            v.description("Seats."),
          ),
          approval: v.optional(
            v.pipe(v.boolean(), v.description("Whether a press officer approves each registration.")),
            false,
          ),
          opens: v.optional(
            v.pipe(
              LocalTime,
              v.description("When registration opens; without it, with the event's publication."),
            ),
          ),
          closes: v.optional(
            v.pipe(
              LocalTime,
              v.description("When registration closes; without it, when the first of its sessions begins."),
            ),
          ),
          people: v.optional(
            v.pipe(
              PlacePeople,
              v.description(
                "What is asked of each person who takes part here, without words of your own: a list of a delegation fills these in.",
              ),
            ),
          ),
          tell: v.optional(
            v.pipe(
              TellAddress,
              v.description(
                "When those who come are told the place's address and directions, which the language files hold: `on-confirmation`, `after-approval`, or `at` and a time. Without it, after approval where the place asks for that.",
              ),
            ),
          ),
          joining: v.optional(
            v.pipe(
              WebAddress,
              v.description(
                "Where one joins online. Those whose registration is confirmed are told by email; no page, calendar or API shows it.",
              ),
            ),
          ),
        }),
      ),
      v.maxLength(16, "at most 16 places"), // with all of them booked at once a registration still is one transaction
      v.description("What one registers for."),
    ),
  ),
  registration: v.optional(v.pipe(EventRegistration, v.description("How one registers for the places."))),
  recording: v.optional(
    v.pipe(
      v.strictObject({
        url: v.pipe(WebAddress, v.description("Where the recording is shown.")),
        language: v.optional(v.pipe(v.array(Language), v.description("Languages spoken in it."))),
        publishAt: v.optional(
          v.pipe(LocalTime, v.description("When it came out; without it, when the event ended.")),
        ),
      }),
      v.description("Recording of a past event."),
    ),
  ),
});
export type EventSource = v.InferOutput<typeof EventSource>;

/** Front matter of `content/events/{slug}/{lang}.md`; the body below it is Markdown. */
export const EventText = v.strictObject({
  ...languageFileFields,
  city: v.pipe(Text, v.maxLength(60), v.description("City, as lists show it.")),
  venue: v.optional(
    v.pipe(
      v.strictObject({
        name: v.pipe(Text, v.description("Name of the venue.")),
        address: v.optional(v.pipe(Text, v.description("Street address."))),
      }),
      v.description("Where it is held, if in person."),
    ),
  ),
  sample: v.optional(
    v.pipe(
      Text,
      v.description(
        "A line that marks the event as an example; shown at the top of its page and in its calendar entry.",
      ),
    ),
  ),
  sessions: v.pipe(
    v.record(
      Slug,
      v.strictObject({
        title: v.pipe(Text, v.description("Title of the session.")),
        description: v.optional(v.pipe(Text, v.description("What it is about."))),
        speakers: v.optional(
          v.pipe(
            v.array(
              v.strictObject({
                name: v.pipe(Text, v.description("Name.")),
                role: v.optional(v.pipe(Text, v.description("Role and organisation."))),
              }),
            ),
            v.description("Who speaks, in order."),
          ),
        ),
      }),
    ),
    v.description("For every session of event.yaml, by its id."),
  ),
  places: v.optional(
    v.pipe(
      v.record(
        Slug,
        v.strictObject({
          title: v.pipe(Text, v.description("Name of the place as readers see it.")),
          note: v.optional(v.pipe(Text, v.description("What to bring, what to know."))),
          address: v.optional(
            v.pipe(
              Text,
              v.maxLength(200),
              v.description(
                "Where the place is, as a map finds it. Told to those who come, when `tell` says so, and to nobody else: no page, feed or API shows it. A venue that everybody may know stands under `venue`.",
              ),
            ),
          ),
          directions: v.optional(
            v.pipe(
              Text,
              v.maxLength(1000),
              v.description("How one gets there and in, told to the same people at the same time."),
            ),
          ),
        }),
      ),
      v.description("For every place of event.yaml, by its id."),
    ),
  ),
  questions: v.optional(
    v.pipe(
      v.record(Slug, QuestionText),
      v.description("For every question under registration in event.yaml, by its id."),
    ),
  ),
  mail: v.optional(
    v.pipe(
      v.record(Slug, OwnMailText),
      v.description(
        "Your own words in the emails of registration, by their kind, such as `confirmed` or `reminder`; `npm run registrations -- preview` shows each.",
      ),
    ),
  ),
  recording: v.optional(v.pipe(Text, v.description("Title of the recording."))),
});
export type EventText = v.InferOutput<typeof EventText>;
