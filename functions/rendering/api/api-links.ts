import { type ApiCollection, apiPath } from "../../domain/addresses.ts";
import type { Association, RoleText } from "../../domain/api/resource-parts.ts";
import { anchor } from "../../domain/documents/anchor.ts";
import type { Reference } from "../../domain/documents/parts.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import type { Language } from "../../domain/language.ts";
import { absoluteAddresses } from "../feeds/entry-html.ts";

/** What the API tells of the site itself. */
export type ApiSite = Pick<SiteDocument, "address" | "organisation">;

/** Absolute addresses: what stands in an answer of the API is read far from the newsroom. */

/** An item in the API, in one language. */
export function itemAddress(
  site: ApiSite,
  collection: ApiCollection,
  id: string,
  language: Language,
): string {
  return `${site.address}${apiPath(collection, id)}?language=${language}`;
}

/** A figure or a statement, in the API and on the page of its release. */
export function citableLinks(
  site: ApiSite,
  kind: "figure" | "statement",
  id: string,
  release: Pick<Reference, "path" | "language">,
) {
  return {
    self: itemAddress(site, `${kind}s`, id, release.language),
    page: `${site.address}${release.path}#${anchor(kind, id)}`,
  };
}

const COLLECTION_OF = { related: "releases", release: "releases", kit: "kits", event: "events" } as const;

/** @param reference visible at the time of the request */
export function association(site: ApiSite, rel: Association["rel"], reference: Reference): Association {
  const { id, title, language, path } = reference;
  return {
    name: title,
    rel,
    uri: `urn:uuid:${id}`,
    language,
    links: { self: itemAddress(site, COLLECTION_OF[rel], id, language), page: site.address + path },
  };
}

/** HTML of a body with its links within the newsroom made absolute. */
export function htmlRole(site: ApiSite, role: string, html: string, path: string): RoleText {
  return { role, contentType: "text/html", value: absoluteAddresses(html, site.address, path) };
}

export function textRole(role: string, value: string): RoleText {
  return { role, contentType: "text/plain", value };
}
