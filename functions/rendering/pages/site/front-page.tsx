import { frontPath, listPath } from "../../../domain/addresses.ts";
import type { EventEntry, KitEntry, ReleaseEntry } from "../../../domain/documents/listing.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { websiteJsonLd } from "../../structured-data/site.ts";
import { inEveryLanguage } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { ReleaseItem } from "../release/release-item.tsx";
import { LeadRelease } from "./lead-release.tsx";
import { NewestKit } from "./newest-kit.tsx";
import { NextEvent } from "./next-event.tsx";
import { WaysToFollow } from "./ways-to-follow.tsx";

export interface FrontContent {
  /** The newest first; it is shown larger than the others. */
  readonly releases: readonly ReleaseEntry[];
  readonly nextEvent?: EventEntry;
  readonly newestKit?: KitEntry;
}

/** The front page: what is new, what comes next, and how not to miss it. */
export function frontPage(context: PageContext, { releases, nextEvent, newestKit }: FrontContent): string {
  const { site, language } = context;
  const { front, list } = messagesOf(language);
  const [lead, ...others] = releases;
  return page(
    context,
    {
      title: site.name,
      description: site.tagline,
      canonical: frontPath(language),
      languages: inEveryLanguage(frontPath),
      jsonLd: websiteJsonLd(site),
    },
    <>
      <h1 class="tagline">{site.tagline}</h1>
      <div class="columns">
        <section>
          <h2 class="front-title">{front.newest}</h2>
          {lead ? <LeadRelease entry={lead} context={context} /> : <p>{list.nothing}</p>}
          {others.length > 0 && (
            <ol class="entries">
              {others.map((entry) => (
                <ReleaseItem entry={entry} context={context} level={3} />
              ))}
            </ol>
          )}
          <p>
            <a class="button quiet" href={listPath(language, "release")}>
              {front.allReleases}
            </a>
          </p>
        </section>
        <div class="side">
          {nextEvent && <NextEvent entry={nextEvent} context={context} />}
          {newestKit && <NewestKit entry={newestKit} context={context} />}
        </div>
      </div>
      <WaysToFollow context={context} />
    </>,
  );
}
