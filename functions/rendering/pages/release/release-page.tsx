import { changesPath, publicationPath } from "../../../domain/addresses.ts";
import { documentAt } from "../../../domain/documents/at.ts";
import type { ReleaseDocument } from "../../../domain/documents/release.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { changedOpenly, markedTitle } from "../../messages/withdrawal.ts";
import { releaseJsonLd } from "../../structured-data/release.ts";
import { translated } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { Corrections, LatestCorrection } from "../parts/corrections.tsx";
import { HeadPicture } from "../parts/head-picture.tsx";
import { PressContacts } from "../parts/press-contacts.tsx";
import { PublicationDetails } from "../parts/publication-details.tsx";
import { Related } from "../parts/related.tsx";
import { Topics } from "../parts/topics.tsx";
import { WithdrawalMark } from "../parts/withdrawal-mark.tsx";
import { ReleaseBody } from "./release-body.tsx";
import { ReleaseFigures } from "./release-figures.tsx";
import { ReleaseForms } from "./release-forms.tsx";
import { ReleaseGoals } from "./release-goals.tsx";
import { ReleaseNotes } from "./release-notes.tsx";
import { ReleaseStatements } from "./release-statements.tsx";

/** A release, as it is to be seen at the time of the request. */
export function releasePage(context: PageContext, stored: ReleaseDocument): string {
  const document = documentAt(stored, context.now);
  const { title, summary, path, slug, topics, translations, publishAt, image } = document;
  const { history, publication } = messagesOf(context.language);
  return page(
    context,
    {
      title: markedTitle(document),
      description: summary,
      canonical: path,
      noindex: document.withdrawn !== undefined,
      languages: translated(translations, (language) => publicationPath(language, "release", slug)),
      image,
      article: { published: publishAt, modified: changedOpenly(document), topics },
      release: path,
      jsonLd: releaseJsonLd(context.site, document),
    },
    <article>
      <header class="head">
        <WithdrawalMark document={document} context={context} />
        <Topics topics={topics} language={context.language} />
        <h1>{title}</h1>
        <p class="stand-first">{summary}</p>
        <LatestCorrection document={document} context={context} />
      </header>
      <div class="columns">
        <div>
          <HeadPicture picture={image} />
          <ReleaseBody document={document} />
          <ReleaseFigures document={document} context={context} />
          <ReleaseStatements document={document} context={context} />
          <ReleaseNotes document={document} />
          <ReleaseGoals document={document} />
          <Corrections document={document} context={context} />
        </div>
        <div class="side">
          <PressContacts contacts={document.contacts} context={context} />
          <Related title={publication.kit} references={[document.kit]} context={context} />
          <Related title={publication.event} references={[document.event]} context={context} />
          <Related title={publication.related} references={document.related} context={context} />
          <PublicationDetails document={document} context={context}>
            {!context.early && (
              <div>
                <dt>{history.changes}</dt>
                <dd>
                  <a href={changesPath(path)}>{history.all}</a>
                </dd>
              </div>
            )}
          </PublicationDetails>
          {!context.early && <ReleaseForms path={path} language={context.language} />}
        </div>
      </div>
    </article>,
  );
}
