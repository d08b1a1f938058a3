import { listPath } from "../../../domain/addresses.ts";
import { kitTotalsAt } from "../../../domain/documents/kit-times.ts";
import type { KitEntry } from "../../../domain/documents/listing.ts";
import { fileSize } from "../../messages/file-size.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import { EntrySummary, EntryTitle } from "../parts/entry-title.tsx";

/** The media kit that came out last. */
export function NewestKit({ entry, context }: { entry: KitEntry; context: PageContext }) {
  const { front, kit } = messagesOf(context.language);
  const { assetCount, totalBytes } = kitTotalsAt(entry, context.now);
  return (
    <section class="panel">
      <h2 class="front-title">{front.newestKit}</h2>
      <EntryTitle entry={entry} context={context} level={3} />
      <EntrySummary entry={entry} />
      <p class="soft">
        {kit.files(assetCount)}, {fileSize(totalBytes, context.language)}
      </p>
      <p>
        <a class="button quiet" href={listPath(context.language, "kit")}>
          {front.allKits}
        </a>
      </p>
    </section>
  );
}
