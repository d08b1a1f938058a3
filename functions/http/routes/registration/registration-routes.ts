import type { Context } from "hono";
import { Hono } from "hono";
import { registrationPath } from "../../../domain/addresses.ts";
import { toInstant } from "../../../domain/instant.ts";
import { LANGUAGES } from "../../../domain/language.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { registrationCalendar } from "../../../rendering/calendar/registration-calendar.ts";
import { OUTCOMES } from "../../../rendering/messages/shapes/registration-messages.ts";
import { SELF_ACTIONS } from "../../../rendering/pages/registration/registration-page-facts.ts";
import { EARLY_HEADERS } from "../../answers/early-answer.ts";
import { carryOutAction } from "../../registration/carry-out-action.ts";
import { formFields } from "../../registration/form-fields.ts";
import { invitingOf } from "../../registration/inviting.ts";
import { ownData } from "../../registration/own-data.ts";
import { seeOther } from "../../registration/private-answer.ts";
import { networkAddress } from "../../registration/registering-visit.ts";
import type { RegistrationAppDependencies } from "../../registration/registration-dependencies.ts";
import { refusedFromElsewhere } from "../../registration/self-refusal.ts";
import { ownVisit, selfVisit } from "../../registration/self-visit.ts";
import { showRegistration } from "../../registration/show-registration.ts";
import { isFromElsewhere } from "../../request/own-site.ts";

const ROOT = `/:language{${LANGUAGES.join("|")}}/registration/:token`;

/** A registration for whoever holds its link. GET changes nothing: what looks into mail opens links, and presses no buttons. */
export function registrationRoutes(dependencies: RegistrationAppDependencies): Hono {
  const { registering, replies } = dependencies;

  /** A button behind a link that opens nothing takes room of its network. @throws the error that it is given */
  const costly = async (c: Context, error: unknown): Promise<never> => {
    if (error instanceof Refusal && error.code === "registration-unknown")
      await registering.limits.spend(networkAddress(c), toInstant(dependencies.clock()));
    throw error;
  };

  return new Hono()
    .get(ROOT, async (c) => {
      const on = await selfVisit(dependencies, c);
      const done = OUTCOMES.find((each) => each === c.req.query("done"));
      return showRegistration(dependencies, c, on, { done });
    })
    .get(`${ROOT}/data.json`, async (c) => {
      const on = await ownVisit(dependencies, c);
      const { notUntil } = (await invitingOf(registering, on)) ?? {};
      const data = ownData(on.registration, on.event, notUntil);
      return file(c, data, "application/json; charset=utf-8", "registration.json");
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
        return showRegistration(dependencies, c, on, refusedFromElsewhere(on.visited.language));
      return carryOutAction(dependencies, c, on, await formFields(c));
    });
}

function file(c: Context, body: string, type: string, name: string): Response {
  return c.body(body, 200, {
    ...EARLY_HEADERS,
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${name}"`,
  });
}
