import * as v from "valibot";
import { Language } from "../language.ts";
import { QUESTION_KINDS } from "../registration/question.ts";
import { Email, Text } from "./fields.ts";
import { Slug } from "./names.ts";

/** What content files say of registration beyond the places of an event. */

/** Days after an event, a year at the most: nobody needs to know longer who came. */
export const KeepDays = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366));

/** Days for which registrations are kept where site.yaml says nothing. */
export const USUAL_KEEP_DAYS = 90;
/** Hours before the start at which those confirmed are reminded where event.yaml says nothing. */
export const USUAL_REMINDER_HOURS = 24;

/** Who is told of registrations by mail, in `site.yaml` for every event or in `event.yaml` for one. */
export const Organisers = v.pipe(
  v.array(
    v.strictObject({
      email: v.pipe(Email, v.description("Where the email goes; no page shows it.")),
      language: v.pipe(Language, v.description("The language of the email.")),
    }),
  ),
  v.maxLength(10),
);
export type Organisers = v.InferOutput<typeof Organisers>;
const Demand = v.picklist(["required", "optional"]);

/** `people` of a place in `event.yaml`. */
export const PlacePeople = v.strictObject({
  position: v.optional(v.pipe(Demand, v.description("Position or office."))),
  organisation: v.optional(
    v.pipe(
      Demand,
      v.description(
        "Where the person works; it stands on their badge in place of the contact's organisation.",
      ),
    ),
  ),
  email: v.optional(
    v.pipe(Demand, v.description("The person's own address: kept and exported, and no mail goes to it.")),
  ),
});

/** `registration` of `event.yaml`. */
export const EventRegistration = v.strictObject({
  questions: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          id: v.pipe(
            Slug,
            v.description("Name of the question in the language files and in answers; never changes."),
          ),
          kind: v.pipe(
            v.picklist(QUESTION_KINDS),
            v.description(
              "How one answers: in one's own words, by one of `options`, by several of them, with yes or no, with a number, or with a date.",
            ),
          ),
          required: v.optional(
            v.pipe(v.boolean(), v.description("Whether one must answer in order to register.")),
            false,
          ),
          asks: v.optional(
            v.pipe(
              v.picklist(["registration", "person"]),
              v.description(
                "Whom it asks: whoever registers, once, or each person who takes part. At most five things are asked of each person, `people` of the places included.",
              ),
            ),
            "registration",
          ),
          places: v.optional(
            v.pipe(
              v.array(Slug),
              v.minLength(1),
              v.description("Places at which it is asked; without it, at all."),
            ),
          ),
          options: v.optional(
            v.pipe(
              v.array(Slug),
              v.minLength(2),
              v.description(
                "For `choice` and `several`: names of the answers to choose from, whose words stand in the language files.",
              ),
            ),
          ),
          when: v.optional(
            v.pipe(
              v.strictObject({
                question: v.pipe(
                  Slug,
                  v.description("An earlier question of the kind `choice`, `several` or `yes-no`."),
                ),
                is: v.pipe(
                  v.array(Slug),
                  v.minLength(1),
                  v.description("Its answers, of which one is enough: options, or `yes` or `no`."),
                ),
              }),
              v.description("Asks it only of those who gave another question one of these answers."),
            ),
          ),
          keepDays: v.optional(
            v.pipe(
              KeepDays,
              v.description(
                "Days after the event until the answers are erased; without it, and at most, those of site.yaml.",
              ),
            ),
          ),
        }),
      ),
      v.maxLength(10),
      v.description(
        "What the form asks besides name and address. Never whether someone is a victim or a survivor.",
      ),
    ),
  ),
  organisers: v.optional(
    v.pipe(
      Organisers,
      v.description(
        "Who is told by email that a place is full, that approval is asked, that mailboxes refuse, and every morning how many have registered: numbers, never names. Without it, those of site.yaml; `[]` is nobody.",
      ),
    ),
  ),
  reminderHours: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(336),
      v.description("Hours before the start at which those confirmed are reminded; without it, 24."),
    ),
    USUAL_REMINDER_HOURS,
  ),
});

/** `questions` of an event's language files. */
export const QuestionText = v.strictObject({
  label: v.pipe(Text, v.maxLength(200), v.description("The question.")),
  hint: v.optional(v.pipe(Text, v.description("What helps to answer it."))),
  purpose: v.pipe(
    Text,
    v.description("What the answer is needed for, in a sentence that stands beside the question."),
  ),
  options: v.optional(v.pipe(v.record(Slug, Text), v.description("For every option, by its id."))),
});

/** `mail` of an event's language files: of one kind of mail. */
export const OwnMailText = v.strictObject({
  subject: v.optional(
    v.pipe(Text, v.maxLength(150), v.description("The subject, instead of the usual one. One line.")),
  ),
  opening: v.optional(
    v.pipe(
      Text,
      v.maxLength(1500),
      v.description("What stands first, before the usual words, which stay: they hold what must be known."),
    ),
  ),
});

/**
 * Stems of words by which a question would ask whether someone was trafficked. Nobody has to tell that in order to take
 * part, and a list of those who did would put them in danger.
 */
const ASKING_FOR_VICTIMS = [
  ...["victim", "survivor", "trafficked"],
  ...["жертв", "пострадавш"],
  ...["құрбан", "зардап шек"],
];

/** The stem by which a text asks it, if it does. */
export function victimStemIn(text: string): string | undefined {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s-]+/g, " ");
  return ASKING_FOR_VICTIMS.find((stem) => plain.includes(stem));
}
