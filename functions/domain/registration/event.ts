import * as v from "valibot";
import { EventStatus, PublicPlace, Venue } from "../documents/event.ts";
import { Contact } from "../documents/parts.ts";
import { Instant } from "../instant.ts";
import { LANGUAGES, Language } from "../language.ts";
import { PeopleAsked } from "./person-fields.ts";
import { Question } from "./question.ts";

/** A place as registration sees it: those for invited people are among them. Its words are in RegistrationWords. */
export const RegistrationPlace = v.object({
  ...v.omit(PublicPlace, ["title", "note"]).entries,
  /** When the first of its sessions begins: nothing can be held beyond. */
  begins: Instant,
  /** When the last of its sessions ends. */
  ends: Instant,
  /** When its private address is told to those who come; only where it has one. */
  tell: v.optional(
    v.variant("when", [
      v.object({ when: v.literal("on-confirmation") }),
      v.object({ when: v.literal("after-approval") }),
      v.object({ when: v.literal("at"), at: Instant }),
    ]),
  ),
  /** What it asks of each person without words of the organiser's own. */
  people: v.optional(PeopleAsked),
});
export type RegistrationPlace = v.InferOutput<typeof RegistrationPlace>;

/** The words of an event in one language. */
export const RegistrationWords = v.object({
  language: Language,
  title: v.string(),
  /** Public path of the event. */
  path: v.string(),
  city: v.string(),
  venue: v.optional(Venue),
  sample: v.optional(v.string()),
  places: v.record(
    v.string(),
    v.object({
      title: v.string(),
      note: v.optional(v.string()),
      /** Private: `toldAddress` alone decides who reads these two. */
      address: v.optional(v.string()),
      directions: v.optional(v.string()),
    }),
  ),
  questions: v.record(
    v.string(),
    v.object({
      label: v.string(),
      hint: v.optional(v.string()),
      purpose: v.string(),
      options: v.record(v.string(), v.string()),
    }),
  ),
  /** The organisers' own words, by kind of mail. */
  mail: v.optional(
    v.record(v.string(), v.object({ subject: v.optional(v.string()), opening: v.optional(v.string()) })),
  ),
  /** Who answers questions about taking part. */
  contact: Contact,
});
export type RegistrationWords = v.InferOutput<typeof RegistrationWords>;

/**
 * An event as registration sees it: what is the same in every language, and the words of each. It is no public
 * document: it holds places for invited people, where one joins online, and addresses that only those who come are told.
 */
export const RegistrationEvent = v.object({
  kind: v.literal("registration-event"),
  id: v.string(),
  slug: v.string(),
  source: Language,
  publishAt: Instant,
  status: EventStatus,
  start: Instant,
  end: Instant,
  zone: v.string(),
  /** `{authority of the site}`, which ends the UIDs of calendar entries. */
  authority: v.string(),
  places: v.array(RegistrationPlace),
  /** Where confirmed people join, by online place. */
  joining: v.record(v.string(), v.string()),
  questions: v.array(Question),
  /** Who hears by mail of places that fill, approvals that are asked, mail that is refused, and the numbers of each day. */
  organisers: v.optional(v.array(v.object({ email: v.string(), language: Language }))),
  /** Hours before the start at which those confirmed are reminded. */
  reminderHours: v.number(),
  /** Days after the end until everything about a registration is erased or reduced to counts. */
  keepDays: v.number(),
  words: v.array(RegistrationWords),
  /** Set where words were taken out for safety: nobody is shown any more what stood here before. */
  redacted: v.optional(v.literal(true)),
});
export type RegistrationEvent = v.InferOutput<typeof RegistrationEvent>;

/** The words in a language, or in that of the source where it lacks them. */
export function eventWords(event: RegistrationEvent, language: Language): RegistrationWords {
  const order = [language, event.source, ...LANGUAGES];
  const words = order
    .map((each) => event.words.find((one) => one.language === each))
    .find((one) => one !== undefined);
  if (!words) throw new Error(`The event ${event.id} has no words in any language.`);
  return words;
}

export function placeIn(event: RegistrationEvent, id: string): RegistrationPlace | undefined {
  return event.places.find((place) => place.id === id);
}

/** Questions that a registration answers once if it chooses these places; `personQuestionsFor` gives those of each person. */
export function questionsFor(event: RegistrationEvent, places: readonly string[]): Question[] {
  return event.questions.filter((question) => question.asks === undefined && isAskedAt(question, places));
}

/** Whether a question belongs to one of these places. */
export const isAskedAt = (question: Pick<Question, "places">, places: readonly string[]): boolean =>
  question.places.length === 0 || question.places.some((id) => places.includes(id));

/** Whether one can register for a place now, and if not, why. */
export type PlaceStanding = "not-yet" | "open" | "closed" | "past" | "cancelled";

/**
 *     opens        closes        ends
 *     |  open      |  closed     |  past
 * ----[------------)-------------)----> time
 */
export function placeStanding(
  event: Pick<RegistrationEvent, "status">,
  { opens, closes, ends }: Pick<RegistrationPlace, "opens" | "closes" | "ends">,
  now: Instant,
): PlaceStanding {
  if (event.status === "cancelled") return "cancelled";
  if (ends <= now) return "past";
  if (now < opens) return "not-yet";
  return now < closes ? "open" : "closed";
}
