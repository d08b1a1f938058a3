import type { Context } from "hono";
import { Hono } from "hono";
import { DEFAULT_LANGUAGE } from "../../domain/language.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { earlyClosedPage } from "../../rendering/pages/early/early-closed-page.tsx";
import { answerOptions, methodsAt } from "../answers/allowed-methods.ts";
import { EARLY_HEADERS, earlyRedirect } from "../answers/early-answer.ts";
import { asRefusal } from "../answers/fault.ts";
import { refusalAnswer } from "../answers/page-answer.ts";
import { withoutPastedMarks } from "../answers/pasted-address.ts";
import { methodNotAllowed } from "../answers/refusals.ts";
import type { EarlyDependencies } from "../early/early-dependencies.ts";
import { earlyRoutes } from "../early/early-routes.ts";
import { closed } from "../early/early-visit.ts";
import { refusedRequest } from "../forms/refused-request.ts";
import { readForms } from "../forms/sent-form.ts";
import { throughTheEdge } from "../request/edge-secret.ts";
import { languageOf, visit } from "../request/visit.ts";

/**
 * Early access to what has not lifted, for those who were sent a link.
 *
 * @example
 * const app = earlyApp(dependencies);
 * const landing = await app.request(`/en/early/${token}`, { headers: { [EDGE_SECRET_HEADER]: secret } });
 */
export function earlyApp(dependencies: EarlyDependencies): Hono {
  const app = new Hono();
  app.use(throughTheEdge(dependencies.edgeSecrets));
  app.use(answerOptions(app));
  app.use(readForms);
  app.route("/", earlyRoutes(dependencies));
  app.notFound(async (c) => {
    const allow = methodsAt(app, c.req.path);
    if (allow === undefined) return refused(dependencies, c, closed());
    const answer = await refused(dependencies, c, methodNotAllowed(c.req.method, allow));
    answer.headers.set("Allow", allow);
    return answer;
  });
  app.onError(async (error, c) => {
    const refusal = asRefusal(error);
    const pasted = refusal.status === 404 ? await withoutPastedMarks(app, c) : undefined;
    return pasted === undefined ? refused(dependencies, c, refusal) : earlyRedirect(c, pasted, 301);
  });
  return app;
}

async function refused(dependencies: EarlyDependencies, c: Context, refusal: Refusal): Promise<Response> {
  if (refusal.code !== "early-closed") return refusedRequest(dependencies, c, refusal);
  const language = languageOf(c.req.path) ?? DEFAULT_LANGUAGE;
  const { context } = await visit(dependencies, c, language);
  const answer = refusalAnswer(c, language, earlyClosedPage(context), 404);
  for (const [name, value] of Object.entries(EARLY_HEADERS)) answer.headers.set(name, value);
  return answer;
}
