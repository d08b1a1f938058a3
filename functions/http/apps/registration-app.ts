import type { Context } from "hono";
import { Hono } from "hono";
import { DEFAULT_LANGUAGE } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import { closedLinkPage } from "../../rendering/pages/registration/question-page.tsx";
import { answerOptions, methodsAt } from "../answers/allowed-methods.ts";
import { asRefusal } from "../answers/fault.ts";
import { withoutPastedMarks } from "../answers/pasted-address.ts";
import { methodNotAllowed } from "../answers/refusals.ts";
import { refusedRequest } from "../forms/refused-request.ts";
import { readForms } from "../forms/sent-form.ts";
import { busyAnswer } from "../registration/busy-answer.ts";
import { inTime } from "../registration/in-time.ts";
import { privateAnswer, privateRedirect } from "../registration/private-answer.ts";
import type { RegistrationAppDependencies } from "../registration/registration-dependencies.ts";
import { seenVisits } from "../registration/seen-visits.ts";
import { throughTheEdge } from "../request/edge-secret.ts";
import { languageOf, visit } from "../request/visit.ts";
import { checkMailRoutes } from "../routes/registration/check-mail-routes.ts";
import { detailsRoutes } from "../routes/registration/details-routes.ts";
import { guestRoutes } from "../routes/registration/guest-routes.ts";
import { registerRoutes } from "../routes/registration/register-routes.ts";
import { registrationRoutes } from "../routes/registration/registration-routes.ts";

/**
 * Registration: the form, and the registration of whoever holds its link.
 *
 * @example
 * const app = registrationApp(dependencies);
 * const form = await app.request("/en/register/world-day-2027", { headers: { [EDGE_SECRET_HEADER]: secret } });
 */
export function registrationApp(dependencies: RegistrationAppDependencies): Hono {
  const app = new Hono();
  const seen = seenVisits(() => performance.now());
  app.use(throughTheEdge(dependencies.edgeSecrets));
  app.use(answerOptions(app));
  app.use(readForms);
  app.use(inTime(dependencies.deadlineMs));
  app.route("/", checkMailRoutes(dependencies));
  app.route("/", registerRoutes(dependencies, seen));
  app.route("/", detailsRoutes(dependencies));
  app.route("/", guestRoutes(dependencies));
  app.route("/", registrationRoutes(dependencies));
  app.notFound(async (c) => {
    const allow = methodsAt(app, c.req.path);
    if (allow === undefined) return refused(dependencies, c, nothingHere());
    const answer = await refused(dependencies, c, methodNotAllowed(c.req.method, allow));
    answer.headers.set("Allow", allow);
    return answer;
  });
  app.onError(async (error, c) => {
    const refusal = asRefusal(error);
    const pasted = refusal.status === 404 ? await withoutPastedMarks(app, c) : undefined;
    if (pasted !== undefined) return privateRedirect(c, pasted, 301);
    const busy = refusal.code === "registration-busy" ? await busyAnswer(seen, c) : undefined;
    return busy ?? refused(dependencies, c, refusal);
  });
  return app;
}

async function refused(
  dependencies: RegistrationAppDependencies,
  c: Context,
  refusal: Refusal,
): Promise<Response> {
  if (refusal.code !== "registration-unknown") return refusedRequest(dependencies, c, refusal);
  const language = languageOf(c.req.path) ?? DEFAULT_LANGUAGE;
  const { context } = await visit(dependencies, c, language);
  return privateAnswer(c, language, closedLinkPage(context), 404);
}

function nothingHere(): Refusal {
  return new Refusal("address-not-found", 404, "There is nothing at this address.", "Look at the events.");
}
