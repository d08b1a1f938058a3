import type { Context } from "hono";
import { earlyPath } from "../../domain/addresses.ts";
import { DownloadDocument, downloadTarget } from "../../domain/documents/signpost.ts";
import { earlyInstant } from "../../domain/early/shown-early.ts";
import { isVisible } from "../../domain/visibility.ts";
import { readItem } from "../../storage/dynamodb/read-item.ts";
import { earlyRedirect } from "../answers/early-answer.ts";
import type { EarlyDependencies } from "./early-dependencies.ts";
import { earlyDocument, showsMedia } from "./early-document.ts";
import { kitOf } from "./early-links.ts";
import { pageOf } from "./early-publication.ts";
import { closed, type EarlyVisit, type OpenUnit, unitAt } from "./early-visit.ts";

/** A file as the bucket names it; anything else is not asked for. */
const MEDIA = /^\/media\/(?:[0-9a-z]+-[0-9a-z]*\/)?[0-9a-f]{64}\/[^/]+$/;

/**
 * A picture, clip or caption that a granted publication shows. The address says on which page of which publication,
 * and that is looked up: knowing an address of media is no grant.
 * @throws Refusal `early-closed`
 */
export async function earlyMediaAnswer(
  { reader, media }: EarlyDependencies,
  c: Context,
  { visited: { language, now }, token }: EarlyVisit,
  units: readonly OpenUnit[],
): Promise<Response> {
  const path = within(c, language, token);
  const of = c.req.query("of") ?? "";
  const page = pageOf(c.req.query("page"));
  if (!MEDIA.test(path) || page === undefined || !unitAt(units, of)) throw closed();
  const granted = new Set(units.map(({ unit }) => unit.id));
  const shown = await earlyDocument(reader, of, { page, granted, now });
  if (!shown || !showsMedia(shown, path)) throw closed();
  return earlyRedirect(c, await media.address(path), 302);
}

/**
 * A file of a granted kit, as it can be downloaded at the kit's lift.
 * @throws Refusal `early-closed`
 */
export async function downloadAnswer(
  { reader, media, access }: EarlyDependencies,
  c: Context,
  { visited: { language, now }, token, grant }: EarlyVisit,
  units: readonly OpenUnit[],
): Promise<Response> {
  const path = within(c, language, token);
  const kit = kitOf(units, path);
  const stored = kit && (await reader.document(path));
  if (!kit || !stored || JSON.parse(stored.body).kind !== "download") throw closed();
  const download = readItem(DownloadDocument, stored).value;
  const at = earlyInstant(kit, now);
  const target = isVisible(download, at) ? downloadTarget(download, at) : undefined;
  if (target === undefined) throw closed();
  if (c.req.method === "GET") await access.opened(grant, { at: now, what: path }, kit.liftsAt);
  return earlyRedirect(c, await media.address(target), 302);
}

/** The public path that an address within early access stands for. */
function within(c: Context, language: EarlyVisit["visited"]["language"], token: string): string {
  return c.req.path.slice(earlyPath(language, token).length);
}
