import { Hono } from "hono/quick";
import { answerRefusals } from "../answers/refusals.ts";
import { apiRoutes } from "../api/api-routes.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { calendarRoutes } from "../routes/calendar-routes.ts";
import { changesRoute } from "../routes/changes-route.ts";
import { documentRoute } from "../routes/document-route.ts";
import { eventListRoute } from "../routes/event-list-route.ts";
import { feedRoutes } from "../routes/feed-routes.ts";
import { fixedRoutes } from "../routes/fixed-routes.ts";
import { frontRoute } from "../routes/front-route.ts";
import { kitListRoute } from "../routes/kit-list-route.ts";
import { releaseFormRoute } from "../routes/release-form-route.ts";
import { releaseListRoutes } from "../routes/release-list-routes.ts";
import { sitemapRoutes } from "../routes/sitemap-routes.ts";

/**
 * The newsroom as readers and machines see it: every public address that is read, but for downloads.
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
  answerRefusals(app, dependencies);
  return app;
}
