import type { Instant } from "../../instant.ts";
import { isLanguage } from "../../language.ts";
import { isLiveAt } from "../booking.ts";
import type { Details } from "../decisions/details.ts";
import { placeIn, questionsFor, type RegistrationEvent } from "../event.ts";
import type { Question } from "../question.ts";
import type { Registration } from "../registration.ts";
import { type FieldError, fieldErrors } from "../text/field-error.ts";
import { answersTo } from "./check-answers.ts";
import { checkContactDetails, checkContactName } from "./check-contact.ts";
import { checkName } from "./check-name.ts";
import { badgeField, type Fields, type FormValues, fieldOf, readForm } from "./form.ts";

/** What the form for details holds, as typed. */
export type DetailsValues = Pick<
  FormValues,
  "name" | "phone" | "organisation" | "outlet" | "pressCard" | "language" | "answers"
> & {
  /** By the name of their field. */
  readonly badges: Readonly<Record<string, string>>;
};

/** Badges that one form changes: with the other fields they stay below what a form may have. */
export const MOST_BADGES = 100;

/** Whether outlet and press card are asked for: where a place for the press is booked, or something was said before. */
export function pressOf(event: RegistrationEvent, registration: Registration, now: Instant) {
  const { outlet, pressCard } = registration.contact;
  const isPress = placesOf(registration, now).some((id) => placeIn(event, id)?.audience === "press");
  if (isPress) return "needed";
  return outlet === undefined && pressCard === undefined ? "none" : "possible";
}

/** Questions of the places that are booked, and whatever else was answered and is still known as a question. */
export function questionsOf(event: RegistrationEvent, registration: Registration, now: Instant): Question[] {
  const asked = questionsFor(event, placesOf(registration, now));
  return event.questions.filter(
    (question) => asked.includes(question) || registration.answers[question.id] !== undefined,
  );
}

/** Somebody whose badge one field changes, at every place at which they are booked under that name. */
export interface Badged {
  /** Of the first of their passes. */
  readonly field: string;
  readonly passes: readonly string[];
  readonly name: string;
  readonly badge: string;
}

/** Everyone at a place that is booked and confirmed by the contact. Namesakes of one booking are two people. */
export function badgedIn({ bookings }: Registration, now: Instant): Badged[] {
  const people = new Map<string, Badged>();
  for (const booking of bookings) {
    if (!isLiveAt(booking, now) || booking.state.startsWith("unverified")) continue;
    const met = new Map<string, number>();
    for (const { pass, name, badge = "" } of booking.participants) {
      const shown = JSON.stringify([name, badge]);
      const nth = (met.get(shown) ?? 0) + 1;
      met.set(shown, nth);
      const known = people.get(`${nth} ${shown}`);
      const passes = [...(known?.passes ?? []), pass];
      people.set(`${nth} ${shown}`, { field: known?.field ?? badgeField(pass), passes, name, badge });
    }
  }
  return [...people.values()].slice(0, MOST_BADGES);
}

/** The details as they stand. */
export function presentDetails(registration: Registration, now: Instant): DetailsValues {
  const { contact, language, answers } = registration;
  const { name, phone = "", organisation = "", outlet = "", pressCard = "" } = contact;
  const badges = badgedIn(registration, now).map(({ field, badge }) => [field, badge]);
  return {
    name,
    phone,
    organisation,
    outlet,
    pressCard,
    language,
    answers,
    badges: Object.fromEntries(badges),
  };
}

/** What was typed: never refused, never changed. */
export function readDetails(fields: Fields, registration: Registration, now: Instant): DetailsValues {
  const badges = badgedIn(registration, now)
    .filter(({ field }) => fields[field] !== undefined)
    .map(({ field }) => [field, fieldOf(fields, field)]);
  return { ...readForm(fields), badges: Object.fromEntries(badges) };
}

/**
 * Finds the details right, or everything that is wrong with them, by the checks of the form with which one registers. A
 * question that must be answered can be left open by whoever was never asked it. Of an answer that is not sent nothing
 * changes.
 */
export function checkDetails(
  values: DetailsValues,
  event: RegistrationEvent,
  { registration, now }: { readonly registration: Registration; readonly now: Instant },
):
  | { readonly details: Details; readonly errors?: undefined }
  | { readonly details?: undefined; readonly errors: readonly FieldError[] } {
  const { errors, wrong } = fieldErrors();
  const name = checkContactName(values.name, wrong);
  const contact = { name, ...checkContactDetails(values, pressOf(event, registration, now), wrong) };
  const badges = badgedIn(registration, now).flatMap(({ field, passes }) => {
    const typed = values.badges[field];
    if (typed === undefined) return [];
    const badge = checkName(field, typed, wrong);
    return passes.map((pass) => [pass, badge]);
  });
  const sent = questionsOf(event, registration, now)
    .filter(({ id }) => values.answers[id] !== undefined)
    .map((question) => ({
      ...question,
      required: question.required && registration.answers[question.id] !== undefined,
    }));
  const others = Object.fromEntries(
    Object.entries(registration.answers).filter(([id]) => sent.every((each) => each.id !== id)),
  );
  const answers = { ...others, ...answersTo(sent, values.answers, wrong, others) };
  if (errors.length > 0) return { errors };
  return {
    details: {
      contact,
      language: isLanguage(values.language) ? values.language : registration.language,
      answers,
      badges: Object.fromEntries(badges),
    },
  };
}

const placesOf = ({ bookings }: Registration, now: Instant): string[] =>
  bookings.filter((each) => isLiveAt(each, now)).map(({ place }) => place);
