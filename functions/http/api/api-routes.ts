import type { Context } from "hono";
import { Hono } from "hono/quick";
import { API_HOME_PATH, apiPath, OPENAPI_PATH } from "../../domain/addresses.ts";
import { scheduledKitChanges } from "../../domain/documents/kit-times.ts";
import {
  EventEntry,
  FigureEntry,
  KitEntry,
  ReleaseEntry,
  StatementEntry,
} from "../../domain/documents/listing.ts";
import { FigureRecord, StatementRecord } from "../../domain/documents/record.ts";
import { DEFAULT_LANGUAGE } from "../../domain/language.ts";
import { apiPage } from "../../rendering/api/api-page.tsx";
import { figureAlone, statementAlone } from "../../rendering/api/citable-resources.ts";
import { eventSummary } from "../../rendering/api/event-resource.ts";
import { kitSummary } from "../../rendering/api/kit-resource.ts";
import { openApiText } from "../../rendering/api/openapi-text.ts";
import { releaseSummary } from "../../rendering/api/release-resource.ts";
import { removedItem } from "../../rendering/api/removed-item.ts";
import { answer, CORS_HEADERS } from "../answers/answer.ts";
import { pageAnswer } from "../answers/page-answer.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { visit } from "../request/visit.ts";
import { citableRoute } from "./citable-route.ts";
import { listRoute } from "./list-route.ts";
import { noSuchAddress } from "./not-found.ts";
import { publicationRoute } from "./publication-route.ts";

/**
 * The JSON API: collections and their items, the OpenAPI document, and the page that explains them. Methods other
 * than these, and refusals, are answered by the app that mounts it.
 */
export function apiRoutes(dependencies: ReadDependencies): Hono {
  const app = new Hono();
  app.options("/api/*", preflight);

  app.get(
    apiPath("releases"),
    listRoute(dependencies, {
      collection: "releases",
      entry: ReleaseEntry,
      show: releaseSummary,
      removed: (site, tombstone) => removedItem(site, "release", tombstone),
    }),
  );
  app.get(
    apiPath("events"),
    listRoute(dependencies, {
      collection: "events",
      entry: EventEntry,
      show: eventSummary,
      removed: (site, tombstone) => removedItem(site, "event", tombstone),
      scheduledChanges: (event, { when }) => (when === undefined ? [] : [event.end]),
    }),
  );
  app.get(
    apiPath("kits"),
    listRoute(dependencies, {
      collection: "kits",
      entry: KitEntry,
      show: kitSummary,
      scheduledChanges: scheduledKitChanges,
      removed: (site, tombstone) => removedItem(site, "kit", tombstone),
    }),
  );
  app.get(
    apiPath("figures"),
    listRoute(dependencies, {
      collection: "figures",
      entry: FigureEntry,
      show: figureAlone,
      scheduledChanges: replaced,
    }),
  );
  app.get(
    apiPath("statements"),
    listRoute(dependencies, {
      collection: "statements",
      entry: StatementEntry,
      show: statementAlone,
    }),
  );

  app.get(apiPath("releases", ":id"), publicationRoute(dependencies, "release"));
  app.get(apiPath("events", ":id"), publicationRoute(dependencies, "event"));
  app.get(apiPath("kits", ":id"), publicationRoute(dependencies, "kit"));
  app.get(
    apiPath("figures", ":id"),
    citableRoute(dependencies, {
      kind: "figure",
      record: FigureRecord,
      show: figureAlone,
      scheduledChanges: replaced,
    }),
  );
  app.get(
    apiPath("statements", ":id"),
    citableRoute(dependencies, {
      kind: "statement",
      record: StatementRecord,
      show: statementAlone,
    }),
  );

  app.get(OPENAPI_PATH, async (c) => {
    const { site, now } = await visit(dependencies, c, DEFAULT_LANGUAGE);
    return answer(c, {
      body: openApiText(),
      contentType: "application/json",
      lastModified: site.changedAt,
      now,
      cors: true,
    });
  });
  app.get(API_HOME_PATH, async (c) => {
    const visited = await visit(dependencies, c, DEFAULT_LANGUAGE);
    return pageAnswer(c, visited, apiPage(visited.context, JSON.parse(openApiText())), { changed: [] });
  });
  app.get("/api", (c) => c.redirect(API_HOME_PATH, 301));
  app.get("/api/*", () => {
    throw noSuchAddress();
  });
  return app;
}

/** When a newer figure takes its place, if there is one. */
function replaced({ figure }: FigureEntry): string[] {
  return figure.supersededBy ? [figure.supersededBy.release.publishAt] : [];
}

/** Any site's script may ask, conditionally as well. */
function preflight(c: Context): Response {
  const allow = "GET, HEAD, OPTIONS";
  return c.body(null, 204, {
    ...CORS_HEADERS,
    Allow: allow,
    "Access-Control-Allow-Methods": allow,
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
  });
}
