import type { Child } from "hono/jsx";
import type { Instant } from "../../../domain/instant.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import { DayAndTime } from "./times.tsx";

interface Published {
  readonly path: string;
  readonly publishAt: Instant;
  readonly updated: Instant;
  readonly zone: string;
}

/** When a document was published and last updated; on paper also where it stands. */
export function PublicationDetails({
  document,
  context,
  children,
}: {
  document: Published;
  context: PageContext;
  children?: Child;
}) {
  const { publishAt, updated, zone, path } = document;
  const { language, site } = context;
  const { publication } = messagesOf(language);
  return (
    <section>
      <h2>{publication.details}</h2>
      <dl class="facts">
        <div>
          <dt>{publication.published}</dt>
          <dd>
            <DayAndTime at={publishAt} zone={zone} language={language} />
          </dd>
        </div>
        {updated !== publishAt && (
          <div>
            <dt>{publication.updated}</dt>
            <dd>
              <DayAndTime at={updated} zone={zone} language={language} />
            </dd>
          </div>
        )}
        {children}
      </dl>
      <p class="print">
        {site.address}
        {path}
      </p>
    </section>
  );
}
