import type { Child } from "hono/jsx";
import { frontPath, listPath } from "../../../domain/addresses.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { inEveryLanguage, type LanguageLink } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";

/**
 * A page instead of the one asked for: what is the matter, and where one can go. It never names the address that
 * was asked, so that every refusal of a kind has the same bytes.
 */
export function problemPage(
  context: PageContext,
  { title, text, languages }: { title: string; text: string; languages?: readonly LanguageLink[] },
  content?: Child,
): string {
  const { language, site } = context;
  const { frame, problem } = messagesOf(language);
  return page(
    context,
    { title, description: text, languages: languages ?? inEveryLanguage(frontPath) },
    <>
      <header class="head">
        <h1>{title}</h1>
        <p class="stand-first">{text}</p>
      </header>
      {content}
      <section class="text group">
        <h2>{problem.tryThese}</h2>
        <ul>
          <li>
            <a href={listPath(language, "release")}>{frame.releases}</a>
          </li>
          <li>
            <a href={listPath(language, "event")}>{frame.events}</a>
          </li>
          <li>
            <a href={listPath(language, "kit")}>{frame.kits}</a>
          </li>
          <li>
            <a href={frontPath(language)}>{problem.front}</a>
          </li>
          <li>
            <a href={`mailto:${site.contact.email}`}>{site.contact.email}</a>
          </li>
        </ul>
      </section>
    </>,
  );
}
