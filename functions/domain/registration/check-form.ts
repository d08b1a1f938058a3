import { DEFAULT_LANGUAGE, isLanguage } from "../language.ts";
import { isMailAddress } from "./address.ts";
import { answersTo } from "./check-answers.ts";
import { peopleOf } from "./check-people.ts";
import { cleanLine, cleanText, LONGEST_LINE, LONGEST_TEXT } from "./clean-text.ts";
import type { Submission } from "./decisions/submit.ts";
import { placeIn, questionsFor, type RegistrationEvent } from "./event.ts";
import { type FieldError, fieldErrors } from "./field-error.ts";
import { FIELDS, type FormValues } from "./form.ts";
import { LARGEST_BOOKING, LONGEST_NAME } from "./participant.ts";
import { isPhone } from "./phone.ts";
import { carriesWebAddress } from "./web-address.ts";

export type CheckedForm =
  | { readonly submission: Omit<Submission, "id">; readonly errors?: undefined }
  | { readonly submission?: undefined; readonly errors: readonly FieldError[] };

/**
 * Finds the form right, or everything that is wrong with it, in the order of its fields.
 * @param available ids of the places that one can register for now
 */
export function checkForm(
  values: FormValues,
  event: RegistrationEvent,
  available: readonly string[],
): CheckedForm {
  const { errors, wrong } = fieldErrors();
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
  else if (carriesWebAddress(name)) wrong(FIELDS.name, "web-address");
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
  const smallest = Math.min(...places.map((id) => placeIn(event, id)?.capacity ?? LARGEST_BOOKING));
  if (people.length <= LARGEST_BOOKING && people.length > smallest)
    wrong(FIELDS.places, "people-over-capacity", String(smallest));
  const answers = answersTo(questionsFor(event, places), values.answers, wrong);
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
