import type { Context } from "hono";
import { Hono } from "hono";
import { registrationPath } from "../../domain/addresses.ts";
import { toInstant } from "../../domain/instant.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { FIELDS, type Fields, fieldOf } from "../../domain/registration/form.ts";
import { onlyInvitation } from "../../domain/registration/invitation-answer.ts";
import { registrationCalendar } from "../../rendering/calendar/registration-calendar.ts";
import { OUTCOMES } from "../../rendering/messages/registration/registration-messages.ts";
import { invitationPage } from "../../rendering/pages/registration/invitation-page.tsx";
import { registrationStyle } from "../../rendering/pages/registration/people-questions.ts";
import { deletedPage, joinedPage, questionPage } from "../../rendering/pages/registration/question-page.tsx";
import { registrationPage } from "../../rendering/pages/registration/registration-page.tsx";
import {
  type RegistrationPageFacts,
  SELF_ACTIONS,
  type SelfAction,
  SURE_FIELD,
} from "../../rendering/pages/registration/registration-page-facts.ts";
import { styleHash } from "../../rendering/style/hidden-until-chosen.ts";
import { besideOf } from "../../workflows/registration/beside.ts";
import { winnerOver } from "../../workflows/registration/join.ts";
import { EARLY_HEADERS } from "../early/early-answer.ts";
import { faultRefusal } from "../fault.ts";
import { isFromElsewhere } from "../own-site.ts";
import { admission, toBeConfirmed } from "../registration/admission.ts";
import { formFields } from "../registration/form-fields.ts";
import { ownData } from "../registration/own-data.ts";
import { privateAnswer, seeOther } from "../registration/private-answer.ts";
import { networkAddress } from "../registration/registering-visit.ts";
import type { RegistrationAppDependencies } from "../registration/registration-dependencies.ts";
import { ACTIONS, type Asked, asks, refusedField, typedIn } from "../registration/self-actions.ts";
import { refusalInWords, refusedFromElsewhere } from "../registration/self-refusal.ts";
import { availablePlaces, ownVisit, type SelfVisit, selfVisit } from "../registration/self-visit.ts";

const ROOT = `/:language{${LANGUAGES.join("|")}}/registration/:token`;

type Shown = Partial<RegistrationPageFacts> & { readonly status?: number };

/** A registration for whoever holds its link. GET changes nothing: what looks into mail opens links, and presses no buttons. */
export function registrationRoutes(dependencies: RegistrationAppDependencies): Hono {
  const { registering, replies } = dependencies;
  const { limits } = registering;
  const show = async (c: Context, on: SelfVisit, { status = 200, ...facts }: Shown = {}) => {
    const { event, registration, token, isForNewAddress, visited } = on;
    const invitation = isForNewAddress ? undefined : onlyInvitation(registration, visited.now);
    const shown = {
      event,
      registration,
      token,
      isForNewAddress,
      available: availablePlaces(on),
      errors: [],
      beside: await besideOf(registering, event, registration),
      isOutdone: (await winnerOver(registering, event, registration)) !== undefined,
      ...facts,
    };
    if (invitation)
      return privateAnswer(c, visited.language, invitationPage(visited.context, shown, invitation), status);
    const style = styleHash(registrationStyle(visited.context, shown));
    return privateAnswer(c, visited.language, registrationPage(visited.context, shown), status, style);
  };

  const act = async (c: Context, on: SelfVisit, fields: Fields): Promise<Response> => {
    const { visited } = on;
    const action = SELF_ACTIONS.find((each) => each === c.req.param("action"));
    if (!action) throw new Refusal("address-not-found", 404, "There is nothing to do here.", "Go back.");
    const question = asks(action, on, fields);
    if (question && fieldOf(fields, SURE_FIELD) === "")
      return privateAnswer(c, visited.language, questionPage(visited.context, question));
    if (on.isForNewAddress && action !== "verify") return show(c, on);
    if (action === "address" || action === "hand-on") {
      const content = [fieldOf(fields, FIELDS.name), fieldOf(fields, FIELDS.email)];
      const asking = { event: on.event.id, fields, content };
      const admitted = await admission(dependencies, c, asking, visited.now);
      if ("proof" in admitted) return toBeConfirmed(c, visited, admitted.proof);
    }
    try {
      return await answered(c, on, await ACTIONS[action](registering, on, fields));
    } catch (error) {
      return failed(c, on, action, fields, error);
    }
  };

  /** A button behind a link that opens nothing takes room of its network. @throws the error that it is given */
  const costly = async (c: Context, error: unknown): Promise<never> => {
    if (error instanceof Refusal && error.code === "registration-unknown")
      await limits.spend(networkAddress(c), toInstant(dependencies.clock()));
    throw error;
  };

  const answered = async (c: Context, on: SelfVisit, asked: Asked): Promise<Response> => {
    const { visited, token } = on;
    if (asked === "deleted") return privateAnswer(c, visited.language, deletedPage(visited.context));
    if (asked === "joined") return privateAnswer(c, visited.language, joinedPage(visited.context));
    if (typeof asked === "object") return show(c, on, { ...asked, status: asked.errors?.length ? 422 : 200 });
    // After another address was verified, its link is the one that opens.
    const path = registrationPath(visited.language, token);
    return seeOther(c, asked === "asked" ? path : `${path}?done=${asked}`);
  };

  /** What could not be done, in words, above everything that was typed. */
  const failed = async (c: Context, on: SelfVisit, action: SelfAction, fields: Fields, error: unknown) => {
    const refusal = error instanceof Refusal ? error : faultRefusal(error);
    const refused = refusalInWords(on.visited.language, refusal);
    if (refused === undefined || refusal.code === "registration-busy") throw error;
    const field = refusedField(action, refusal);
    const facts = { ...typedIn(action, fields), ...(field ?? { refused }), status: refusal.status };
    return show(c, await selfVisit(dependencies, c), facts);
  };

  return new Hono()
    .get(ROOT, async (c) => {
      const on = await selfVisit(dependencies, c);
      return show(c, on, { done: OUTCOMES.find((each) => each === c.req.query("done")) });
    })
    .get(`${ROOT}/data.json`, async (c) => {
      const { registration, event } = await ownVisit(dependencies, c);
      return file(c, ownData(registration, event), "application/json; charset=utf-8", "registration.json");
    })
    .get(`${ROOT}/calendar.ics`, async (c) => {
      const { registration, event, visited } = await ownVisit(dependencies, c);
      const { now, context } = visited;
      const text = registrationCalendar({ registration, event, site: context.site, replies, now });
      return file(c, text, "text/calendar; charset=utf-8", "registration.ics");
    })
    .get(`${ROOT}/:action`, async (c) => {
      const { visited, token } = await selfVisit(dependencies, c); // where a browser stands after a question
      return seeOther(c, registrationPath(visited.language, token));
    })
    .post(`${ROOT}/:action{${SELF_ACTIONS.join("|")}}`, async (c) => {
      const on = await selfVisit(dependencies, c).catch((error) => costly(c, error));
      if (isFromElsewhere(c, on.visited.context.site))
        return show(c, on, refusedFromElsewhere(on.visited.language));
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
