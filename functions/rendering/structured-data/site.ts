import { frontPath } from "../../domain/addresses.ts";
import type { PageDocument } from "../../domain/documents/page.ts";
import type { SiteDocument } from "../../domain/documents/site.ts";
import { breadcrumbs, graph, type JsonLdNode, organisation, several } from "./json-ld.ts";

/** The newsroom and who runs it, for its front page (schema.org/WebSite, schema.org/Organization). */
export function websiteJsonLd(site: SiteDocument): JsonLdNode {
  const { contact } = site;
  const publisher = organisation(site);
  const whole: JsonLdNode = {
    ...website(site),
    description: site.tagline,
    inLanguage: site.language,
    publisher: { "@id": publisher["@id"] },
  };
  return graph(whole, {
    ...publisher,
    sameAs: several(site.follow.map(({ href }) => href)),
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

/** The newsroom, as every page that belongs to it names it. */
function website(site: SiteDocument): JsonLdNode {
  return {
    "@type": "WebSite",
    "@id": `${site.address}/#website`,
    url: site.address + frontPath(site.language),
    name: site.name,
  };
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
    isPartOf: website(site),
    publisher: organisation(site),
  };
  return graph(page, breadcrumbs(site, { name: title, path }));
}
