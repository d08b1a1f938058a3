import { raw } from "hono/html";
import { publicationPath } from "../../../domain/addresses.ts";
import { documentAt } from "../../../domain/documents/at.ts";
import type { KitDocument } from "../../../domain/documents/kit.ts";
import { fileSize } from "../../messages/file-size.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { markedTitle } from "../../messages/withdrawal.ts";
import { kitJsonLd } from "../../structured-data/kit.ts";
import { translated } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { Corrections, LatestCorrection } from "../parts/corrections.tsx";
import { PressContacts } from "../parts/press-contacts.tsx";
import { PublicationDetails } from "../parts/publication-details.tsx";
import { Related } from "../parts/related.tsx";
import { TakenDownNotice } from "../parts/taken-down.tsx";
import { Topics } from "../parts/topics.tsx";
import { WithdrawalMark } from "../parts/withdrawal-mark.tsx";
import { Facts, factsInCommon, factsOf, holds } from "./asset-facts.tsx";
import { KitArchives } from "./kit-archives.tsx";
import { KitAsset } from "./kit-asset.tsx";
import { KitPages, type KitPosition } from "./kit-pages.tsx";

/** A media kit as a contact sheet: each file with its preview, what it shows, whose it is and what one may do with it. */
export function kitPage(context: PageContext, stored: KitDocument, position: KitPosition): string {
  const document = documentAt(stored, context.now);
  const { title, summary, path, slug, topics, translations, assets, withdrawn } = document;
  const { kit, publication } = messagesOf(context.language);
  const facts = assets.map((asset) => factsOf(asset, context.language, !withdrawn));
  const common = factsInCommon(facts);
  const onPage = (address: string) => (position.page > 1 ? `${address}?page=${position.page}` : address);
  return page(
    context,
    {
      title: markedTitle(document),
      description: summary,
      canonical: onPage(path),
      noindex: withdrawn !== undefined,
      noPreview: assets.some((asset) => asset.protected),
      languages: translated(translations, (language) => publicationPath(language, "kit", slug)).map((each) =>
        each.exists ? { ...each, path: onPage(each.path) } : each,
      ),
      image: document.image,
      jsonLd: kitJsonLd(context.site, document, position.page),
    },
    <article>
      <header class="head">
        <WithdrawalMark document={document} context={context} />
        <Topics topics={topics} language={context.language} />
        <h1>{title}</h1>
        <p class="stand-first">{summary}</p>
        <p class="soft">
          {kit.files(document.assetCount)}, {fileSize(document.totalBytes, context.language)}
          {position.pages > 1 && <> · {kit.page(position.page, position.pages)}</>}
        </p>
        {!withdrawn && <KitArchives archives={document.archives} language={context.language} />}
        <LatestCorrection document={document} context={context} />
        <TakenDownNotice takenDown={document.takenDown ?? []} zone={document.zone} context={context} />
      </header>
      {position.page === 1 && <div class="text">{raw(document.html)}</div>}
      {common.length > 0 && (
        <section class="group common">
          <h2>{kit.forAll}</h2>
          <Facts facts={common} />
        </section>
      )}
      <section class="group">
        <h2>{kit.filesTitle}</h2>
        <ul class="sheet">
          {assets.map((asset, n) => (
            <KitAsset
              asset={asset}
              facts={facts[n]?.filter((fact) => !holds(common, fact)) ?? []}
              offered={!withdrawn}
              context={context}
            />
          ))}
        </ul>
        <KitPages path={path} position={position} language={context.language} />
      </section>
      <Corrections document={document} context={context} />
      <div class="side below">
        <PressContacts contacts={document.contacts} context={context} />
        <Related title={publication.related} references={document.related} context={context} />
        <PublicationDetails document={document} context={context} />
      </div>
    </article>,
  );
}
