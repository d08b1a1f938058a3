import type { ReleaseEntry } from "../../../domain/documents/listing.ts";
import type { PageContext } from "../frame/page-context.ts";
import { EntryTitle } from "../parts/entry-title.tsx";
import { Day } from "../parts/times.tsx";
import { Topics } from "../parts/topics.tsx";

/** The newest release, as large as its own page shows it. */
export function LeadRelease({ entry, context }: { entry: ReleaseEntry; context: PageContext }) {
  return (
    <article class="lead">
      <Topics topics={entry.topics} language={context.language} />
      <EntryTitle entry={entry} context={context} level={3} />
      <p class="stand-first" lang={entry.language}>
        {entry.summary}
      </p>
      <p class="soft">
        {entry.city}, <Day at={entry.publishAt} zone={entry.zone} language={context.language} />
      </p>
    </article>
  );
}
