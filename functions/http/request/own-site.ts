import type { Context } from "hono";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { HOST_HEADER } from "../../domain/edge-header.ts";

/**
 * Whether a browser says that what it sends comes from a page of another site. Each of its two headers is enough to say
 * so (Fetch, section 3.2, the `Origin` header; Fetch Metadata, section 2.3): Safari names the second only since 16.4.
 * A request that has neither was sent by no browser that we know, and brings nobody's cookies along.
 *
 *     Sec-Fetch-Site  same-origin; none for what a reader asks for by hand; all else is another site, a sibling of ours too
 *     Origin          the address of the site, or the host under which it was reached, as the edge tells it
 *
 * `Origin: null` is a page that does not say where it stands. Ours do: `Referrer-Policy: no-referrer` would have every
 * browser send it for our own forms.
 */
export function isFromElsewhere(c: Context, { address }: Pick<SiteDocument, "address">): boolean {
  const site = c.req.header("Sec-Fetch-Site") ?? "none";
  if (site !== "same-origin" && site !== "none") return true;
  const origin = c.req.header("Origin");
  if (origin === undefined || origin === originOf(address)) return false;
  const host = c.req.header(HOST_HEADER);
  return host === undefined || host === "" || hostOf(origin) !== host.toLowerCase();
}

const originOf = (address: string): string | undefined =>
  URL.canParse(address) ? new URL(address).origin : undefined;
const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;
