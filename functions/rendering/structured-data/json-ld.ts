import { frontPath } from "../../domain/addresses.ts";
import type { Picture } from "../../domain/documents/parts.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";

/** A value of JSON-LD; what is undefined is left out when it is written. */
export type JsonLdValue = string | number | boolean | undefined | JsonLdNode | readonly JsonLdValue[];

/** A node of JSON-LD: a plain object, ready for JSON. */
export interface JsonLdNode {
  readonly [property: string]: JsonLdValue;
}

/** One page's structured data: its nodes, in the vocabulary of schema.org. */
export function graph(...nodes: readonly JsonLdNode[]): JsonLdNode {
  return { "@context": "https://schema.org", "@graph": nodes };
}

/**
 * JSON-LD as the content of `<script type="application/ld+json">`: `<` is written as an escape, so that no text
 * can end the element or begin a comment in it.
 */
export function jsonLdText(node: JsonLdNode): string {
  return JSON.stringify(node).replaceAll("<", "\\u003c");
}

/** Values of a property, which is left out where there are none: an empty list says nothing and is an error to some. */
export function several<Value extends JsonLdValue>(values: readonly Value[]): readonly Value[] | undefined {
  return values.length === 0 ? undefined : values;
}

/** Who publishes: the same node on every page, told apart by its id. */
export function organisation(site: SiteDocument): JsonLdNode {
  return {
    "@type": "Organization",
    "@id": `${site.address}/#organisation`,
    name: site.organisation,
    url: site.address + frontPath(site.language),
    logo: site.image && site.address + site.image.path,
  };
}

/** The picture of a publication or, where it has none, that of the site. */
export function images(site: SiteDocument, own: Picture | undefined): JsonLdNode[] | undefined {
  const picture = own ?? site.image;
  return picture && [image(site, picture)];
}

export function image(site: SiteDocument, picture: Picture): JsonLdNode {
  return {
    "@type": "ImageObject",
    url: site.address + picture.path,
    width: picture.width,
    height: picture.height,
    caption: picture.alt,
    creditText: picture.credit,
  };
}

/** The way from the front page to a page; the last step is the page itself. */
export function breadcrumbs(
  site: SiteDocument,
  ...steps: readonly { readonly name: string; readonly path: string }[]
): JsonLdNode {
  return {
    "@type": "BreadcrumbList",
    itemListElement: [{ name: site.name, path: frontPath(site.language) }, ...steps].map(
      ({ name, path }, n) => ({
        "@type": "ListItem",
        position: n + 1,
        name,
        item: site.address + path,
      }),
    ),
  };
}
