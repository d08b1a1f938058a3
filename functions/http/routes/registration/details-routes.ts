import type { Context } from "hono";
import { Hono } from "hono";
import { registrationPath } from "../../../domain/addresses.ts";
import { LANGUAGES } from "../../../domain/language.ts";
import { checkDetails, readDetails } from "../../../domain/registration/form/check-details.ts";
import { checkNeeds } from "../../../domain/registration/form/check-needs.ts";
import { type Fields, fieldOf, readForm } from "../../../domain/registration/form/form.ts";
import { fieldErrors } from "../../../domain/registration/text/field-error.ts";
import {
  type DetailsPageFacts,
  detailsPage,
  detailsStyle,
} from "../../../rendering/pages/registration/details-page.tsx";
import { type NeedsPageFacts, needsPage } from "../../../rendering/pages/registration/needs-page.tsx";
import { SEEN_FIELD } from "../../../rendering/pages/registration/registration-page-facts.ts";
import { styleHash } from "../../../rendering/style/hidden-until-chosen.ts";
import type { Carried } from "../../../workflows/registration/carry-out.ts";
import { changeDetails, changeNeeds } from "../../../workflows/registration/change-details.ts";
import { asRefusal } from "../../answers/fault.ts";
import { formFields } from "../../registration/form-fields.ts";
import { privateAnswer, privateFormAnswer, seeOther } from "../../registration/private-answer.ts";
import type { RegistrationAppDependencies } from "../../registration/registration-dependencies.ts";
import { refusalInWords, refusedFromElsewhere } from "../../registration/self-refusal.ts";
import { ownVisit, type SelfVisit } from "../../registration/self-visit.ts";
import { isFromElsewhere } from "../../request/own-site.ts";

const ROOT = `/:language{${LANGUAGES.join("|")}}/registration/:token`;

type Shown<Facts> = Partial<Facts> & { readonly status?: number };

/** The forms behind the link of a registration, each a page of its own. GET changes nothing. */
export function detailsRoutes(dependencies: RegistrationAppDependencies): Hono {
  const { registering } = dependencies;

  const showDetails = (c: Context, on: SelfVisit, { status, ...facts }: Shown<DetailsPageFacts> = {}) => {
    const { context, language } = on.visited;
    const shown = factsOf(on, facts);
    const style = styleHash(detailsStyle(context, shown));
    return privateFormAnswer(c, language, detailsPage(context, shown), status, style);
  };

  const showNeeds = (c: Context, on: SelfVisit, { status, ...facts }: Shown<NeedsPageFacts> = {}) =>
    privateAnswer(c, on.visited.language, needsPage(on.visited.context, factsOf(on, facts)), status);

  const saveDetails = async (c: Context, on: SelfVisit, fields: Fields): Promise<Response> => {
    const { event, registration, visited } = on;
    const typed = readDetails(fields, registration, visited.now);
    if (isFromElsewhere(c, visited.context.site))
      return showDetails(c, on, { typed, ...refusedFromElsewhere(on.visited.language) });
    const { details, errors } = checkDetails(typed, event, { registration, now: visited.now });
    if (errors) return showDetails(c, on, { typed, errors, status: 422 });
    const asked = { details, seen: seenIn(fields) };
    return carried(
      c,
      on,
      () => changeDetails(registering, { event, id: registration.id }, asked),
      (now, refused) => showDetails(c, now, { typed, ...refused }),
    );
  };

  const saveNeeds = async (c: Context, on: SelfVisit, fields: Fields): Promise<Response> => {
    const { event, registration } = on;
    const typed = readForm(fields);
    if (isFromElsewhere(c, on.visited.context.site))
      return showNeeds(c, on, { typed, ...refusedFromElsewhere(on.visited.language) });
    const { errors, wrong } = fieldErrors();
    const needs = checkNeeds(typed, wrong);
    if (errors.length > 0) return showNeeds(c, on, { typed, errors, status: 422 });
    const asked = { needs, seen: seenIn(fields) };
    return carried(
      c,
      on,
      () => changeNeeds(registering, { event, id: registration.id }, asked),
      (now, refused) => showNeeds(c, now, { typed, ...refused }),
    );
  };

  /** Carries a change out and shows the registration, or the form with what was typed and why it was not. */
  const carried = async (
    c: Context,
    on: SelfVisit,
    change: () => Promise<Carried>,
    show: (now: SelfVisit, refused: { refused: string; isChanged: boolean; status: number }) => Response,
  ): Promise<Response> => {
    const { visited, token } = on;
    try {
      const { changed, registration } = await change();
      const isMailed = changed && registration.verifiedAt !== undefined && !c.req.path.endsWith("/needs");
      return seeOther(
        c,
        `${registrationPath(visited.language, token)}?done=${isMailed ? "mailed" : "saved"}`,
      );
    } catch (error) {
      const refusal = asRefusal(error);
      const refused = refusalInWords(visited.language, refusal);
      if (refused === undefined || refusal.code === "registration-busy") throw error;
      const isChanged = refusal.code === "details-changed";
      return show(await ownVisit(dependencies, c), { refused, isChanged, status: refusal.status });
    }
  };

  return new Hono()
    .get(`${ROOT}/details`, async (c) => showDetails(c, await ownVisit(dependencies, c)))
    .get(`${ROOT}/needs`, async (c) => showNeeds(c, await ownVisit(dependencies, c)))
    .post(`${ROOT}/details`, async (c) =>
      saveDetails(c, await ownVisit(dependencies, c), await formFields(c)),
    )
    .post(`${ROOT}/needs`, async (c) => saveNeeds(c, await ownVisit(dependencies, c), await formFields(c)));
}

function factsOf<Facts>({ event, registration, token }: SelfVisit, facts: Facts) {
  return { event, registration, token, errors: [], ...facts };
}

function seenIn(fields: Fields): string | undefined {
  const seen = fieldOf(fields, SEEN_FIELD);
  return seen === "" ? undefined : seen;
}
