import { html, raw } from "hono/html";
import { dateInWords } from "../../../domain/date-in-words.ts";
import type { Asset } from "../../../domain/documents/kit.ts";
import type { Language } from "../../../domain/language.ts";
import { licenceRules, mustCredit } from "../../../domain/rights.ts";
import { placeInWords } from "../../format/place-names.ts";
import { durationInWords } from "../../messages/duration.ts";
import { messagesOf } from "../../messages/messages-of.ts";

/** Something said of a file: a term, and its value as text one can select. */
export interface Fact {
  readonly term: string;
  readonly value: string;
  /** Where the value leads. */
  readonly href?: string | undefined;
  /** `cite`: one click selects all of it. `long`: it has a line to itself. */
  readonly shape?: "cite" | "long";
}

/**
 * What there is to know of a file beside what it shows.
 * @param offered whether one may use it: of a withdrawn kit nothing is said about that
 */
export function factsOf(asset: Asset, language: Language, offered = true): Fact[] {
  const { kit, languageNames } = messagesOf(language);
  const { alterations, created, creator, digitalSourceType, duration, kind, licence, place } = asset;
  const credited = mustCredit(licence);
  const isReserved = licenceRules(licence)?.publicDomain === undefined;
  const length = duration === undefined ? [] : [durationInWords(duration, language)];
  const facts: (Omit<Fact, "value"> & { value: string | undefined })[] = [
    {
      term: credited ? kit.howToCredit : kit.creditWelcome,
      value: offered ? creditLine(asset, language) : undefined,
      shape: "cite",
    },
    { term: kit.licence, value: offered ? licence.name : undefined, href: licence.url, shape: "long" },
    { term: kit.terms, value: offered ? asset.usageTerms : undefined, shape: "long" },
    { term: kit.type, value: [kit.kinds[kind], ...length].join(", ") },
    { term: kit.created, value: `${dateInWords(created, language)}, ${creator}` },
    { term: kit.place, value: place && placeInWords(place, language) },
    { term: kit.source, value: asset.source },
    { term: kit.copyright, value: isReserved ? asset.copyright : undefined },
    { term: kit.language, value: asset.language && languageNames[asset.language] },
    { term: kit.origin, value: digitalSourceType && kit.origins[digitalSourceType], shape: "long" },
    { term: kit.alterations, value: alterations, shape: "long" },
  ];
  return facts.flatMap(({ value, ...fact }) => (value === undefined ? [] : [{ ...fact, value }]));
}

/** What is said of every one of several files: it is then told once. */
export function factsInCommon(facts: readonly (readonly Fact[])[]): Fact[] {
  const [first = [], ...others] = facts;
  return others.length === 0 ? [] : first.filter((fact) => others.every((each) => holds(each, fact)));
}

export function holds(facts: readonly Fact[], { term, value, href }: Fact): boolean {
  return facts.some((fact) => fact.term === term && fact.value === value && fact.href === href);
}

/** Credit, source and licence, ready to stand beside a picture. */
function creditLine({ credit, source, licence }: Asset, language: Language): string {
  return [
    credit,
    ...(credit.includes(source) ? [] : [`${messagesOf(language).kit.source}: ${source}`]),
    licence.url === undefined ? licence.name : `${licence.name}, ${licence.url}`,
  ].join(" / ");
}

/** A template and not JSX: a page has hundreds of these, and each element of JSX costs as much as a whole line here. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return html`<dl class="facts">${facts.map(
    ({ term, value, href, shape }) =>
      html`<div${shape ? raw(' class="whole"') : ""}><dt>${term}</dt><dd${shape === "cite" ? raw(' class="ready"') : ""}>${
        href === undefined ? value : html`<a href="${href}" rel="license">${value}</a>`
      }</dd></div>`,
  )}</dl>`;
}
