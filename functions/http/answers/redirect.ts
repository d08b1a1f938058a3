import type { Context } from "hono";
import { SEGMENTS } from "../../domain/addresses.ts";
import type { PublicationKind } from "../../domain/kinds.ts";

/**
 * Sends a reader on. Where a signpost leads may change with the next publication, so neither browser nor edge keeps
 * the answer, a permanent one included.
 */
export function redirect(
  c: Context,
  to: string,
  status: 301 | 302 = 301,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return c.body(null, status, { ...headers, Location: to, "Cache-Control": "no-store" });
}

/**
 * Where a further address of a publication leads (a form, a calendar, its changes) whose page redirects to `to`: to
 * the same of what stands there, or to its page when that is of another kind and has no such address.
 *
 * @param of the further address of a publication by its path
 */
export function furtherAddress(to: string, kind: PublicationKind, of: (path: string) => string): string {
  return to.split("/")[2] === SEGMENTS[kind] ? of(to) : to;
}
