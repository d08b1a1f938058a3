import type { EventEntry, KitEntry, ReleaseEntry } from "../../../domain/documents/listing.ts";
import { LANGUAGE_NAMES } from "../../../domain/language.ts";
import type { PageContext } from "../frame/page-context.ts";

/** An entry of a list. */
export interface Listed<Entry> {
  readonly entry: Entry;
  readonly context: PageContext;
  /** Level of its heading: 2 under the page's own title, 3 under that of a section. */
  readonly level?: 2 | 3;
}

type AnyEntry = ReleaseEntry | EventEntry | KitEntry;

/** The title as a link, with its language where that is not the list's. */
export function EntryTitle({ entry, context, level }: Required<Listed<AnyEntry>>) {
  const Heading = level === 2 ? "h2" : "h3";
  const foreign = entry.language === context.language ? undefined : entry.language;
  return (
    <Heading>
      <a href={entry.path} lang={foreign} hreflang={foreign}>
        {entry.title}
      </a>
      {foreign && (
        <>
          {" "}
          <span class="tag" lang={foreign}>
            {LANGUAGE_NAMES[foreign]}
          </span>
        </>
      )}
    </Heading>
  );
}

/** The summary, marked with its language for those who hear it. */
export function EntrySummary({ entry }: { entry: AnyEntry }) {
  return (
    <p class="summary" lang={entry.language}>
      {entry.summary}
    </p>
  );
}
