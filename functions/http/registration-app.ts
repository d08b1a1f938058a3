import type { Context } from "hono";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { DEFAULT_LANGUAGE } from "../domain/language.ts";
import { Refusal } from "../domain/refusal.ts";
import { closedLinkPage, tooLargePage } from "../rendering/pages/registration/question-page.tsx";
import { EARLY_HEADERS } from "./early/early-answer.ts";
import { throughTheEdge } from "./edge-secret.ts";
import { faultRefusal } from "./fault.ts";
import { refusedPage } from "./refused-page.ts";
import { privateAnswer } from "./registration/private-answer.ts";
import type { RegistrationAppDependencies } from "./registration/registration-dependencies.ts";
import { checkMailRoutes } from "./routes/check-mail-routes.ts";
import { registerRoutes } from "./routes/register-routes.ts";
import { registrationRoutes } from "./routes/registration-routes.ts";
import { languageOf, visit } from "./visit.ts";

/** A workbook chosen by mistake is told at its field; as much as Lambda takes (6 MB, in base64 a third more). */
const LARGEST_BODY = 4 * 1024 * 1024;

/**
 * Registration: the form, and the registration of whoever holds its link.
 *
 * @example
 * const app = registrationApp(dependencies);
 * const form = await app.request("/en/register/world-day-2027", { headers: { [EDGE_SECRET_HEADER]: secret } });
 */
export function registrationApp(dependencies: RegistrationAppDependencies): Hono {
  const app = new Hono();
  app.use(throughTheEdge(dependencies.edgeSecrets));
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => refused(dependencies, c, tooLarge()) }));
  app.route("/", checkMailRoutes(dependencies));
  app.route("/", registerRoutes(dependencies));
  app.route("/", registrationRoutes(dependencies));
  app.notFound((c) => refused(dependencies, c, nothingHere()));
  app.onError((error, c) => refused(dependencies, c, error instanceof Refusal ? error : faultRefusal(error)));
  return app;
}

async function refused(
  dependencies: RegistrationAppDependencies,
  c: Context,
  refusal: Refusal,
): Promise<Response> {
  const language = languageOf(c.req.path) ?? DEFAULT_LANGUAGE;
  if (refusal.code === "registration-unknown") {
    const { context } = await visit(dependencies, c, language);
    return privateAnswer(c, language, closedLinkPage(context), 404);
  }
  if (refusal.status === 413) {
    const { context } = await visit(dependencies, c, language);
    return privateAnswer(c, language, tooLargePage(context), 413);
  }
  const answer = await refusedPage(dependencies, c, refusal, {});
  for (const [name, value] of Object.entries(EARLY_HEADERS)) answer.headers.set(name, value);
  return answer;
}

function nothingHere(): Refusal {
  return new Refusal("address-not-found", 404, "There is nothing at this address.", "Look at the events.");
}

function tooLarge(): Refusal {
  return new Refusal(
    "query-invalid",
    413,
    "The form is larger than any delegation needs.",
    "Choose a smaller file: a list of names as text.",
  );
}
