import type { ReleaseEntry } from "../../../domain/documents/listing.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { EntrySummary, EntryTitle, type Listed } from "../parts/entry-title.tsx";
import { Tags } from "../parts/tags.tsx";
import { Day } from "../parts/times.tsx";
import { Topics } from "../parts/topics.tsx";

/** A release in a list: its day, title, summary and topics, and whether it was corrected. */
export function ReleaseItem({ entry, context, level }: Listed<ReleaseEntry>) {
  const { publication } = messagesOf(context.language);
  return (
    <li class="entry">
      <p class="soft">
        <Day at={entry.publishAt} zone={entry.zone} language={context.language} />
      </p>
      <div>
        <EntryTitle entry={entry} context={context} level={level ?? 2} />
        <EntrySummary entry={entry} />
        <Tags words={[entry.corrected ? publication.corrected : undefined]} />
        <Topics topics={entry.topics} language={context.language} />
      </div>
    </li>
  );
}
