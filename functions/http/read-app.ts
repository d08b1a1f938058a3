import type { Context } from "hono";
import { Hono } from "hono/quick";
import { API_HOME_PATH } from "../domain/addresses.ts";
import { Refusal } from "../domain/refusal.ts";
import { apiRoutes } from "./api/api-routes.ts";
import type { ReadDependencies } from "./dependencies.ts";
import { problem } from "./problem.ts";
import { refusedPage } from "./refused-page.ts";
import { calendarRoutes } from "./routes/calendar-routes.ts";
import { changesRoute } from "./routes/changes-route.ts";
import { documentRoute } from "./routes/document-route.ts";
import { eventListRoute } from "./routes/event-list-route.ts";
import { feedRoutes } from "./routes/feed-routes.ts";
import { fixedRoutes } from "./routes/fixed-routes.ts";
import { frontRoute } from "./routes/front-route.ts";
import { kitListRoute } from "./routes/kit-list-route.ts";
import { releaseFormRoute } from "./routes/release-form-route.ts";
import { releaseListRoutes } from "./routes/release-list-routes.ts";
import { sitemapRoutes } from "./routes/sitemap-routes.ts";

const READING_METHODS = "GET, HEAD, OPTIONS";

/**
 * The newsroom as readers and machines see it: every public address that is read.
 *
 * @example
 * const app = readApp({ reader, clock: () => new Date(), preview: false });
 * const answer = await app.request("/en/");
 */
export function readApp(dependencies: ReadDependencies): Hono {
  const app = new Hono();
  app.route("/", apiRoutes(dependencies));
  for (const routes of [
    frontRoute,
    releaseListRoutes,
    releaseFormRoute,
    changesRoute,
    eventListRoute,
    kitListRoute,
    feedRoutes,
    calendarRoutes,
    sitemapRoutes,
    fixedRoutes,
    documentRoute,
  ]) {
    app.route("/", routes(dependencies));
  }
  app.notFound((c) => refused(dependencies, c, methodNotAllowed(c.req.method)));
  app.onError((error, c) => {
    if (error instanceof Refusal) return refused(dependencies, c, error);
    console.error(
      JSON.stringify({ level: "ERROR", path: c.req.path, message: error.message, stack: error.stack }),
    );
    return refused(
      dependencies,
      c,
      new Refusal("fault", 500, "Something went wrong on our side.", "Try again in a minute."),
    );
  });
  return app;
}

/** One refusal, in the form that its address calls for. */
function refused(dependencies: ReadDependencies, c: Context, refusal: Refusal): Response | Promise<Response> {
  const headers: Record<string, string> = refusal.status === 405 ? { Allow: READING_METHODS } : {};
  return c.req.path.startsWith(API_HOME_PATH)
    ? problem(c, refusal, headers)
    : refusedPage(dependencies, c, refusal, headers);
}

/** Every address is answered for GET; what matches no route came with another method. */
function methodNotAllowed(method: string): Refusal {
  return new Refusal(
    "method-not-allowed",
    405,
    `${method} means nothing here.`,
    `Use one of ${READING_METHODS}.`,
  );
}
