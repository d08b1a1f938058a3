import { unitKindOf } from "../../domain/kinds.ts";
/**
 * What an address is to its unit, whatever the slug: by it a document is known again after its slug changed.
 *
 *     /en/releases/world-day     /en/releases/*
 *     /kk/about                  /kk/*
 *     /downloads/emblem/logo.svg /downloads/ * /logo.svg
 *
 * Undefined for addresses that have no slug in them, such as those of the API, and for units that are no publication.
 */
export function addressRole(unit: string, path: string): string | undefined {
  if (unitKindOf(unit) === undefined) return undefined;
  const [, first = "", second = "", third, ...rest] = path.split("/");
  if (rest.length > 0 || first === "api") return undefined;
  if (first === "downloads") return third === undefined ? undefined : `/downloads/*/${third}`;
  return third === undefined ? `/${first}/*` : `/${first}/${second}/*`;
}
