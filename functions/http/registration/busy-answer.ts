import type { Context } from "hono";
import { registerPath } from "../../domain/addresses.ts";
import { placeStanding } from "../../domain/registration/event.ts";
import { FIELDS, type Fields, fieldOf, readForm, rowsOf } from "../../domain/registration/form/form.ts";
import { registrationErrorMessagesOf } from "../../rendering/messages/registration-error-messages-of.ts";
import type { OfferedPlace } from "../../rendering/pages/registration/form/form-page-facts.ts";
import { sendAgainPage } from "../../rendering/pages/registration/send-again-page.tsx";
import { formOf } from "../forms/sent-form.ts";
import { knownVisit } from "../request/visit.ts";
import { formAnswer } from "./form-answer.ts";
import { formFields } from "./form-fields.ts";
import { privateAnswer } from "./private-answer.ts";
import type { RegisteringVisit } from "./registering-visit.ts";
import type { SeenVisits } from "./seen-visits.ts";

/** Seconds after which to try again: a crowd is served at some tens a second. */
const RETRY_AFTER = "30";

/**
 * The answer to a form that was not worked on in time, with all that was in it. It is made without asking the table:
 * what it needs of the event was read for somebody else within the last minute.
 *
 * @returns undefined for what is no form, and where nothing was read yet
 */
export async function busyAnswer(seen: SeenVisits, c: Context): Promise<Response | undefined> {
  if (c.req.method !== "POST") return undefined;
  const { path } = c.req;
  const fields = await formFields(c);
  const on = seen.recall(path);
  const answer = on ? formAgain(c, on, fields) : sendAgain(c, path);
  answer?.headers.set("Retry-After", RETRY_AFTER);
  return answer;
}

/** The form of registration as it was filled in. */
function formAgain(c: Context, on: RegisteringVisit, fields: Fields): Response {
  const { event, visited } = on;
  const { language, context } = visited;
  const values = readForm(fields);
  const invitation = fieldOf(fields, FIELDS.invitation);
  const facts = {
    event,
    places: placesUnseen(on, values.places),
    values,
    errors: [],
    rows: rowsOf(fields),
    formToken: fieldOf(fields, FIELDS.form),
    proof: fieldOf(fields, FIELDS.proof),
    action: registerPath(language, event.slug),
    notice: registrationErrorMessagesOf(language).refusals["registration-busy"],
    ...(invitation !== "" && { invitation }),
  };
  return formAnswer(c, context, facts, 503);
}

/** Any other form: everything that was in it, and a button. */
function sendAgain(c: Context, path: string): Response | undefined {
  const visited = knownVisit(c);
  if (!visited) return undefined;
  const fields = [...formOf(c)].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  const { busy, refusals } = registrationErrorMessagesOf(visited.language);
  const html = sendAgainPage(visited.context, {
    path,
    fields,
    title: busy.title,
    text: refusals["registration-busy"],
    button: busy.again,
  });
  return privateAnswer(c, visited.language, html, 503);
}

/** The places of an event, of which nobody looked how many seats are left; one for invited people if it was chosen. */
function placesUnseen(
  { event, visited: { now } }: RegisteringVisit,
  chosen: readonly string[],
): OfferedPlace[] {
  return event.places
    .filter(({ id, audience }) => audience !== "invitation" || chosen.includes(id))
    .map((place) => ({ id: place.id, standing: placeStanding(event, place, now), availability: undefined }));
}
