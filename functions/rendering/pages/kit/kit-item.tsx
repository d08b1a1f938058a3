import { kitTotalsAt } from "../../../domain/documents/kit-times.ts";
import type { KitEntry } from "../../../domain/documents/listing.ts";
import { fileSize } from "../../messages/file-size.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { EntrySummary, EntryTitle, type Listed } from "../parts/entry-title.tsx";
import { Day } from "../parts/times.tsx";

/** A media kit in a list: its day, title and summary, and how much there is to download. */
export function KitItem({ entry, context, level }: Listed<KitEntry>) {
  const { kit } = messagesOf(context.language);
  const { assetCount, totalBytes } = kitTotalsAt(entry, context.now);
  return (
    <li class="entry">
      <p class="soft">
        <Day at={entry.publishAt} zone={entry.zone} language={context.language} />
      </p>
      <div>
        <EntryTitle entry={entry} context={context} level={level ?? 2} />
        <EntrySummary entry={entry} />
        <p class="soft">
          {kit.files(assetCount)}, {fileSize(totalBytes, context.language)}
        </p>
      </div>
    </li>
  );
}
