import { raw } from "hono/html";
import { pagePath } from "../../../domain/addresses.ts";
import type { PageDocument } from "../../../domain/documents/page.ts";
import { organisationPageJsonLd } from "../../structured-data/site.ts";
import { translated } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { PressContacts } from "../parts/press-contacts.tsx";

/** A page of the organisation: who we are, where we work. */
export function organisationPage(context: PageContext, document: PageDocument): string {
  const { title, summary, path, slug, translations, contacts, html } = document;
  return page(
    context,
    {
      title,
      description: summary,
      canonical: path,
      languages: translated(translations, (language) => pagePath(language, slug)),
      jsonLd: organisationPageJsonLd(context.site, document),
    },
    <article>
      <header class="head">
        <h1>{title}</h1>
        <p class="stand-first">{summary}</p>
      </header>
      <div class="columns">
        <div class="text">{raw(html)}</div>
        {contacts.length > 0 && (
          <div class="side">
            <PressContacts contacts={contacts} context={context} />
          </div>
        )}
      </div>
    </article>,
  );
}
