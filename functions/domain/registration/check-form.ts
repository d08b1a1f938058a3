import { DEFAULT_LANGUAGE, isLanguage } from "../language.ts";
import { isMailAddress } from "./address.ts";
import type { Submission } from "./decisions/submit.ts";
import { peopleOfDelegation } from "./delegation.ts";
import { placeIn, type Question, questionsFor, type RegistrationEvent } from "./event.ts";
import { answerField, FIELDS, type FormValues, personField } from "./form.ts";
import { LARGEST_BOOKING, LONGEST_NAME, type NamedParticipant } from "./participant.ts";

/** Why a field is not accepted; each has words in every language. */
export type FieldErrorCode =
  | "place-missing"
  | "place-unavailable"
  | "name-missing"
  | "email-missing"
  | "email-invalid"
  | "phone-invalid"
  | "outlet-missing"
  | "coming-missing"
  | "people-missing"
  | "people-too-many"
  | "person-name-missing"
  | "delegation-unreadable"
  | "too-long"
  | "answer-missing"
  | "answer-unknown"
  | "needs-consent-missing"
  | "agree-missing"
  | "code-wrong"
  | "people-full";

export interface FieldError {
  /** Name of the field, to which the summary links. */
  readonly field: string;
  readonly code: FieldErrorCode;
  /** A number or a name that its words take. */
  readonly detail?: string;
}

export type CheckedForm =
  | { readonly submission: Omit<Submission, "id">; readonly errors?: undefined }
  | { readonly submission?: undefined; readonly errors: readonly FieldError[] };

const LONGEST_LINE = 200;
const LONGEST_TEXT = 2_000;

/**
 * As it is kept: composed (NFC), without control characters, blanks at the ends or several in a row. What is invisible
 * within a word (soft hyphens, marks of direction) goes without a trace; the joiners, which some scripts need, stay.
 */
export function cleanLine(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\p{Cc}/gu, " ")
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The same for several lines. */
function cleanText(text: string): string {
  const lines = text.normalize("NFC").replace(/\r\n?/g, "\n").split("\n").map(cleanLine);
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/**
 * Finds the form right, or everything that is wrong with it, in the order of its fields.
 * @param available ids of the places that one can register for now
 */
export function checkForm(
  values: FormValues,
  event: RegistrationEvent,
  available: readonly string[],
): CheckedForm {
  const errors: FieldError[] = [];
  const wrong = (field: string, code: FieldErrorCode, detail?: string) =>
    errors.push({ field, code, ...(detail !== undefined && { detail }) });
  const line = (field: string, text: string, longest = LONGEST_LINE) => {
    const clean = cleanLine(text);
    if (clean.length > longest) wrong(field, "too-long", String(longest));
    return clean;
  };

  const places = [...new Set(values.places)];
  if (places.length === 0) wrong(FIELDS.places, "place-missing");
  else if (places.some((id) => !available.includes(id))) wrong(FIELDS.places, "place-unavailable");

  const name = line(FIELDS.name, values.name, LONGEST_NAME);
  if (name === "") wrong(FIELDS.name, "name-missing");
  const email = cleanLine(values.email);
  if (email === "") wrong(FIELDS.email, "email-missing");
  else if (!isMailAddress(email)) wrong(FIELDS.email, "email-invalid");
  const phone = line(FIELDS.phone, values.phone);
  if (phone !== "" && !isPhone(phone)) wrong(FIELDS.phone, "phone-invalid");
  const organisation = line(FIELDS.organisation, values.organisation);
  const outlet = line(FIELDS.outlet, values.outlet);
  const pressCard = line(FIELDS.pressCard, values.pressCard);
  const isPress = places.some((id) => placeIn(event, id)?.audience === "press");
  if (isPress && outlet === "") wrong(FIELDS.outlet, "outlet-missing");

  const people = peopleOf(values, name, wrong);
  const answers: Record<string, string> = {};
  for (const question of questionsFor(event, places)) {
    const answer = answerTo(question, values.answers[question.id] ?? "", wrong);
    if (answer !== "") answers[question.id] = answer;
  }
  const needs = cleanText(values.needs);
  if (needs.length > LONGEST_TEXT) wrong(FIELDS.needs, "too-long", String(LONGEST_TEXT));
  if (needs !== "" && !values.needsConsent) wrong(FIELDS.needsConsent, "needs-consent-missing");
  if (!values.agree) wrong(FIELDS.agree, "agree-missing");
  if (errors.length > 0) return { errors };
  return {
    submission: {
      language: isLanguage(values.language) ? values.language : DEFAULT_LANGUAGE,
      contact: {
        name,
        email,
        ...(phone !== "" && { phone }),
        ...(organisation !== "" && { organisation }),
        ...(isPress && { outlet }),
        ...(isPress && pressCard !== "" && { pressCard }),
      },
      places,
      people,
      answers,
      ...(needs !== "" && { needs }),
    },
  };
}

type Wrong = (field: string, code: FieldErrorCode, detail?: string) => void;

/** The contact if coming, then the rows, then the delegation. A contact who stands in them, too, comes once. */
function peopleOf(values: FormValues, contact: string, wrong: Wrong): NamedParticipant[] {
  if (values.coming !== "self" && values.coming !== "others") wrong(FIELDS.coming, "coming-missing");
  const comes = values.coming === "self" && contact !== "";
  const badge = cleanLine(values.badge);
  if (comes && badge.length > LONGEST_NAME) wrong(FIELDS.badge, "too-long", String(LONGEST_NAME));
  const typed = values.people.flatMap(({ name, badge }, i): NamedParticipant[] => {
    const row = i + 1;
    const clean = { name: cleanLine(name), badge: cleanLine(badge) };
    if (clean.name === "" && clean.badge !== "") wrong(personField(row, "name"), "person-name-missing");
    for (const what of ["name", "badge"] as const)
      if (clean[what].length > LONGEST_NAME) wrong(personField(row, what), "too-long", String(LONGEST_NAME));
    return clean.name === "" ? [] : [asNamed(clean)];
  });
  const pasted = peopleOfDelegation(values.delegation);
  if (!pasted) wrong(FIELDS.delegation, "delegation-unreadable");
  const listed = (pasted ?? []).map(({ name, badge = "" }) =>
    asNamed({ name: cleanLine(name), badge: cleanLine(badge) }),
  );
  if (listed.some(({ name, badge = "" }) => Math.max(name.length, badge.length) > LONGEST_NAME))
    wrong(FIELDS.delegation, "too-long", String(LONGEST_NAME));
  if (listed.some(({ name }) => name === "")) wrong(FIELDS.delegation, "person-name-missing");
  const named = [...typed, ...listed];
  const self = {
    name: contact,
    badge: badge || (named.find((each) => each.name === contact && each.badge)?.badge ?? ""),
  };
  const people = comes ? [asNamed(self), ...named.filter(({ name }) => name !== contact)] : named;
  const at = listed.length > 0 ? FIELDS.delegation : personField(1, "name");
  if (people.length === 0 && values.coming === "others") wrong(at, "people-missing");
  if (people.length > LARGEST_BOOKING) wrong(at, "people-too-many", String(people.length));
  return people;
}

function asNamed({ name, badge }: { name: string; badge: string }): NamedParticipant {
  return badge === "" ? { name } : { name, badge };
}

/** What people write as a telephone number: 5 to 20 digits with what separates them. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  return /^\+?[\d\s().\-/]+$/.test(text) && digits >= 5 && digits <= 20;
}

function answerTo({ id, kind, required, options }: Question, typed: string, wrong: Wrong): string {
  const answer = cleanText(typed);
  const field = answerField(id);
  if (answer === "") {
    if (required) wrong(field, "answer-missing");
    return "";
  }
  const allowed = kind === "choice" ? options : ["yes", "no"];
  if (kind !== "text" && !allowed.includes(answer)) wrong(field, "answer-unknown");
  if (answer.length > LONGEST_TEXT) wrong(field, "too-long", String(LONGEST_TEXT));
  return answer;
}

/** People of one booking as its own form names them. */
export function checkPeople(rows: FormValues["people"]): {
  readonly people: NamedParticipant[];
  readonly errors: readonly FieldError[];
} {
  const errors: FieldError[] = [];
  const values = { people: rows, coming: "others", delegation: "" } as const;
  const people = peopleOf({ ...BLANK, ...values }, "", (field, code, detail) =>
    errors.push({ field, code, ...(detail !== undefined && { detail }) }),
  );
  return { people, errors };
}

const BLANK: FormValues = {
  places: [],
  name: "",
  email: "",
  phone: "",
  organisation: "",
  outlet: "",
  pressCard: "",
  coming: "",
  badge: "",
  people: [],
  delegation: "",
  answers: {},
  needs: "",
  needsConsent: false,
  language: "",
  agree: false,
};
