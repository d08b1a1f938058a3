import type { Context } from "hono";
import { Hono } from "hono";
import { earlyPath, SEGMENTS } from "../../domain/addresses.ts";
import { earlyContentsPath } from "../../domain/early/addresses.ts";
import { latest } from "../../domain/instant.ts";
import { LANGUAGES, type Language } from "../../domain/language.ts";
import { earlyContentsPage } from "../../rendering/pages/early/early-contents-page.tsx";
import { earlyLandingPage } from "../../rendering/pages/early/early-landing-page.tsx";
import { earlyPageAnswer, earlyRedirect } from "../answers/early-answer.ts";
import { isFromElsewhere } from "../request/own-site.ts";
import { keepCookie } from "../request/private-cookie.ts";
import type { EarlyDependencies } from "./early-dependencies.ts";
import { earlyEntries } from "./early-entries.ts";
import { downloadAnswer, earlyMediaAnswer } from "./early-files.ts";
import { publicationAnswer } from "./early-publication.ts";
import { publishedAddress } from "./early-published.ts";
import { COOKIE, closed, type EarlyVisit, earlyVisit, type OpenUnit, openUnits } from "./early-visit.ts";

const ROOT = `/:language{${LANGUAGES.join("|")}}/early/:token`;

type Opened = (c: Context, early: EarlyVisit, units: readonly OpenUnit[]) => Response | Promise<Response>;

/**
 * Early access. GET of the link shows a page that says nothing and changes nothing, so that programs which look into
 * mail learn and burn nothing; POST, which only its button sends, opens it. Once it is public, every address leads to
 * what stands there in public, without the button and after the link has ended, too.
 */
export function earlyRoutes(dependencies: EarlyDependencies): Hono {
  /** Whatever the link alone opens. */
  const early = (answer: Opened) => async (c: Context) => {
    const visit = await earlyVisit(dependencies, c);
    const units = await openUnits(dependencies, visit);
    const published = publishedAddress(c, visit, units);
    if (published !== undefined) return earlyRedirect(c, published, c.req.method === "POST" ? 303 : 302);
    if (visit.expired) throw closed();
    return answer(c, visit, units);
  };
  /** Whatever stands behind the button: without its cookie every address leads back to the button. */
  const opened = (answer: Opened) =>
    early((c, visit, units) =>
      visit.opened
        ? answer(c, visit, units)
        : earlyRedirect(c, earlyPath(visit.visited.language, visit.token), 303),
    );

  return new Hono()
    .get(
      ROOT,
      early((c, { visited, token }) =>
        earlyPageAnswer(c, visited.language, earlyLandingPage(visited.context, token)),
      ),
    )
    .post(
      ROOT,
      early(async (c, { grant, visited, token }, units) => {
        if (isFromElsewhere(c, visited.context.site))
          return earlyPageAnswer(c, visited.language, earlyLandingPage(visited.context, token), {
            status: 403,
          });
        const lifts = units.map((unit) => unit.liftsAt);
        await dependencies.access.opened(
          grant,
          { at: visited.now, what: "link" },
          latest(lifts) ?? grant.expiresAt,
        );
        const code = await dependencies.signer.sign("early access cookie", grant.id);
        const pathIn = (language: Language) => earlyPath(language, token);
        keepCookie(c, { name: COOKIE, pathIn, secure: dependencies.secure }, code);
        return earlyRedirect(c, earlyContentsPath(visited.language, token), 303);
      }),
    )
    .get(
      `${ROOT}/contents`,
      opened(async (c, early, units) => {
        const { visited, token, grant } = early;
        const entries = await earlyEntries(dependencies, early, units);
        const html = earlyContentsPage(visited.context, { token, endsAt: grant.expiresAt, entries });
        return earlyPageAnswer(c, visited.language, html);
      }),
    )
    .get(
      `${ROOT}/:segment{${Object.values(SEGMENTS).join("|")}}/:slug`,
      opened((c, early, units) => publicationAnswer(dependencies, c, early, units)),
    )
    .get(
      `${ROOT}/media/*`,
      opened((c, early, units) => earlyMediaAnswer(dependencies, c, early, units)),
    )
    .get(
      `${ROOT}/downloads/:kit/:file`,
      opened((c, early, units) => downloadAnswer(dependencies, c, early, units)),
    );
}
