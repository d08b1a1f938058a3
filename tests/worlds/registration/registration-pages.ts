import { publicationPath, registerPath } from "../../../functions/domain/addresses.ts";
import { addSeconds, type Instant } from "../../../functions/domain/instant.ts";
import { LANGUAGES, type Language } from "../../../functions/domain/language.ts";
import {
  BOOKING_STATES,
  type Booking,
  type BookingState,
} from "../../../functions/domain/registration/booking.ts";
import { placeStanding, type RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { checkForm } from "../../../functions/domain/registration/form/check-form.ts";
import {
  emptyForm,
  FEWEST_ROWS,
  FIELDS,
  type Fields,
  readForm,
  rowsOf,
} from "../../../functions/domain/registration/form/form.ts";
import type { Question } from "../../../functions/domain/registration/question.ts";
import type { Registration } from "../../../functions/domain/registration/registration.ts";
import type { Availability } from "../../../functions/domain/registration/seats.ts";
import type { PageContext } from "../../../functions/rendering/pages/frame/page-context.ts";
import { requestRefusalPage } from "../../../functions/rendering/pages/problems/request-refusal-page.tsx";
import {
  type CheckMailFacts,
  CODE_FIELD,
  checkMailPage,
} from "../../../functions/rendering/pages/registration/check-mail-page.tsx";
import {
  type DetailsPageFacts,
  detailsPage,
} from "../../../functions/rendering/pages/registration/details-page.tsx";
import type { FormPageFacts } from "../../../functions/rendering/pages/registration/form/form-page-facts.ts";
import { registrationFormPage } from "../../../functions/rendering/pages/registration/form/registration-form-page.tsx";
import {
  type GuestPageFacts,
  guestPage,
} from "../../../functions/rendering/pages/registration/guest-page.tsx";
import {
  type GuestsPageFacts,
  guestsPage,
} from "../../../functions/rendering/pages/registration/guests-page.tsx";
import { invitationPage } from "../../../functions/rendering/pages/registration/invitation-page.tsx";
import {
  type NeedsPageFacts,
  needsPage,
} from "../../../functions/rendering/pages/registration/needs-page.tsx";
import {
  closedLinkPage,
  deletedPage,
  questionPage,
} from "../../../functions/rendering/pages/registration/question-page.tsx";
import { registrationPage } from "../../../functions/rendering/pages/registration/registration-page.tsx";
import type {
  RegistrationPageFacts,
  TypedPlace,
} from "../../../functions/rendering/pages/registration/registration-page-facts.ts";
import { contact, uuid } from "../documents/parts.ts";
import { REGISTRATION_TEXTS } from "../documents/texts/registration.ts";
import { pageContext } from "../reading/every-page.ts";
import { BEGINS, eventOf, OPENED, placeOf } from "./registration-events.ts";

/** A day on which registration is open, except for the evening. */
export const REGISTERING: Instant = "2027-07-01T05:00:00Z";
/** A token as long as they are. */
const TOKEN = "t".repeat(75);

/** An event with real words in every language: a hall, seats for the press, a stream, and an evening that opens later. */
export function fullEvent(changes: Partial<RegistrationEvent> = {}): RegistrationEvent {
  const places = [
    placeOf("hall", { capacity: 100 }),
    placeOf("press", { audience: "press", approval: true }),
    placeOf("stream", { mode: "online" }),
    placeOf("evening", {
      audience: "partner",
      opens: "2027-07-10T05:00:00Z",
      ends: addSeconds(BEGINS, 86_400),
    }),
  ];
  return eventOf(places, {
    id: uuid(41),
    slug: "world-day-2027",
    joining: { stream: "https://video.example/room" },
    questions: [
      question("interview", { places: ["press"] }),
      question("meal", { kind: "choice", required: true, options: ["any", "vegetarian", "none"] }),
      question("interpreter", { kind: "yes-no" }),
    ],
    words: LANGUAGES.map((language) => ({
      ...REGISTRATION_TEXTS[language],
      language,
      path: publicationPath(language, "event", "world-day-2027"),
      contact: contact(language),
    })),
    ...changes,
  });
}

function question(id: string, changes: Partial<Question>): Question {
  return { id, kind: "text", required: false, places: [], options: [], keepDays: 7, ...changes };
}

const AVAILABILITY: Record<string, Availability> = { hall: "many", press: "few", stream: "waiting-list" };

/** The page with the form; untouched where the test says nothing else. */
export function formPage(
  language: Language,
  changes: Partial<FormPageFacts> = {},
  { now = REGISTERING }: { now?: Instant } = {},
): string {
  const event = changes.event ?? fullEvent();
  return registrationFormPage(at(language, now), {
    event,
    places: event.places.map((place) => ({
      id: place.id,
      standing: placeStanding(event, place, now),
      availability: AVAILABILITY[place.id] ?? "many",
    })),
    values: emptyForm(language),
    errors: [],
    formToken: "a-form-token",
    action: registerPath(language, event.slug),
    rows: FEWEST_ROWS,
    ...changes,
  });
}

/** The page after a form was sent with these fields. */
export function sentFormPage(
  language: Language,
  fields: Fields,
  changes: Partial<FormPageFacts> = {},
): string {
  const values = readForm(fields);
  const { errors = [] } = checkForm(values, fullEvent(), ["hall", "press", "stream"]);
  return formPage(language, { values, errors, rows: rowsOf(fields), ...changes });
}

/** A form in which everything is wrong that can be. */
export const WRONG: Fields = {
  [FIELDS.places]: ["press", "gone"],
  [FIELDS.name]: ["a".repeat(121)],
  [FIELDS.email]: ["aigul@"],
  [FIELDS.phone]: ["call me"],
  "person-2-badge": ["Dana"],
  [FIELDS.delegation]: [Array.from({ length: 30 }, (_, i) => `Person ${i}`).join("\n")],
  "answer-interpreter": ["perhaps"],
  [FIELDS.needs]: ["A seat at the front"],
  [FIELDS.language]: ["kk"],
};

export function mailPage(language: Language, changes: Partial<CheckMailFacts> = {}): string {
  const facts = { event: fullEvent(), address: "aigul.serik@example.org", errors: [], ...changes };
  return checkMailPage(at(language), facts);
}

export function selfPage(language: Language, changes: Partial<RegistrationPageFacts> = {}): string {
  return registrationPage(at(language), {
    event: fullEvent(),
    registration: registrationOf([bookingOf("hall", "confirmed")]),
    token: TOKEN,
    isForNewAddress: false,
    available: ["hall", "press", "stream"],
    errors: [],
    ...changes,
  });
}

/** Someone for the press, approved, with a colleague whose badge differs. */
const ACCREDITED = () =>
  registrationOf([bookingOf("press", "confirmed", { approved: true }), bookingOf("hall", "pending")], {
    verifiedAt: OPENED,
    answers: { meal: "any", interview: "Yes, please" },
    needs: "A seat at the front",
  });

export function detailsFormPage(language: Language, changes: Partial<DetailsPageFacts> = {}): string {
  return detailsPage(at(language), {
    event: fullEvent(),
    registration: ACCREDITED(),
    token: TOKEN,
    errors: [],
    ...changes,
  });
}

export function needsFormPage(language: Language, changes: Partial<NeedsPageFacts> = {}): string {
  return needsPage(at(language), {
    event: fullEvent(),
    registration: ACCREDITED(),
    token: TOKEN,
    errors: [],
    ...changes,
  });
}

export function guestsLinksPage(language: Language, changes: Partial<GuestsPageFacts> = {}): string {
  const registration = registrationOf([bookingOf("hall", "confirmed")], { verifiedAt: OPENED });
  const tokens = new Map([["7K3QX0M2ZB", "g".repeat(75)]]);
  return guestsPage(at(language), {
    event: fullEvent(),
    registration,
    token: TOKEN,
    tokens,
    errors: [],
    ...changes,
  });
}

export function guestSeatPage(language: Language, changes: Partial<GuestPageFacts> = {}): string {
  return guestPage(at(language), {
    event: fullEvent(),
    token: "g".repeat(75),
    registration: uuid(42),
    pass: "7K3QX0M2ZB",
    booking: { place: "hall", state: "confirmed" },
    isBooked: true,
    isComing: true,
    seen: "seen",
    errors: [],
    ...changes,
  });
}

/** An invitation that waits for its answer. */
export function invitedPage(language: Language, changes: Partial<RegistrationPageFacts> = {}): string {
  const booking = bookingOf("hall", "offered", { participants: [], invitation: INVITATION });
  const facts = { event: fullEvent(), token: TOKEN, isForNewAddress: false, available: [], errors: [] };
  const registration = registrationOf([booking], { verifiedAt: OPENED });
  return invitationPage(at(language), { ...facts, registration, ...changes }, booking);
}
const INVITATION = { list: "a-list", by: "Academy of Justice", source: "You asked for invitations in 2026." };

export function registrationOf(bookings: Booking[], changes: Partial<Registration> = {}): Registration {
  return {
    id: uuid(42),
    event: uuid(41),
    language: "en",
    version: 1,
    createdAt: OPENED,
    updatedAt: OPENED,
    contact: { name: "Әйгүл Серікқызы", email: "aigul.serik@example.org" },
    token: { hash: "hash", sealed: "sealed" },
    wrongCodes: 0,
    bookings,
    answers: {},
    agreedAt: OPENED,
    askedAt: OPENED,
    eraseAt: "2027-10-30T00:00:00Z",
    ...changes,
  };
}

/** A booking of two. */
export function bookingOf(place: string, state: BookingState, changes: Partial<Booking> = {}): Booking {
  return {
    place,
    state,
    participants: [
      { pass: "7K3QX0M2ZB", name: "Әйгүл Серікқызы" },
      { pass: "9D4RT8W1CH", name: "Дана Қуатқызы Ержанова", badge: "Dana" },
    ],
    submittedAt: "2027-06-01T05:00:00.000Z",
    priority: 5,
    told: "told",
    ...(["unverified", "unverified-waiting", "pending", "offered"].includes(state) && {
      until: "2027-07-03T05:00:00Z",
    }),
    ...changes,
  };
}

/** What was typed about a place: a badge whose name is missing. */
export function typedAt(place: string, action: TypedPlace["action"]): TypedPlace {
  const people = [{ name: "", badge: "Dana" }];
  return { action, place, people, rows: 3, outlet: "", pressCard: "", answers: {} };
}

/** Every page of registration in one language, in each of its forms; by name. */
export function everyRegistrationPage(language: Language): Record<string, string> {
  const context = at(language);
  const states = BOOKING_STATES.map((state) => {
    const at = ["hall", "stream", "press"][BOOKING_STATES.indexOf(state) % 3] ?? "hall";
    return [state, selfPage(language, { registration: registrationOf([bookingOf(at, state)]) })] as const;
  });
  const place = { id: "hall", title: REGISTRATION_TEXTS[language].places.hall?.title ?? "" };
  return {
    form: formPage(language),
    "form with errors": sentFormPage(language, WRONG),
    "form without anything": sentFormPage(language, {}),
    "form to confirm": formPage(language, { confirm: "honeypot" }),
    "form that failed": formPage(language, { notice: "…", invitation: "an-invitation" }),
    "not yet open": formPage(language, {}, { now: "2027-05-01T05:00:00Z" }),
    closed: formPage(language, {}, { now: "2027-07-29T20:00:00Z" }),
    past: formPage(language, {}, { now: "2027-08-29T20:00:00Z" }),
    "cancelled event": formPage(language, { event: fullEvent({ status: "cancelled" }) }),
    "by invitation": formPage(language, { places: [] }),
    "check mail": mailPage(language, { done: "resent" }),
    "check mail too early": mailPage(language, { done: "wait" }),
    "check mail with a wrong code": mailPage(language, {
      errors: [{ field: CODE_FIELD, code: "code-wrong" }],
    }),
    "check mail without an address": mailPage(language, { address: undefined }),
    ...Object.fromEntries(states.map(([state, html]) => [`registration ${state}`, html])),
    "registration with everything": selfPage(language, {
      registration: registrationOf(
        [bookingOf("hall", "confirmed"), bookingOf("stream", "offered"), bookingOf("press", "pending")],
        {
          addressChange: {
            email: "new@example.org",
            token: { hash: "hash", sealed: "sealed" },
            until: "2027-07-03T05:00:00Z",
          },
        },
      ),
      done: "mailed",
      typed: typedAt("hall", "people"),
      errors: [{ field: "person-1-name", code: "person-name-missing" }],
    }),
    "registration beside another": selfPage(language, {
      registration: registrationOf([bookingOf("hall", "unverified")]),
      beside: [registrationOf([bookingOf("stream", "unverified")], { id: uuid(43) })],
      typed: typedAt("", "verify"),
      errors: [{ field: "person-1-name", code: "person-name-missing" }],
    }),
    "registration that another ended": selfPage(language, {
      registration: registrationOf([bookingOf("hall", "expired")]),
      isOutdone: true,
    }),
    "registration with needs": selfPage(language, { registration: ACCREDITED() }),
    details: detailsFormPage(language),
    "details with errors": detailsFormPage(language, {
      refused: "…",
      isChanged: true,
      errors: [
        { field: "name", code: "name-missing" },
        { field: "outlet", code: "outlet-missing" },
        { field: "badge-9D4RT8W1CH", code: "too-long", detail: "120" },
        { field: "answer-meal", code: "answer-missing" },
      ],
    }),
    needs: needsFormPage(language),
    "needs with errors": needsFormPage(language, {
      typed: { needs: "A seat at the front", needsConsent: false },
      isChanged: true,
      errors: [{ field: "needs-consent", code: "needs-consent-missing" }],
    }),
    "guest links": guestsLinksPage(language),
    "guest links refused": guestsLinksPage(language, { refused: "…" }),
    "guest seat": guestSeatPage(language),
    "guest seat done": guestSeatPage(language, { isDone: true, isComing: false }),
    "guest seat with errors": guestSeatPage(language, {
      booking: { place: "press", state: "pending" },
      errors: [{ field: "badge", code: "web-address" }],
      refused: "…",
    }),
    "guest seat ended": guestSeatPage(language, { isBooked: false }),
    "registration refused": selfPage(language, { refused: "…" }),
    "place to add": selfPage(language, {
      typed: typedAt("press", "add-place"),
      errors: [
        { field: "person-1-name", code: "person-name-missing" },
        { field: "outlet", code: "outlet-missing" },
        { field: "answer-meal", code: "answer-missing" },
        { field: "place", code: "people-over-capacity", detail: "2" },
      ],
    }),
    "new address": selfPage(language, {
      isForNewAddress: true,
      registration: registrationOf([bookingOf("hall", "confirmed")], {
        addressChange: {
          email: "new@example.org",
          token: { hash: "hash", sealed: "sealed" },
          until: "2027-07-03T05:00:00Z",
        },
      }),
    }),
    "question cancel": questionPage(context, { token: TOKEN, action: "cancel", place }),
    "question delete": questionPage(context, { token: TOKEN, action: "delete" }),
    invitation: invitedPage(language, { inviting: {} }),
    "invitation of somebody not to be invited again": invitedPage(language, {
      inviting: { notUntil: "2030-06-01T05:00:00Z" },
      done: "not-again",
    }),
    "invitation with errors": invitedPage(language, {
      typedSuccessor: { name: "", email: "aigul.serik@example.org" },
      errors: [
        { field: "name", code: "name-missing" },
        { field: "email", code: "email-own" },
      ],
      refused: "…",
    }),
    "invitation handed on": selfPage(language, {
      registration: registrationOf([
        bookingOf("hall", "cancelled", { invitation: { ...INVITATION, handedOn: { at: OPENED } } }),
      ]),
    }),
    "closed link": closedLinkPage(context),
    deleted: deletedPage(context),
    "form too large": requestRefusalPage(context, "form-too-large"),
  };
}

function at(language: Language, now: Instant = REGISTERING): PageContext {
  return pageContext(language, { now });
}
