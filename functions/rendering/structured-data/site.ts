import { frontPath } from "../../domain/addresses.ts";
import type { PageDocument } from "../../domain/documents/page.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { breadcrumbs, graph, type JsonLdNode, organisation } from "./json-ld.ts";

/** The newsroom and who runs it, for its front page (schema.org/WebSite, schema.org/Organization). */
export function websiteJsonLd(site: SiteDocument): JsonLdNode {
  const { contact } = site;
  const publisher = organisation(site);
  const website: JsonLdNode = {
    "@type": "WebSite",
    "@id": `${site.address}/#website`,
    url: site.address + frontPath(site.language),
    name: site.name,
    description: site.tagline,
    inLanguage: site.language,
    publisher: { "@id": publisher["@id"] },
  };
  return graph(website, {
    ...publisher,
    sameAs: site.follow.length > 0 ? site.follow.map(({ href }) => href) : undefined,
    contactPoint: {
      "@type": "ContactPoint",
      contactType: "press",
      name: contact.name,
      telephone: contact.phone,
      email: contact.email,
      availableLanguage: contact.languages,
    },
  });
}

/** A page of the organisation. */
export function organisationPageJsonLd(site: SiteDocument, document: PageDocument): JsonLdNode {
  const { path, title } = document;
  const url = site.address + path;
  const page: JsonLdNode = {
    "@type": "WebPage",
    "@id": `${url}#page`,
    url,
    name: title,
    description: document.summary,
    inLanguage: document.language,
    isPartOf: { "@id": `${site.address}/#website` },
    publisher: organisation(site),
  };
  return graph(page, breadcrumbs(site, { name: title, path }));
}
