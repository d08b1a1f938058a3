import { changesPath, publicationPath } from "../../../domain/addresses.ts";
import type { TextChange } from "../../../domain/documents/changes.ts";
import type { ReleaseDocument } from "../../../domain/documents/release.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { translated } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { DayAndTime } from "../parts/times.tsx";
import { WithdrawalMark } from "../parts/withdrawal-mark.tsx";
import { TextDifference } from "./text-difference.tsx";

/**
 * Everything that changed in a release since it was published. It stays out of search engines, which would else show
 * words that no longer stand.
 *
 * @param changes newest first
 */
export function changesPage(
  context: PageContext,
  document: ReleaseDocument,
  changes: readonly TextChange[],
): string {
  const { path, slug, title, translations, publishAt, zone } = document;
  const { history, publication } = messagesOf(context.language);
  return page(
    context,
    {
      title: `${history.title}: ${title}`,
      description: history.description,
      canonical: changesPath(path),
      languages: translated(translations, (language) => publicationPath(language, "release", slug)).map(
        (each) => ({ ...each, path: changesPath(each.path) }),
      ),
      noindex: true,
    },
    <article>
      <header class="head">
        <WithdrawalMark document={document} context={context} />
        <p class="kicker">
          <a href={path}>{title}</a>
        </p>
        <h1>{history.title}</h1>
        <p class="stand-first">{changes.length > 0 ? history.description : history.unchanged}</p>
      </header>
      <ol class="entries">
        {changes.map((change) => (
          <Change change={change} zone={zone} context={context} />
        ))}
        <li class="entry">
          <p class="soft">
            <DayAndTime at={publishAt} zone={zone} language={context.language} />
          </p>
          <div>
            <h2>{publication.published}</h2>
            <p>
              <a href={path}>{history.back}</a>
            </p>
          </div>
        </li>
      </ol>
    </article>,
  );
}

/** One change: when, of what kind, why, and the paragraphs that differ. Of one for safety, only that it was made. */
function Change({
  change: { at, kind, note, paragraphs },
  zone,
  context: { language },
}: {
  change: TextChange;
  zone: string;
  context: PageContext;
}) {
  const { history } = messagesOf(language);
  return (
    <li class="entry">
      <p class="soft">
        <DayAndTime at={at} zone={zone} language={language} />
      </p>
      <div>
        <h2>{history.kinds[kind]}</h2>
        {kind === "safety" ? (
          <p>{history.safety}</p>
        ) : (
          <>
            {note !== undefined && <p>{note}</p>}
            {paragraphs.length === 0 && kind === "correction" && <p class="soft">{history.sameWords}</p>}
            <TextDifference paragraphs={paragraphs} language={language} />
          </>
        )}
      </div>
    </li>
  );
}
