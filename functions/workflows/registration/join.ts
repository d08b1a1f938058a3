import { toInstant } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import { type Booking, isLiveAt } from "../../domain/registration/booking.ts";
import type { NamedParticipant } from "../../domain/registration/participant.ts";
import {
  bookingAt,
  isClaimed,
  isNotProven,
  isUnclaimed,
  type Registration,
} from "../../domain/registration/registration.ts";
import { holderOf } from "./address-locks.ts";
import type { WhichRegistration } from "./carry-out.ts";
import type { RegistrationDependencies } from "./dependencies.ts";
import { erase } from "./erase.ts";
import { addPlace, changePeople } from "./self-service.ts";

/** The registration whose confirmation ended a submission of the same address; undefined where there is none. */
export async function winnerOver(
  dependencies: Pick<RegistrationDependencies, "registrations" | "clock">,
  event: WhichRegistration["event"],
  submission: Registration,
): Promise<Registration | undefined> {
  const now = toInstant(new Date(dependencies.clock()));
  if (submission.verifiedAt !== undefined || isUnclaimed(submission, now)) return undefined;
  const holder = await holderOf(dependencies, event, submission.contact.email);
  return holder && isClaimed(holder, now) ? holder : undefined;
}

/**
 * Adds what a submission asked for to the registration that was confirmed before it: two people who share a mailbox lose
 * nobody. Whoever has its link has the mailbox. Places are added and people to places that are booked already; nothing
 * that was confirmed is changed. Doing it again after it broke off adds what is missing.
 *
 * @throws Refusal `submission-ended` where no registration was confirmed; what `addPlace` and `changePeople` throw
 */
export async function joinWinner(
  dependencies: RegistrationDependencies,
  of: WhichRegistration,
): Promise<void> {
  const { event } = of;
  const submission = await dependencies.registrations.registration(event.id, of.id);
  const winner = submission && (await winnerOver(dependencies, event, submission));
  if (!submission || !winner) throw nothingToJoin();
  for (const booking of submission.bookings)
    if (booking.state === "expired")
      await addTo(dependencies, { event, id: winner.id }, { submission, booking });
  await erase(dependencies, of, { tells: false, only: isNotProven });
}

async function addTo(
  dependencies: RegistrationDependencies,
  to: WhichRegistration,
  { submission, booking }: { submission: Registration; booking: Booking },
): Promise<void> {
  const { place } = booking;
  const people = namesOf(booking);
  const winner = await dependencies.registrations.registration(to.event.id, to.id);
  const booked = winner && bookingAt(winner, place);
  if (booked && isLiveAt(booked, toInstant(new Date(dependencies.clock())))) {
    const known = namesOf(booked);
    const more = people.filter(({ name }) => !known.some((each) => each.name === name));
    if (more.length > 0) await changePeople(dependencies, to, { place, people: [...known, ...more] });
    return;
  }
  const { outlet, pressCard } = submission.contact;
  await addPlace(dependencies, to, {
    place,
    people,
    contact: {
      ...(winner?.contact.outlet === undefined && outlet !== undefined && { outlet }),
      ...(winner?.contact.pressCard === undefined && pressCard !== undefined && { pressCard }),
    },
    answers: { ...submission.answers, ...winner?.answers },
  });
}

const namesOf = ({ participants }: Booking): NamedParticipant[] =>
  participants.map(({ name, badge, answers }) => ({
    name,
    ...(badge !== undefined && { badge }),
    ...(answers && { answers }),
  }));

function nothingToJoin(): Refusal {
  return new Refusal(
    "submission-ended",
    409,
    "No other registration of this address is confirmed.",
    "It may have been cancelled meanwhile. Register again on the page of the event.",
  );
}
