import { changesPath, publicationPath } from "../../../domain/addresses.ts";
import { documentAt } from "../../../domain/documents/at.ts";
import type { ReleaseDocument } from "../../../domain/documents/release.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { changedOpenly, markedTitle } from "../../messages/withdrawal.ts";
import { forPages } from "../../outline/block.ts";
import { releaseOutline } from "../../outline/release-outline.ts";
import { releaseJsonLd } from "../../structured-data/release.ts";
import { translated } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { Corrections, LatestCorrection } from "../parts/corrections.tsx";
import { PressContacts } from "../parts/press-contacts.tsx";
import { PublicationDetails } from "../parts/publication-details.tsx";
import { Related } from "../parts/related.tsx";
import { Topics } from "../parts/topics.tsx";
import { WithdrawalMark } from "../parts/withdrawal-mark.tsx";
import { BodyBlocks, HeadBlocks } from "./release-blocks.tsx";
import { ReleaseForms } from "./release-forms.tsx";

/** A release, as it is to be seen at the time of the request. */
export function releasePage(context: PageContext, stored: ReleaseDocument): string {
  const document = documentAt(stored, context.now);
  const blocks = forPages(releaseOutline(document));
  const { summary, path, slug, topics, translations, publishAt, image } = document;
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
        <HeadBlocks blocks={blocks} />
        <LatestCorrection document={document} context={context} />
      </header>
      <div class="columns">
        <div>
          <BodyBlocks blocks={blocks} document={document} context={context} />
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
