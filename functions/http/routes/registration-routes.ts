import type { Context } from "hono";
import { Hono } from "hono";
import { registrationPath } from "../../domain/addresses.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { type Fields, fieldOf } from "../../domain/registration/form.ts";
import { registrationCalendar } from "../../rendering/calendar/registration-calendar.ts";
import type { SaidRefusal } from "../../rendering/messages/registration/registration-messages.ts";
import { registrationMessagesOf } from "../../rendering/messages/registration/registration-messages-of.ts";
import { deletedPage, questionPage } from "../../rendering/pages/registration/question-page.tsx";
import { registrationPage } from "../../rendering/pages/registration/registration-page.tsx";
import {
  type RegistrationPageFacts,
  SELF_ACTIONS,
  SURE_FIELD,
} from "../../rendering/pages/registration/registration-page-facts.ts";
import { EARLY_HEADERS } from "../early/early-answer.ts";
import { formFields } from "../registration/form-fields.ts";
import { ownData } from "../registration/own-data.ts";
import { privateAnswer, seeOther } from "../registration/private-answer.ts";
import { isCrossSite } from "../registration/registering-visit.ts";
import type { RegistrationAppDependencies } from "../registration/registration-dependencies.ts";
import { ACTIONS, type Asked, asks } from "../registration/self-actions.ts";
import { availablePlaces, type SelfVisit, selfVisit } from "../registration/self-visit.ts";

const ROOT = `/:language{${LANGUAGES.join("|")}}/registration/:token`;

type Shown = Partial<RegistrationPageFacts> & { readonly status?: number };

/** A registration for whoever holds its link. GET changes nothing: what looks into mail opens links, and presses no buttons. */
export function registrationRoutes(dependencies: RegistrationAppDependencies): Hono {
  const show = (c: Context, on: SelfVisit, { status = 200, ...facts }: Shown = {}) => {
    const { event, registration, token, isForNewAddress, visited } = on;
    const html = registrationPage(visited.context, {
      event,
      registration,
      token,
      isForNewAddress,
      available: availablePlaces(on),
      errors: [],
      ...facts,
    });
    return privateAnswer(c, visited.language, html, status);
  };

  const act = async (c: Context, on: SelfVisit, fields: Fields): Promise<Response> => {
    const { visited, token } = on;
    const action = SELF_ACTIONS.find((each) => each === c.req.param("action"));
    if (!action) throw new Refusal("address-not-found", 404, "There is nothing to do here.", "Go back.");
    const question = asks(action, on, fields);
    if (question && fieldOf(fields, SURE_FIELD) === "")
      return privateAnswer(c, visited.language, questionPage(visited.context, question));
    if (on.isForNewAddress && action !== "verify") return show(c, on);
    try {
      return answered(c, on, await ACTIONS[action](dependencies.registering, on, fields));
    } catch (error) {
      const refused = error instanceof Refusal ? inWords(on, error) : undefined;
      if (refused === undefined || !(error instanceof Refusal)) throw error;
      return show(c, await selfVisit(dependencies, c), { refused, status: error.status });
    }

    function answered(c: Context, on: SelfVisit, asked: Asked): Response {
      if (asked === "deleted") return privateAnswer(c, visited.language, deletedPage(visited.context));
      if (asked === "done") return seeOther(c, `${registrationPath(visited.language, token)}?saved=1`);
      return show(c, on, { ...asked, status: asked.errors?.length ? 422 : 200 });
    }
  };

  return new Hono()
    .get(ROOT, async (c) => {
      const on = await selfVisit(dependencies, c);
      return show(c, on, { saved: c.req.query("saved") !== undefined });
    })
    .get(`${ROOT}/data.json`, async (c) => {
      const { registration, event } = await selfVisit(dependencies, c);
      return file(c, ownData(registration, event), "application/json; charset=utf-8", "registration.json");
    })
    .get(`${ROOT}/calendar.ics`, async (c) => {
      const { registration, event, visited } = await selfVisit(dependencies, c);
      const text = registrationCalendar({ registration, event, site: visited.context.site });
      return file(c, text, "text/calendar; charset=utf-8", "registration.ics");
    })
    .post(`${ROOT}/:action`, async (c) => {
      const on = await selfVisit(dependencies, c);
      if (isCrossSite(c)) return show(c, on); // the page with its buttons: whoever meant it presses one here
      return act(c, on, await formFields(c));
    });
}

function file(c: Context, body: string, type: string, name: string): Response {
  return c.body(body, 200, {
    ...EARLY_HEADERS,
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${name}"`,
  });
}

/** A refusal as its person reads it; undefined for one that people do not meet here. */
function inWords({ visited: { language } }: SelfVisit, { code }: Refusal): string | undefined {
  const { refusals } = registrationMessagesOf(language);
  const said = Object.keys(refusals).find((each): each is SaidRefusal => each === code);
  return said && refusals[said];
}
