import type { Context } from "hono";
import { Hono } from "hono/quick";
import { FAVICON_PATH, ICON_PATHS, ROBOTS_PATH, SECURITY_PATH } from "../../domain/addresses.ts";
import { isForSearchEngines } from "../../domain/documents/site.ts";
import { latestOf } from "../../domain/instant.ts";
import { DEFAULT_LANGUAGE } from "../../domain/language.ts";
import { FAVICON_SVG } from "../../rendering/pages/frame/favicon.ts";
import { iconIco, iconPng } from "../../rendering/pages/frame/icons.ts";
import { robotsTxt } from "../../rendering/well-known/robots.ts";
import { securityTxt } from "../../rendering/well-known/security-txt.ts";
import { answer } from "../answers/answer.ts";
import { readRecentReleases } from "../lists/recent-releases.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import { visit } from "../request/visit.ts";

const PLAIN = "text/plain; charset=utf-8";

/** The small files that machines ask for at fixed addresses. */
export function fixedRoutes(dependencies: ReadDependencies): Hono {
  return new Hono()
    .get(ROBOTS_PATH, async (c) => {
      const { now, site } = await visit(dependencies, c, DEFAULT_LANGUAGE);
      const { entries, leftAt, change } = await readRecentReleases(dependencies.reader, now);
      return answer(c, {
        body: robotsTxt(site.value, {
          indexed: isForSearchEngines(site.value),
          hasNews: entries.length > 0,
        }),
        contentType: PLAIN,
        lastModified: latestOf(site.changedAt, leftAt, ...entries.map((entry) => entry.changedAt)),
        now,
        change,
      });
    })
    .get(SECURITY_PATH, async (c) => {
      const { now, site } = await visit(dependencies, c, DEFAULT_LANGUAGE);
      const startOfMonth = `${now.slice(0, 7)}-01T00:00:00Z`;
      const lastModified = latestOf(site.changedAt, startOfMonth);
      return answer(c, { body: securityTxt(site.value, now), contentType: PLAIN, lastModified, now });
    })
    .get(FAVICON_PATH, async (c) => {
      const { now, site } = await visit(dependencies, c, DEFAULT_LANGUAGE);
      return answer(c, {
        body: FAVICON_SVG,
        contentType: "image/svg+xml",
        lastModified: site.changedAt,
        now,
      });
    })
    .get(ICON_PATHS.ico, icon(dependencies, "image/x-icon", iconIco))
    .get(
      ICON_PATHS.touch,
      icon(dependencies, "image/png", () => iconPng(180)),
    );
}

function icon(dependencies: ReadDependencies, contentType: string, bytes: () => Uint8Array<ArrayBuffer>) {
  return async (c: Context): Promise<Response> => {
    const { now, site } = await visit(dependencies, c, DEFAULT_LANGUAGE);
    return answer(c, { body: bytes(), contentType, lastModified: site.changedAt, now });
  };
}
