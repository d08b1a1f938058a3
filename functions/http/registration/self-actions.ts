import { Refusal } from "../../domain/refusal.ts";
import { addressError } from "../../domain/registration/address.ts";
import { BOOKING_STATES, type BookingState } from "../../domain/registration/booking.ts";
import { needsForgotten } from "../../domain/registration/decisions/event-change.ts";
import { eventWords } from "../../domain/registration/event.ts";
import { checkAddedPlace } from "../../domain/registration/form/check-added-place.ts";
import { type AskedOfPeople, checkPeople } from "../../domain/registration/form/check-people.ts";
import { checkSuccessor } from "../../domain/registration/form/check-successor.ts";
import {
  FIELDS,
  type Fields,
  fieldOf,
  personField,
  readForm,
  rowsOf,
} from "../../domain/registration/form/form.ts";
import {
  peopleOfAll,
  personQuestionsAt,
  personQuestionsFor,
} from "../../domain/registration/person-questions.ts";
import { bookingAt } from "../../domain/registration/registration.ts";
import { cleanLine } from "../../domain/registration/text/clean-text.ts";
import type { FieldErrorCode } from "../../domain/registration/text/field-error.ts";
import type { SelfOutcome } from "../../rendering/messages/shapes/registration-messages.ts";
import type { QuestionFacts } from "../../rendering/pages/registration/question-page.tsx";
import {
  PLACE_FIELD,
  type RegistrationPageFacts,
  SEEN_FIELD,
  type SelfAction,
  SUBMISSION_FIELD,
} from "../../rendering/pages/registration/registration-page-facts.ts";
import { endSubmission } from "../../workflows/registration/beside.ts";
import type { Carried, WhichRegistration } from "../../workflows/registration/carry-out.ts";
import { askForAddress, changeAddress, keepAddress } from "../../workflows/registration/change-address.ts";
import type { MailingDependencies } from "../../workflows/registration/dependencies.ts";
import { erase } from "../../workflows/registration/erase.ts";
import { handOn, refuseInvitation, wishInvitations } from "../../workflows/registration/invitations.ts";
import { joinWinner } from "../../workflows/registration/join.ts";
import {
  acceptOffer,
  addPlace,
  cancel,
  change,
  changePeople,
  verify,
} from "../../workflows/registration/self-service.ts";
import { availablePlaces, type SelfVisit } from "./self-visit.ts";

/** The page once more, with what was typed and what is wrong. */
export type ShownAgain = Partial<RegistrationPageFacts>;
/** What an action comes to. `asked` needs no word of its own: the page says that a mail was sent. */
export type ActionOutcome = SelfOutcome | "asked" | "deleted" | "joined" | ShownAgain;

type Action = (dependencies: MailingDependencies, on: SelfVisit, fields: Fields) => Promise<ActionOutcome>;

const placeIn = (fields: Fields): string => fieldOf(fields, PLACE_FIELD);
/** The state in which a button showed its booking; pages of version 0.1 did not name it. */
const seenIn = (fields: Fields): BookingState | undefined =>
  BOOKING_STATES.find((each) => each === fieldOf(fields, SEEN_FIELD));
const of = ({ event, registration: { id } }: SelfVisit): WhichRegistration => ({ event, id });

/** Whoever has never verified the address is not written to when they leave. */
const told = ({ registration }: SelfVisit): SelfOutcome =>
  registration.verifiedAt === undefined ? "saved" : "mailed";

/** What was so before is told by no mail. */
const toldOf = ({ changed }: Carried): SelfOutcome => (changed ? "mailed" : "saved");

/** What the people of a booking are asked, and have answered. */
function askedAt({ event, registration }: SelfVisit, place: string): AskedOfPeople {
  const known = bookingAt(registration, place)?.participants ?? [];
  return { questions: personQuestionsAt(event, place, known), given: registration.answers, known };
}

/** What the holder of the link can do, each by its button. @throws Refusal of the workflow behind it */
export const ACTIONS: Readonly<Record<SelfAction, Action>> = {
  verify: async (dependencies, on, fields) => {
    if (on.isForNewAddress) await changeAddress(dependencies, of(on));
    else {
      const { typed } = typedIn("verify", fields);
      const isNamed = fieldOf(fields, FIELDS.rows) !== ""; // a page of version 0.1 confirms what was submitted
      const known = peopleOfAll(on.registration);
      const questions = personQuestionsFor(
        on.event,
        on.registration.bookings.map(({ place }) => place),
      );
      const asked = { questions, given: on.registration.answers, known };
      const { people, errors } = checkPeople(typed?.people ?? [], asked);
      if (isNamed && errors.length > 0) return { typed, errors };
      await verify(dependencies, of(on), isNamed ? people : undefined);
    }
    return "mailed";
  },
  "not-me": async (dependencies, { event, registration }, fields) => {
    const submission = fieldOf(fields, SUBMISSION_FIELD);
    await endSubmission(dependencies, event, { registration, submission });
    return submission === registration.id ? "deleted" : "ended";
  },
  join: async (dependencies, on) => {
    await joinWinner(dependencies, of(on));
    return "joined";
  },
  accept: async (dependencies, on, fields) => {
    await acceptOffer(dependencies, of(on), placeIn(fields));
    return "mailed";
  },
  "pass-up": async (dependencies, on, fields) => {
    await cancel(dependencies, of(on), [placeIn(fields)], "offered");
    return told(on);
  },
  "say-no": async (dependencies, on, fields) => {
    await refuseInvitation(dependencies, of(on), placeIn(fields));
    return "saved";
  },
  "hand-on": async (dependencies, on, fields) => {
    const { typedSuccessor } = typedIn("hand-on", fields);
    const { successor, errors } = checkSuccessor(typedSuccessor, on.registration);
    if (errors.length > 0) return { typedSuccessor, errors };
    await handOn(dependencies, of(on), { place: placeIn(fields), ...successor });
    return "saved";
  },
  "not-again": async (dependencies, on) => {
    await wishInvitations(dependencies, of(on), on.registration, false);
    return "not-again";
  },
  "invite-again": async (dependencies, on) => {
    await wishInvitations(dependencies, of(on), on.registration, true);
    return "invite-again";
  },
  cancel: async (dependencies, on, fields) => {
    await cancel(dependencies, of(on), [placeIn(fields)], seenIn(fields));
    return told(on);
  },
  people: async (dependencies, on, fields) => {
    const { typed } = typedIn("people", fields);
    if (!typed || fieldOf(fields, FIELDS.more) !== "") return { typed };
    const { people, errors } = checkPeople(typed.people, askedAt(on, typed.place));
    if (errors.length > 0) return { typed, errors };
    const seen = fieldOf(fields, SEEN_FIELD);
    const asked = { place: typed.place, people, seen: seen === "" ? undefined : seen };
    return toldOf(await changePeople(dependencies, of(on), asked));
  },
  "add-place": async (dependencies, on, fields) => {
    const { typed } = typedIn("add-place", fields);
    if (!typed || fieldOf(fields, FIELDS.more) !== "") return { typed };
    if (!availablePlaces(on).includes(typed.place))
      throw new Refusal("place-closed", 409, "One cannot register for this place now.", "Choose another.");
    const { asked, errors } = checkAddedPlace(typed, on.event, on.registration);
    if (errors) return { typed, errors };
    return toldOf(await addPlace(dependencies, of(on), asked));
  },
  address: async (dependencies, on, fields) => {
    const typedAddress = cleanLine(fieldOf(fields, FIELDS.email));
    const code = addressError(typedAddress);
    if (code) return { errors: [{ field: FIELDS.email, code }], typedAddress };
    const seen = fieldOf(fields, SEEN_FIELD);
    return askForAddress(dependencies, of(on), typedAddress, seen === "" ? undefined : seen);
  },
  "keep-address": async (dependencies, on) => {
    await keepAddress(dependencies, of(on));
    return "kept";
  },
  "forget-needs": async (dependencies, on) => {
    await change(dependencies, of(on), needsForgotten);
    return "forgotten";
  },
  delete: async (dependencies, on) => {
    await erase(dependencies, of(on), { tells: true });
    return "deleted";
  },
};

/** What was typed for an action, to be shown again whatever it comes to. */
export function typedIn(
  action: SelfAction,
  fields: Fields,
): Pick<ShownAgain, "typed" | "typedAddress" | "typedSuccessor"> {
  if (action === "hand-on")
    return { typedSuccessor: { name: fieldOf(fields, FIELDS.name), email: fieldOf(fields, FIELDS.email) } };
  if (action === "address") return { typedAddress: fieldOf(fields, FIELDS.email) };
  if (action !== "people" && action !== "add-place" && action !== "verify") return {};
  const { people, outlet, pressCard, answers } = readForm(fields);
  const rows = rowsOf(fields);
  return { typed: { action, place: placeIn(fields), people, rows, outlet, pressCard, answers } };
}

/** Refusals that are about the people typed. */
const ABOUT_PEOPLE: Partial<Record<Refusal["code"], FieldErrorCode>> = {
  "place-full": "people-full",
  "people-approved": "people-approved",
};

/** A refusal as what is wrong with a field; undefined where it is about none. */
export function refusedField(action: SelfAction, { code }: Refusal): Pick<ShownAgain, "errors"> | undefined {
  const about = action === "people" || action === "add-place" ? ABOUT_PEOPLE[code] : undefined;
  return about && { errors: [{ field: personField(1, "name"), code: about }] };
}

/** What is asked once more before it is done; nothing for what can be undone. */
export function asks(action: SelfAction, on: SelfVisit, fields: Fields): QuestionFacts | undefined {
  const { token, event, visited } = on;
  if (action === "delete") return { token, action };
  if (action !== "cancel" && action !== "pass-up") return undefined;
  const id = placeIn(fields);
  const title = eventWords(event, visited.language).places[id]?.title;
  const seen = seenIn(fields);
  return title === undefined ? undefined : { token, action, place: { id, title }, ...(seen && { seen }) };
}
