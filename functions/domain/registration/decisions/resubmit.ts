import { type Booking, holdsSeats, isLiveAt } from "../booking.ts";
import { type Change, instantOfSubmission, placeOf } from "../change.ts";
import { verifyUntil, verifyWaitingUntil } from "../holds.ts";
import { ADDRESS_RULE } from "../mailbox-rules.ts";
import { type NamedParticipant, withPasses } from "../participant.ts";
import { peopleAt } from "../person-questions.ts";
import { amended, bookingAt, type Registration } from "../registration.ts";
import { timeAndVenue } from "../time-and-venue.ts";
import { newBooking, type Submission, type SubmissionCircumstances } from "./submit.ts";

/**
 * The same form once more, its address not verified: whoever corrects a form and sends it again means what it says now. Seats that are held stay held as far as they are still wanted, and who waits keeps
 * the turn; for more seats the rules of a newcomer hold. Link and code are new, so that each confirms what its own mail
 * says, and what was sent before opens nothing any more.
 */
export function resubmitted(
  registration: Registration,
  submission: Submission,
  circumstances: SubmissionCircumstances,
): Change {
  const { now, token, network } = circumstances;
  const { language, contact, places, people, answers, needs } = submission;
  const { needs: _, addressChange, ...rest } = registration;
  const moves = contact.email !== registration.contact.email;
  return {
    before: registration,
    after: amended(rest, now, {
      language,
      contact,
      addressRule: ADDRESS_RULE,
      token,
      wrongCodes: 0,
      ...(!moves && addressChange && { addressChange }),
      bookings: places.map((place) =>
        rebooked(bookingAt(registration, place), { place, people, language }, circumstances),
      ),
      answers: { ...answers },
      ...(needs !== undefined && needs !== "" && { needs }),
      ...(network !== undefined && { network }),
      agreedAt: now,
      askedAt: now,
    }),
    mails: [{ kind: "verify" }],
  };
}

interface Wanted extends Pick<Submission, "people" | "language"> {
  readonly place: string;
}

function rebooked(
  former: Booking | undefined,
  { place: id, people, language }: Wanted,
  circumstances: SubmissionCircumstances,
): Booking {
  const { now, room, shortHold } = circumstances;
  const place = placeOf(circumstances, id);
  if (!former || !isLiveAt(former, now)) return newBooking(place, people, circumstances, language);
  const holds = holdsSeats(former);
  if (holds && !room(id, people.length))
    return newBooking(place, people, { ...circumstances, room: () => false }, language);
  const since = former.holdSince ?? instantOfSubmission(former.submittedAt); // seats are not kept for ever by sending a form again
  const usual = holds ? verifyUntil(place, now, since) : verifyWaitingUntil(place, now, since);
  const until = holds && shortHold ? (former.until ?? usual) : usual;
  const told = timeAndVenue(circumstances.event, place, language);
  const named = peopleAt(circumstances.event, id, people);
  return { ...former, participants: withPasses(named, former.participants), until, told };
}

/**
 * Whether a registration says what the submission does, to the letter: then sending it again changes nothing. Of what is
 * over by now it says nothing any more.
 */
export function isSameSubmission(
  registration: Registration,
  submission: Submission,
  { event, now }: Pick<SubmissionCircumstances, "event" | "now">,
): boolean {
  const { language, contact, answers, needs = "" } = registration;
  const stored = registration.bookings
    .filter((booking) => isLiveAt(booking, now))
    .map(({ place, participants }) => bookingText(place, participants));
  const asked = submission.places.map((place) =>
    bookingText(place, peopleAt(event, place, submission.people)),
  );
  const said = [language, entriesOf(contact), entriesOf(answers), needs, stored.sort()];
  const saying = [
    submission.language,
    entriesOf(submission.contact),
    entriesOf(submission.answers),
    submission.needs ?? "",
    asked.sort(),
  ];
  return JSON.stringify(said) === JSON.stringify(saying);
}

const entriesOf = (record: object): unknown[] => Object.entries(record).sort();

const bookingText = (place: string, people: readonly NamedParticipant[]): string =>
  JSON.stringify([
    place,
    people.map(({ name, badge = name, answers = {} }) => [name, badge, entriesOf(answers)]),
  ]);
