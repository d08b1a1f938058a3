import { earlyContentsPath } from "../../../domain/early/addresses.ts";
import type { Instant } from "../../../domain/instant.ts";
import type { PublicationKind } from "../../../domain/kinds.ts";
import { LANGUAGE_NAMES, type Language } from "../../../domain/language.ts";
import { moment } from "../../format/dates.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { inEveryLanguage } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";

/** A publication that someone may see early. */
export interface EarlyEntry {
  readonly kind: PublicationKind;
  readonly title: string;
  readonly summary: string;
  /** Of the title; the page's own unless it was not translated. */
  readonly language: Language;
  /** Where the entry leads: within early access, or to the public page. */
  readonly address: string;
  readonly standing: EarlyStanding;
}

/** How a publication stands that is seen early. */
export type EarlyStanding =
  | { readonly state: "draft" }
  | { readonly state: "public" }
  | { readonly state: "embargoed"; readonly liftsAt: Instant; readonly zone: string };

/** How it stands, as a sentence: what may be done with it, and from when on. */
export function standingInWords(standing: EarlyStanding, language: Language): string {
  const { early } = messagesOf(language);
  return standing.state === "embargoed"
    ? early.embargoed(moment(standing.liftsAt, standing.zone, language))
    : early[standing.state];
}

/** All that a link of early access opens. */
export function earlyContentsPage(
  context: PageContext,
  { token, endsAt, entries }: { token: string; endsAt: Instant; entries: readonly EarlyEntry[] },
): string {
  const { language, site } = context;
  const { early } = messagesOf(language);
  const ends = early.endsAt(moment(endsAt, site.zone, language));
  return page(
    context,
    {
      title: early.contents,
      description: ends,
      languages: inEveryLanguage((each) => earlyContentsPath(each, token)),
    },
    <>
      <header class="head">
        <h1>{early.contents}</h1>
        <p class="stand-first">{ends}</p>
      </header>
      <div class="text">
        {entries.length === 0 ? <p>{early.nothing}</p> : entries.map((entry) => Entry({ entry, language }))}
        <p class="soft">
          {early.landingTerms} {early.log}
        </p>
      </div>
    </>,
  );
}

function Entry({ entry, language }: { entry: EarlyEntry; language: Language }) {
  const { kind, title, summary, address, standing } = entry;
  const foreign = entry.language === language ? {} : { lang: entry.language };
  return (
    <section>
      <p class="soft">{messagesOf(language).early.kinds[kind]}</p>
      <h2>
        <a href={address} hreflang={entry.language} {...foreign}>
          {title}
        </a>
        {entry.language !== language && (
          <>
            {" "}
            <span class="tag" lang={entry.language}>
              {LANGUAGE_NAMES[entry.language]}
            </span>
          </>
        )}
      </h2>
      <p {...foreign}>{summary}</p>
      <p>
        <strong>{standingInWords(standing, language)}</strong>
      </p>
    </section>
  );
}
