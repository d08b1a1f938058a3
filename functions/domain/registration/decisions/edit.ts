import { isDeepStrictEqual } from "node:util";
import type { Language } from "../../language.ts";
import { Refusal } from "../../refusal.ts";
import { type Booking, type BookingState, isLiveAt } from "../booking.ts";
import { type Change, type DecisionContext, reentered, requireSeen } from "../change.ts";
import type { RegistrationEvent } from "../event.ts";
import { type Participant, withAnswers } from "../participant.ts";
import { personQuestionsFor } from "../person-questions.ts";
import { amended, type Registration, type RegistrationContact } from "../registration.ts";

/** What a person is called from now on; an empty badge shows the name. */
export interface Renaming {
  readonly person: string;
  readonly name?: string | undefined;
  readonly badge?: string | undefined;
  /** By question; an empty one takes the answer out. What a place does not ask is not kept there. */
  readonly answers?: Readonly<Record<string, string>>;
}

export interface EditAsked {
  /** What is empty is taken out. */
  readonly contact: Partial<Omit<RegistrationContact, "email">>;
  readonly language?: Language | undefined;
  readonly people: readonly Renaming[];
  /** States of the bookings, by place, as they were shown to whoever edits. */
  readonly seen: ReadonlyMap<string, BookingState>;
  readonly note?: string | undefined;
}

/**
 * Corrects what is known of a contact and of those who come. Whoever has a seat under another name now is told by mail,
 * with the pass; its code stays.
 *
 * @returns undefined where it says the same as before
 * @throws Refusal `booking-changed`, `person-unknown`, `booking-state` where nothing of it is live
 */
export function edited(
  registration: Registration,
  { contact, language, people, seen, note }: EditAsked,
  { event, now }: Pick<DecisionContext, "event" | "now">,
): Change | undefined {
  const live = registration.bookings.filter((each) => isLiveAt(each, now));
  const changed = live.map((booking) => {
    const participants = renamedIn(booking, people, event);
    const next = { ...booking, participants };
    if (isDeepStrictEqual(participants, booking.participants)) return booking;
    return isDeepStrictEqual(named(next), named(booking)) ? next : reentered(next, now);
  });
  const other = changed.filter((booking, i) => booking !== live[i]);
  const told = other.filter((booking, i, all) => {
    const former = live.find(({ place }) => place === all[i]?.place);
    return !former || !isDeepStrictEqual(named(booking), named(former));
  });
  const next = {
    contact: withoutEmpty({ ...registration.contact, ...contact }),
    language: language ?? registration.language,
  };
  const isSame = isDeepStrictEqual(next, { contact: registration.contact, language: registration.language });
  if (isSame && live.length > 0 && other.length === 0 && isKnown(live, people)) return undefined;
  for (const booking of registration.bookings) requireSeen(booking, seen.get(booking.place));
  if (live.length === 0) throw over();
  requireKnown(live, people);
  const said = note === undefined ? {} : { note };
  const bookings = registration.bookings.map(
    (booking) => changed.find(({ place }) => place === booking.place) ?? booking,
  );
  return {
    before: registration,
    after: amended(registration, now, { ...next, bookings }),
    mails: [
      ...told.map((booking) => ({ kind: "changed" as const, booking, ...said })),
      ...(told.length === 0 && other.length > 0
        ? [{ kind: "changed" as const, details: ["people" as const], ...said }]
        : []),
    ],
  };
}

/** People as passes and calendars show them. */
const named = ({ participants }: Booking) => participants.map((each) => withAnswers(each, {}));

function renamedIn(
  { place, participants }: Booking,
  people: readonly Renaming[],
  event: RegistrationEvent,
): Participant[] {
  const asked = personQuestionsFor(event, [place]).map(({ id }) => id);
  return participants.map((participant) => {
    const renaming = people.find(({ person }) => isMeant(participant, person));
    if (!renaming) return participant;
    const { badge: former, ...rest } = participant;
    const name = renaming.name ?? participant.name;
    const badge = renaming.badge ?? former ?? "";
    const known = Object.entries({ ...rest.answers, ...renaming.answers });
    const kept = known.filter(
      ([id, answer]) => answer !== "" && (asked.includes(id) || rest.answers?.[id] !== undefined),
    );
    return withAnswers(
      { ...rest, name, ...(badge !== "" && badge !== name && { badge }) },
      Object.fromEntries(kept),
    );
  });
}

const isMeant = ({ name, pass }: Participant, person: string): boolean => name === person || pass === person;

/** Whether each was renamed before: then they stand there as they are to be called. */
const isKnown = (live: readonly Booking[], people: readonly Renaming[]): boolean =>
  people.every(({ person, name = person }) =>
    live.some(({ participants }) =>
      participants.some((each) => isMeant(each, name) || isMeant(each, person)),
    ),
  );

function requireKnown(live: readonly Booking[], people: readonly Renaming[]): void {
  const unknown = people.find(({ person }) => !isKnown(live, [{ person }]));
  if (unknown)
    throw new Refusal(
      "person-unknown",
      404,
      `Nobody called ${unknown.person} comes with this registration.`,
      "Write the name as the list shows it, or give the code of the pass.",
      { field: "person" },
    );
}

function withoutEmpty(contact: RegistrationContact): RegistrationContact {
  const { phone, organisation, outlet, pressCard, ...rest } = contact;
  return {
    ...rest,
    ...(phone && { phone }),
    ...(organisation && { organisation }),
    ...(outlet && { outlet }),
    ...(pressCard && { pressCard }),
  };
}

function over(): Refusal {
  return new Refusal(
    "booking-state",
    409,
    "Nothing of this registration stands any more.",
    "Add the person anew where they come after all.",
  );
}
