import type { Context } from "hono";
import { checkMailPath } from "../../domain/addresses.ts";
import { Refusal } from "../../domain/refusal.ts";
import { checkForm } from "../../domain/registration/form/check-form.ts";
import { FIELDS, type Fields, fieldOf, readForm, rowsOf } from "../../domain/registration/form/form.ts";
import { listedRows } from "../../domain/registration/form/listed-rows.ts";
import { registrationErrorMessagesOf } from "../../rendering/messages/registration-error-messages-of.ts";
import { register } from "../../workflows/registration/register.ts";
import { logFault } from "../answers/fault.ts";
import { admission, inSomeSeconds } from "./admission.ts";
import { readFormToken } from "./form-token.ts";
import { withNeedsOpened } from "./kept-needs.ts";
import { seeOther } from "./private-answer.ts";
import { readList } from "./read-list.ts";
import { reasonToConfirm } from "./reason-to-confirm.ts";
import { networkAddress, offeredPlaces, type RegisteringVisit } from "./registering-visit.ts";
import type { RegistrationAppDependencies } from "./registration-dependencies.ts";
import { keepSent } from "./sent-cookie.ts";
import { openAmong, showForm } from "./show-form.ts";

/** Registers what was typed. Whatever goes wrong, what was typed is not lost: sent again, the same form is the same registration. */
export async function submitOrShowAgain(
  dependencies: RegistrationAppDependencies,
  c: Context,
  on: RegisteringVisit,
  fields: Fields,
): Promise<Response> {
  try {
    return await submit(dependencies, c, on, fields);
  } catch (error) {
    if (error instanceof Refusal && (error.status < 500 || error.code === "registration-busy")) throw error;
    if (!(error instanceof Refusal)) logFault(error);
    const notice = registrationErrorMessagesOf(on.visited.language).refusals["disk-full"];
    return showForm(dependencies, c, on, fieldOf(fields, FIELDS.invitation), {
      values: readForm(fields),
      rows: rowsOf(fields),
      formToken: fieldOf(fields, FIELDS.form),
      proof: fieldOf(fields, FIELDS.proof),
      notice,
      status: 503,
    });
  }
}

/** Registers what was typed, or shows it once more with what is the matter. */
async function submit(
  dependencies: RegistrationAppDependencies,
  c: Context,
  on: RegisteringVisit,
  fields: Fields,
): Promise<Response> {
  const { event, visited } = on;
  const { registering, signer, secure } = dependencies;
  const invitation = fieldOf(fields, FIELDS.invitation);
  const values = await withNeedsOpened({ seal: registering.seal, event }, readForm(fields));
  const places = await offeredPlaces(dependencies, on, invitation);
  const made = await readFormToken(signer, event.id, fieldOf(fields, FIELDS.form));
  const shown = { places, values, rows: rowsOf(fields), made };
  if (fieldOf(fields, FIELDS.more) !== "") return showForm(dependencies, c, on, invitation, shown);
  if (listedRows(values)) return readList(dependencies, c, on, fields);
  const { submission, errors } = checkForm(values, event, openAmong(places));
  const confirm = errors ? undefined : reasonToConfirm(c, fields, made, visited);
  if (errors || confirm !== undefined || !made) {
    await registering.limits.spend(networkAddress(c), visited.now);
    const again = { ...shown, errors: errors ?? [], confirm, status: 422 };
    return showForm(dependencies, c, on, invitation, again);
  }
  const form = { ...submission, id: made.id };
  const asking = { event: event.id, fields, content: [form] };
  const admitted = await admission(dependencies, c, asking, visited.now);
  if ("proof" in admitted) {
    const again = { ...shown, confirm: "limit", proof: admitted.proof, status: 429 } as const;
    return inSomeSeconds(await showForm(dependencies, c, on, invitation, again));
  }
  const { id } = await register(registering, event, form, admitted);
  const sent = { id, email: submission.contact.email, at: visited.now, askedAt: visited.now };
  await keepSent({ c, seal: registering.seal, event }, sent, secure);
  return seeOther(c, checkMailPath(visited.language, event.slug));
}
