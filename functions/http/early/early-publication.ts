import type { Context } from "hono";
import { earlyInstant } from "../../domain/early/shown-early.ts";
import { documentPage } from "../../rendering/pages/document-page.ts";
import { standingInWords } from "../../rendering/pages/early/early-contents-page.tsx";
import type { PageContext } from "../../rendering/pages/frame/page-context.ts";
import { earlyPageAnswer } from "../answers/early-answer.ts";
import type { EarlyDependencies } from "./early-dependencies.ts";
import { earlyDocument } from "./early-document.ts";
import { standingOf } from "./early-entries.ts";
import { earlyLinks, hiddenAddresses } from "./early-links.ts";
import { closed, type EarlyVisit, type OpenUnit, unitAt } from "./early-visit.ts";

/**
 * A publication that is not public yet, as it will be at its lift, with a banner that says until when it is embargoed.
 * @throws Refusal `early-closed` for what was not granted
 */
export async function publicationAnswer(
  { reader, access, media }: EarlyDependencies,
  c: Context,
  { visited, token, grant }: EarlyVisit,
  units: readonly OpenUnit[],
): Promise<Response> {
  const { language, now } = visited;
  const path = `/${language}/${c.req.param("segment")}/${c.req.param("slug")}`;
  const open = unitAt(units, path);
  if (!open) throw closed();
  const page = pageOf(c.req.query("page"));
  const granted = new Set(units.map(({ unit }) => unit.id));
  const shown = page === undefined ? undefined : await earlyDocument(reader, path, { page, granted, now });
  if (page === undefined || !shown) throw closed();
  const { document, pages } = shown;
  const hidden = await hiddenAddresses(reader, document, now);
  if (c.req.method === "GET") await access.opened(grant, { at: now, what: path }, open.liftsAt);
  const context: PageContext = {
    ...visited.context,
    now: earlyInstant(document, now),
    early: {
      banner: standingInWords(standingOf(open, document), language),
      link: earlyLinks({ token, language, units, of: path, page, hidden }),
    },
  };
  return earlyPageAnswer(c, language, documentPage(context, document, { position: { page, pages } }), {
    media: await media.origin(),
  });
}

/** The page that was asked for; undefined for what is no number of a page. */
export function pageOf(text = "1"): number | undefined {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
}
