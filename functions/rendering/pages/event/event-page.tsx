import { raw } from "hono/html";
import { publicationPath } from "../../../domain/addresses.ts";
import { documentAt } from "../../../domain/documents/at.ts";
import type { EventDocument } from "../../../domain/documents/event.ts";
import type { Levels } from "../../../domain/registration/seats.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { markedTitle } from "../../messages/withdrawal.ts";
import { eventJsonLd } from "../../structured-data/event.ts";
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
import { EventActions } from "./event-actions.tsx";
import { EventPlaces } from "./event-places.tsx";
import { EventRecording } from "./event-recording.tsx";
import { EventSessions } from "./event-sessions.tsx";
import { EventStanding } from "./event-standing.tsx";
import { EventTime } from "./event-time.tsx";

/**
 * An event: when and where, its programme, its places, its recording once that is out.
 *
 * @param levels how many seats are left at the places for which one can register now, as far as that is known
 */
export function eventPage(context: PageContext, stored: EventDocument, levels: Levels = new Map()): string {
  const document = documentAt(stored, context.now);
  const { title, summary, path, slug, topics, translations, image, withdrawn } = document;
  const { publication } = messagesOf(context.language);
  return page(
    context,
    {
      title: markedTitle(document),
      description: summary,
      canonical: path,
      noindex: withdrawn !== undefined,
      languages: translated(translations, (language) => publicationPath(language, "event", slug)),
      image,
      event: path,
      jsonLd: eventJsonLd(context.site, document, context.now, levels),
    },
    <article>
      <header class="head">
        <WithdrawalMark document={document} context={context} />
        <Topics topics={topics} language={context.language} />
        <h1>{title}</h1>
        <EventStanding event={document} context={context} />
        <p class="stand-first">{summary}</p>
        <EventTime event={document} language={context.language} />
        {!withdrawn && !context.early && <EventActions document={document} context={context} />}
        <LatestCorrection document={document} context={context} />
      </header>
      <div class="columns">
        <div>
          <HeadPicture picture={image} />
          <EventRecording document={document} context={context} />
          <div class="text">{raw(document.html)}</div>
          <EventSessions document={document} context={context} />
          {!withdrawn && <EventPlaces document={document} levels={levels} context={context} />}
          <Corrections document={document} context={context} />
        </div>
        <div class="side">
          <PressContacts contacts={document.contacts} context={context} />
          <Related title={publication.kit} references={[document.kit]} context={context} />
          <Related title={publication.related} references={document.related} context={context} />
          <PublicationDetails document={document} context={context} />
        </div>
      </div>
    </article>,
  );
}
