import type { Reference } from "../../../domain/documents/parts.ts";
import { LANGUAGE_NAMES } from "../../../domain/language.ts";
import type { PageContext } from "../frame/page-context.ts";

/** Links to other documents under a title, and nothing at all without any. What has not lifted never comes here. */
export function Related({
  title,
  references,
  context,
}: {
  title: string;
  references: readonly (Reference | undefined)[];
  context: PageContext;
}) {
  const shown = references.filter((each) => each !== undefined);
  if (shown.length === 0) return null;
  return (
    <section class="no-print">
      <h2>{title}</h2>
      <ul class="list">
        {shown.map((each) => (
          <li>
            <ReferenceLink to={each} context={context} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The title of another document as a link, with its language where that is not the page's. */
export function ReferenceLink({
  to,
  hash = "",
  context,
}: {
  to: Reference;
  hash?: string;
  context: PageContext;
}) {
  if (to.language === context.language) return <a href={`${to.path}${hash}`}>{to.title}</a>;
  return (
    <>
      <a href={`${to.path}${hash}`} lang={to.language} hreflang={to.language}>
        {to.title}
      </a>{" "}
      <span class="tag" lang={to.language}>
        {LANGUAGE_NAMES[to.language]}
      </span>
    </>
  );
}
