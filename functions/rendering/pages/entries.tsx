import type { Child } from "hono/jsx";
import type { EventEntry, KitEntry, ReleaseEntry } from "../../domain/documents/listing.ts";
import { LANGUAGE_NAMES } from "../../domain/language.ts";
import { isSameDay } from "../dates.ts";
import { fileSize } from "../messages/file-size.ts";
import { messagesOf } from "../messages/messages-of.ts";
import type { PageContext } from "../page-context.ts";
import { standing } from "./event-standing.tsx";
import { EventHours } from "./event-time.tsx";
import { Day } from "./times.tsx";
import { Topics } from "./topics.tsx";

interface Listed<Entry> {
  readonly entry: Entry;
  readonly context: PageContext;
  /** Level of its heading below that of the list; 2 where the list stands under the page's own title. */
  readonly level?: 2 | 3;
}

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
        {entry.corrected && (
          <p>
            <span class="tag">{publication.corrected}</span>
          </p>
        )}
        <Topics topics={entry.topics} language={context.language} />
      </div>
    </li>
  );
}

export function EventItem({ entry, context, level }: Listed<EventEntry>) {
  const { event, list } = messagesOf(context.language);
  const word =
    entry.end <= context.now && entry.status === "scheduled" ? undefined : standing(entry, context);
  return (
    <li class="entry">
      <p class="soft">
        {isSameDay(entry.start, entry.end, entry.zone) && (
          <>
            <Day at={entry.start} zone={entry.zone} language={context.language} />
            <br />
          </>
        )}
        <EventHours event={entry} language={context.language} />
      </p>
      <div>
        <EntryTitle entry={entry} context={context} level={level ?? 3} />
        <EntrySummary entry={entry} />
        <p class="soft">
          {[entry.venue?.name, entry.city, ...entry.modes.map((mode) => event.modes[mode])]
            .filter((each) => each !== undefined)
            .join(" · ")}
        </p>
        <Tags words={[word, entry.sample === undefined ? undefined : list.sample]} />
      </div>
    </li>
  );
}

export function KitItem({ entry, context, level }: Listed<KitEntry>) {
  const { kit } = messagesOf(context.language);
  return (
    <li class="entry">
      <p class="soft">
        <Day at={entry.publishAt} zone={entry.zone} language={context.language} />
      </p>
      <div>
        <EntryTitle entry={entry} context={context} level={level ?? 2} />
        <EntrySummary entry={entry} />
        <p class="soft">
          {kit.files(entry.assetCount)}, {fileSize(entry.totalBytes, context.language)}
        </p>
      </div>
    </li>
  );
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

export function EntrySummary({ entry }: { entry: AnyEntry }) {
  return (
    <p class="summary" lang={entry.language}>
      {entry.summary}
    </p>
  );
}

export function Tags({ words }: { words: readonly (string | undefined)[] }): Child {
  const shown = words.filter((word) => word !== undefined);
  if (shown.length === 0) return null;
  return (
    <p>
      {shown.map((word) => (
        <>
          <span class="tag">{word}</span>{" "}
        </>
      ))}
    </p>
  );
}
