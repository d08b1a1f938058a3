import type { Context } from "hono";
import { Hono } from "hono";
import { checkMailPath, registerListPath, registerPath } from "../../domain/addresses.ts";
import { LANGUAGES, type Language } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { checkForm } from "../../domain/registration/check-form.ts";
import { fieldsOfPlaces, listedRows } from "../../domain/registration/delegation/listed-rows.ts";
import type { RegistrationEvent } from "../../domain/registration/event.ts";
import type { FieldError } from "../../domain/registration/field-error.ts";
import {
  emptyForm,
  FEWEST_ROWS,
  FIELDS,
  type Fields,
  type FormValues,
  fieldOf,
  readForm,
  rowsOf,
} from "../../domain/registration/form.ts";
import { registrationMessagesOf } from "../../rendering/messages/registration/registration-messages-of.ts";
import type { FormPageFacts, OfferedPlace } from "../../rendering/pages/registration/form-page-facts.ts";
import { register } from "../../workflows/registration/register.ts";
import { logFault } from "../fault.ts";
import { isFromElsewhere } from "../own-site.ts";
import { admission, inSomeSeconds } from "../registration/admission.ts";
import { formAnswer } from "../registration/form-answer.ts";
import { formFields } from "../registration/form-fields.ts";
import { formToken, type MadeForm, readFormToken } from "../registration/form-token.ts";
import { withNeedsOpened, withNeedsSealed } from "../registration/kept-needs.ts";
import { privateRedirect, seeOther } from "../registration/private-answer.ts";
import { reasonToConfirm } from "../registration/reason-to-confirm.ts";
import {
  networkAddress,
  offeredPlaces,
  type RegisteringVisit,
  registeringVisit,
} from "../registration/registering-visit.ts";
import type { RegistrationAppDependencies } from "../registration/registration-dependencies.ts";
import type { SeenVisits } from "../registration/seen-visits.ts";
import { keepSent } from "../registration/sent-cookie.ts";

export const REGISTER_ROOT = `/:language{${LANGUAGES.join("|")}}/register/:event`;

const LIST_ROUTE = `${REGISTER_ROOT}/list`;

type Shown = Partial<FormPageFacts> & { readonly made?: MadeForm | undefined; readonly status?: number };

/** The form, and its submission. Whatever it comes to, the answer leads to the same page; only mail tells. */
export function registerRoutes(dependencies: RegistrationAppDependencies, seen: SeenVisits): Hono {
  const show = async (c: Context, on: RegisteringVisit, invitation: string, shown: Shown) => {
    const { event, visited } = on;
    const { made, status = 200, ...facts } = shown;
    const { language, now, context } = visited;
    const places = facts.places ?? (await offeredPlaces(dependencies, on, invitation));
    const open = openAmong(places);
    const linked = open.filter((id) => c.req.queries(FIELDS.places)?.includes(id));
    const values = facts.values ?? emptyForm(language, open, linked);
    const keepable =
      status === 422 && !facts.errors?.some(({ field }) => field === FIELDS.needs)
        ? await withNeedsSealed({ seal: dependencies.registering.seal, event }, values)
        : undefined;
    const shownFacts: FormPageFacts = {
      event,
      errors: [],
      rows: FEWEST_ROWS,
      formToken: facts.formToken ?? (await formToken(dependencies.signer, event.id, now, made)),
      action: registerPath(language, event.slug),
      ...(invitation !== "" && { invitation }),
      ...facts,
      linked,
      places,
      values: keepable ?? values,
    };
    return formAnswer(c, context, shownFacts, keepable ? "mistake" : status);
  };

  /** Shows the people of a list in the rows of the form, to be looked at before anything counts; or what is the matter. */
  const readList = async (c: Context, on: RegisteringVisit, fields: Fields) => {
    const { event } = on;
    const typed = readForm(fields);
    const listed = listedRows(typed, fieldsOfPlaces(event, typed.places));
    const values = listed?.values ?? typed;
    const made = await readFormToken(dependencies.signer, event.id, fieldOf(fields, FIELDS.form));
    const rows = Math.max(rowsOf(fields), values.people.length);
    const errors = listed ? [] : listErrors(typed, event);
    if (isFromElsewhere(c, on.visited.context.site)) {
      const asked = {
        values: typed,
        rows: rowsOf(fields),
        made,
        confirm: "cross-site",
        status: 422,
      } as const;
      return show(c, on, fieldOf(fields, FIELDS.invitation), asked);
    }
    const status = listed ? 200 : 422;
    return show(c, on, fieldOf(fields, FIELDS.invitation), { values, rows, listed, errors, made, status });
  };

  /** Registers what was typed, or shows it once more with what is the matter. */
  const submit = async (c: Context, on: RegisteringVisit, fields: Fields) => {
    const { event, visited } = on;
    const { registering, signer, secure } = dependencies;
    const invitation = fieldOf(fields, FIELDS.invitation);
    const values = await withNeedsOpened({ seal: registering.seal, event }, readForm(fields));
    const places = await offeredPlaces(dependencies, on, invitation);
    const made = await readFormToken(signer, event.id, fieldOf(fields, FIELDS.form));
    const shown = { places, values, rows: rowsOf(fields), made };
    if (fieldOf(fields, FIELDS.more) !== "") return show(c, on, invitation, shown);
    if (listedRows(values)) return readList(c, on, fields);
    const { submission, errors } = checkForm(values, event, openAmong(places));
    const confirm = errors ? undefined : reasonToConfirm(c, fields, made, visited);
    if (errors || confirm !== undefined || !made) {
      await registering.limits.spend(networkAddress(c), visited.now);
      return show(c, on, invitation, { ...shown, errors: errors ?? [], confirm, status: 422 });
    }
    const form = { ...submission, id: made.id };
    const admitted = await admission(
      dependencies,
      c,
      { event: event.id, fields, content: [form] },
      visited.now,
    );
    if ("proof" in admitted) {
      const again = { ...shown, confirm: "limit", proof: admitted.proof, status: 429 } as const;
      return inSomeSeconds(await show(c, on, invitation, again));
    }
    const { id } = await register(registering, event, form, admitted);
    const sent = { id, email: submission.contact.email, at: visited.now, askedAt: visited.now };
    await keepSent({ c, seal: registering.seal, event }, sent, secure);
    return seeOther(c, checkMailPath(visited.language, event.slug));
  };

  return new Hono()
    .get(REGISTER_ROOT, async (c) => {
      const on = await registeringVisit(dependencies, c);
      if ("movedTo" in on) return moved(c, on);
      seen.remember(c.req.path, on);
      return show(c, on, c.req.query("invitation") ?? "", {});
    })
    .get(LIST_ROUTE, async (c) => {
      const on = await registeringVisit(dependencies, c); // whoever loads the page anew begins anew
      const [language, slug] =
        "movedTo" in on ? [on.language, on.movedTo] : [on.visited.language, on.event.slug];
      return seeOther(c, registerPath(language, slug));
    })
    .post(LIST_ROUTE, async (c) => {
      const on = await registeringVisit(dependencies, c);
      return "movedTo" in on ? moved(c, on) : readList(c, on, await formFields(c));
    })
    .post(REGISTER_ROOT, async (c) => {
      const on = await registeringVisit(dependencies, c);
      if ("movedTo" in on) return moved(c, on);
      seen.remember(c.req.path, on);
      const fields = await formFields(c);
      try {
        return await submit(c, on, fields);
      } catch (error) {
        // Whatever went wrong, what was typed is not lost: sent again, the same form is the same registration.
        if (error instanceof Refusal && (error.status < 500 || error.code === "registration-busy"))
          throw error;
        if (!(error instanceof Refusal)) logFault(error);
        const notice = registrationMessagesOf(on.visited.language).refusals["disk-full"];
        return show(c, on, fieldOf(fields, FIELDS.invitation), {
          values: readForm(fields),
          rows: rowsOf(fields),
          formToken: fieldOf(fields, FIELDS.form),
          proof: fieldOf(fields, FIELDS.proof),
          notice,
          status: 503,
        });
      }
    });
}

const openAmong = (places: readonly OfferedPlace[]): string[] =>
  places.filter(({ standing }) => standing === "open").map(({ id }) => id);

/** What is wrong with the list, and with nothing else of the form. */
function listErrors(values: FormValues, event: RegistrationEvent): FieldError[] {
  const errors = checkForm(values, event, []).errors ?? [];
  const found = errors.filter(({ field }) => field === FIELDS.delegation || field === FIELDS.delegationFile);
  return found.length > 0 ? found : [{ field: FIELDS.delegationFile, code: "delegation-missing" }];
}

/** The form's present address, with the invitation that stood in the former one. */
function moved(c: Context, on: { language: Language; movedTo: string }): Response {
  const { pathname, search } = new URL(c.req.url);
  const path = pathname.endsWith("/list") ? registerListPath : registerPath;
  const to = `${path(on.language, on.movedTo)}${search}`;
  return privateRedirect(c, to, c.req.method === "POST" ? 308 : 301);
}
