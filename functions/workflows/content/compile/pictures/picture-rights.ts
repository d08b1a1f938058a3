import type { SiteSource } from "../../../../domain/content/site-source.ts";
import { LANGUAGES, type Language } from "../../../../domain/language.ts";
import { type InLanguages, licenceRules, type Rights } from "../../../../domain/rights.ts";
import { messagesOf } from "../../../../rendering/messages/messages-of.ts";
import type { KnownPicture } from "../../read/picture-answer.ts";

/** Where the rights of a page's picture are told. */
export interface PictureRightsSource {
  /** Language of the source text of the unit. */
  readonly language: Language;
  /** Whom to credit, where `pictures` does not say. */
  readonly credit: InLanguages | undefined;
  readonly licences: SiteSource["licences"];
  readonly organisation: SiteSource["organisation"];
}

/**
 * What every file that is made of a page's picture says about itself: its rights, and none of the words that a page says
 * of it, so that another word for it makes no new file.
 */
export function pictureRights(
  { creator, created, licence, digitalSourceType, alterations, credit }: KnownPicture,
  { language, credit: usual, licences, organisation }: PictureRightsSource,
): Rights {
  const terms = licences.find(({ id }) => id === licence);
  const credited = credit ?? usual ?? organisation;
  const maker = creator ?? credited[language] ?? organisation[language];
  return {
    language,
    headline: {},
    caption: {},
    credit: credited,
    usageTerms: terms?.terms ?? reserved(),
    ...(alterations && { alterations }),
    copyrightNotice: noticeOf(terms, maker, created),
    creator: maker,
    source: organisation[language],
    created: created ?? "",
    ...(digitalSourceType && { digitalSourceType }),
    licence: { name: terms?.name ?? {}, ...(terms?.url !== undefined && { url: terms.url }) },
  };
}

/** Nobody holds what was given to the public domain. */
function noticeOf(
  terms: SiteSource["licences"][number] | undefined,
  maker: string,
  created: string | undefined,
): string {
  const publicDomain = terms && licenceRules(terms)?.publicDomain;
  if (publicDomain !== undefined) return `${publicDomain}, ${maker}`;
  return created === undefined ? `© ${maker}` : `© ${created.slice(0, 4)} ${maker}`;
}

const reserved = (): InLanguages =>
  Object.fromEntries(LANGUAGES.map((language) => [language, messagesOf(language).kit.rightsReserved]));
