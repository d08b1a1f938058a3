import { listPath, topicPath } from "../../../domain/addresses.ts";
import type { ReleaseEntry } from "../../../domain/documents/listing.ts";
import type { TopicDocument } from "../../../domain/documents/topic.ts";
import type { Language } from "../../../domain/language.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { inEveryLanguage } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { type ListPaging, pageOfList, pagesBeside } from "../parts/list-paging.ts";
import { Paging } from "../parts/paging.tsx";
import { ReleaseItem } from "../release/release-item.tsx";
import { ReleaseFilter, type ReleaseListFilter } from "./release-filter.tsx";

export interface ReleaseList {
  readonly entries: readonly ReleaseEntry[];
  /** The topic that the list is of, with what stands above it. */
  readonly topic?: Pick<TopicDocument, "id" | "title" | "description">;
  readonly filter: ReleaseListFilter;
  /** Years that the filter offers. */
  readonly years: readonly number[];
  readonly paging: ListPaging;
}

/** The releases, newest first; of one topic where it is narrowed to one, under whichever address. */
export function releaseListPage(context: PageContext, releases: ReleaseList): string {
  const { entries, topic, filter, years, paging } = releases;
  const { language } = context;
  const { frame, list } = messagesOf(language);
  const path = (of: Language) => (topic ? topicPath(of, topic.id) : listPath(of, "release"));
  const title = topic?.title ?? frame.releases;
  const description = topic?.description ?? list.releasesDescription;
  return page(
    context,
    {
      title,
      description,
      canonical: pageOfList(path(language), paging),
      languages: inEveryLanguage((of) => pageOfList(path(of), paging)),
      beside: pagesBeside(path(language), paging),
      ...(topic && { topicFeeds: [topic] }),
    },
    <>
      <header class="head">
        <h1>{title}</h1>
        <p class="stand-first">{description}</p>
      </header>
      <ReleaseFilter context={context} filter={filter} years={years} />
      {(topic || filter.year !== undefined) && (
        <p class="soft">
          {list.filtered(topic?.title, filter.year)}{" "}
          <a href={listPath(language, "release")}>{list.showAll}</a>
        </p>
      )}
      {entries.length === 0 && <p>{list.nothing}</p>}
      {entries.length > 0 && (
        <ol class="entries group">
          {entries.map((entry) => (
            <ReleaseItem entry={entry} context={context} />
          ))}
        </ol>
      )}
      <Paging path={path(language)} paging={paging} language={language} />
    </>,
  );
}
