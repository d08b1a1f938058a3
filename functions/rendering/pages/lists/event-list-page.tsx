import { listPath } from "../../../domain/addresses.ts";
import type { EventEntry } from "../../../domain/documents/listing.ts";
import type { Language } from "../../../domain/language.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { subscriptionAddress } from "../event/event-actions.tsx";
import { EventItem } from "../event/event-item.tsx";
import { inEveryLanguage } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { type ListPaging, pageOfList, pagesBeside } from "../parts/list-paging.ts";
import { Paging } from "../parts/paging.tsx";

export interface EventList {
  /** What has not ended, the next one first. */
  readonly upcoming: readonly EventEntry[];
  /** What has ended, the latest first. */
  readonly past: readonly EventEntry[];
  /** Of those that have ended. */
  readonly paging: ListPaging;
}

/** The events ahead and those that have been. */
export function eventListPage(context: PageContext, { upcoming, past, paging }: EventList): string {
  const { language } = context;
  const path = (of: Language) => listPath(of, "event");
  const { frame, list, event } = messagesOf(language);
  return page(
    context,
    {
      title: frame.events,
      description: list.eventsDescription,
      canonical: pageOfList(path(language), paging),
      languages: inEveryLanguage((of) => pageOfList(path(of), paging)),
      beside: pagesBeside(path(language), paging),
    },
    <>
      <header class="head">
        <h1>{frame.events}</h1>
        <p class="stand-first">{list.eventsDescription}</p>
        <p class="actions">
          <a class="button quiet" href={subscriptionAddress(context)}>
            {event.subscribe}
          </a>
        </p>
      </header>
      <section class="group">
        <h2>{list.upcoming}</h2>
        {upcoming.length === 0 ? <p>{list.noEvents}</p> : <Entries entries={upcoming} context={context} />}
      </section>
      {past.length > 0 && (
        <section class="group">
          <h2>{list.past}</h2>
          <Entries entries={past} context={context} />
        </section>
      )}
      <Paging path={path(language)} paging={paging} olderLabel={list.olderEvents} language={language} />
    </>,
  );
}

function Entries({ entries, context }: { entries: readonly EventEntry[]; context: PageContext }) {
  return (
    <ol class="entries">
      {entries.map((entry) => (
        <EventItem entry={entry} context={context} />
      ))}
    </ol>
  );
}
