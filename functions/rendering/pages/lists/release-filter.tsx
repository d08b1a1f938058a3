import { listPath } from "../../../domain/addresses.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";

/** What a list of releases is narrowed to. */
export interface ReleaseListFilter {
  readonly topic?: string;
  readonly year?: number;
}

/** A form that works without script: it asks for the list again, by topic and year. */
export function ReleaseFilter({
  context,
  filter,
  years,
}: {
  context: PageContext;
  filter: ReleaseListFilter;
  years: readonly number[];
}) {
  const { language, site } = context;
  const { list } = messagesOf(language);
  return (
    <form class="filter" method="get" action={listPath(language, "release")} aria-label={list.filter}>
      <div>
        <label for="topic">{list.topic}</label>
        <select id="topic" name="topic">
          <option value="">{list.allTopics}</option>
          {site.topics.map((topic) => (
            <option value={topic.id} selected={topic.id === filter.topic}>
              {topic.title}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="year">{list.year}</label>
        <select id="year" name="year">
          <option value="">{list.allYears}</option>
          {years.map((year) => (
            <option value={String(year)} selected={year === filter.year}>
              {year}
            </option>
          ))}
        </select>
      </div>
      <button class="button" type="submit">
        {list.show}
      </button>
    </form>
  );
}
