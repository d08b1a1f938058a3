import type * as v from "valibot";
import { publicationPath } from "../../../domain/addresses.ts";
import { disclosureTime, type EventSource, type EventText } from "../../../domain/content/event-source.ts";
import { type EventRegistration, USUAL_REMINDER_HOURS } from "../../../domain/content/registration-source.ts";
import { NEVER } from "../../../domain/instant.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import {
  RegistrationEvent,
  type RegistrationPlace,
  type RegistrationWords,
} from "../../../domain/registration/event.ts";
import type { Question } from "../../../domain/registration/question.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import { storedValue } from "../../../storage/dynamodb/stored-value.ts";
import { REGISTRATION_EVENTS_PARTITION, registrationEventKey } from "../../../storage/newsroom/keys.ts";
import { item } from "../../../storage/newsroom/parts.ts";
import { instantIn } from "../read/local-time.ts";
import { contactsIn } from "./compilation.ts";
import { type EventPublication, type PlaceSource, registrationPlace } from "./compile-place.ts";
import { publishAtOf, textIn, zoneOf } from "./compile-publication.ts";

/**
 * The event as registration sees it, unless it has no places: those for invited people are among them, and where one
 * joins online. It stands at no address, and a draft is public at no time, whatever moment is planned.
 */
export function registrationEventItem(publication: EventPublication): NewsroomItem | undefined {
  const { places = [] } = publication.facts;
  return places.length > 0 ? itemOf(registrationEvent(publication)) : undefined;
}

/** Whether it is that item, which stands beside the event's address in the API and is served nowhere. */
export const isRegistrationItem = ({ key }: Pick<NewsroomItem, "key">): boolean =>
  key.pk === REGISTRATION_EVENTS_PARTITION;

/** The same of an event that has left the newsroom: those who registered are still to be told. */
export function cancelledRegistration({ key, body }: Pick<NewsroomItem, "key" | "body">): NewsroomItem {
  return itemOf({ ...storedValue(RegistrationEvent, body, key), status: "cancelled" });
}

function itemOf(event: RegistrationEvent): NewsroomItem {
  return item(registrationEventKey(event.id), JSON.stringify(event), event.publishAt);
}

function registrationEvent(publication: EventPublication): RegistrationEvent {
  const { slug, facts, texts, context } = publication;
  const { id, source, draft, status, start, end, places = [], registration, redactions = [] } = facts;
  const zone = zoneOf(publication);
  const { authority, keepDays } = context;
  const organisers = registration?.organisers ?? context.organisers ?? [];
  if (keepDays === undefined) throw new Error(`Nothing says how long registrations for ${slug} are kept.`);
  return {
    kind: "registration-event",
    id,
    slug,
    source,
    publishAt: draft ? NEVER : publishAtOf(publication),
    status,
    start: instantIn(start, zone),
    end: instantIn(end, zone),
    zone,
    authority,
    places: places.map((place) => {
      const tell = tellOf(publication, place);
      const { people } = place;
      return {
        ...registrationPlace(publication, place),
        ...(tell && { tell }),
        ...(people && Object.keys(people).length > 0 && { people }),
      };
    }),
    joining: Object.fromEntries(places.flatMap(({ id, joining }) => (joining ? [[id, joining]] : []))),
    questions: (registration?.questions ?? []).map((question) => questionOf(question, keepDays)),
    ...(organisers.length > 0 && { organisers }),
    reminderHours: registration?.reminderHours ?? USUAL_REMINDER_HOURS,
    keepDays,
    words: LANGUAGES.filter((language) => texts.has(language)).map((each) =>
      registrationWords(publication, each),
    ),
    ...(redactions.length > 0 && { redacted: true as const }),
  };
}

/** When the address of a place is told, where it has one in any language. */
function tellOf(
  publication: EventPublication,
  { id, tell, approval }: PlaceSource,
): RegistrationPlace["tell"] {
  const words = [...publication.texts.values()].map(({ words }) => words.places?.[id]);
  if (!words.some((each) => each?.address !== undefined || each?.directions !== undefined)) return undefined;
  if (tell === undefined) return approval ? { when: "after-approval" } : undefined;
  if (tell === "on-confirmation" || tell === "after-approval") return { when: tell };
  return { when: "at", at: instantIn(disclosureTime(tell) ?? "", zoneOf(publication)) };
}

type QuestionSource = NonNullable<v.InferOutput<typeof EventRegistration>["questions"]>[number];

/** With the registration everything of it goes, so no answer is kept longer. */
function questionOf(question: QuestionSource, longest: number): Question {
  const { id, kind, required, asks, places = [], options = [], when, keepDays = longest } = question;
  return {
    id,
    kind,
    required,
    ...(asks === "person" && { asks }),
    places,
    options,
    ...(when && { when }),
    keepDays: Math.min(keepDays, longest),
  };
}

function registrationWords(publication: EventPublication, language: Language): RegistrationWords {
  const { slug, facts, context } = publication;
  const { words } = textIn(publication, language);
  const [contact] = contactsIn(language, context);
  if (!contact) throw new Error(`${slug} has no contact.`);
  const { title, city, venue, sample } = words;
  return {
    language,
    title,
    path: publicationPath(language, "event", slug),
    city,
    ...(venue && { venue }),
    ...(sample !== undefined && { sample }),
    places: placeWords(facts, words),
    questions: questionWords(facts, words),
    ...(words.mail && { mail: words.mail }),
    contact,
  };
}

/** In the order of event.yaml: the same content, the same bytes. */
function placeWords({ places = [] }: EventSource, words: EventText): RegistrationWords["places"] {
  const all = places.map(({ id }) => {
    const { title = id, note, address, directions } = words.places?.[id] ?? {};
    const said = { title, ...(note !== undefined && { note }) };
    const told = {
      ...(address !== undefined && { address }),
      ...(directions !== undefined && { directions }),
    };
    return [id, { ...said, ...told }] as const;
  });
  return Object.fromEntries(all);
}

function questionWords({ registration }: EventSource, words: EventText): RegistrationWords["questions"] {
  const all = (registration?.questions ?? []).flatMap(({ id, options = [] }) => {
    const said = words.questions?.[id];
    if (!said) return [];
    const { label, hint, purpose } = said;
    const answers = options.map((option) => [option, said.options?.[option] ?? option]);
    const asked = { label, ...(hint !== undefined && { hint }), purpose };
    return [[id, { ...asked, options: Object.fromEntries(answers) }] as const];
  });
  return Object.fromEntries(all);
}
