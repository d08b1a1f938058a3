import type { KitSource, KitText } from "../../../domain/content/kit-source.ts";
import type { SiteSource } from "../../../domain/content/site-source.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import { type InLanguages, licenceRules, type Rights } from "../../../domain/rights.ts";

type AssetSource = KitSource["assets"][number];
type AssetText = KitText["assets"][string];

/** Where the rights of an asset are told. */
export interface RightsSource {
  /** Language of the source of the kit. */
  readonly language: Language;
  /** What is said of the asset, in each language of the kit. */
  readonly said: ReadonlyMap<Language, AssetText>;
  readonly licences: SiteSource["licences"];
  readonly organisation: SiteSource["organisation"];
}

/** What every file that is made of an asset says about itself. */
export function rightsOf(
  asset: AssetSource,
  { language, said, licences, organisation }: RightsSource,
): Rights {
  const licence = licences.find(({ id }) => id === asset.licence);
  if (!licence) throw new Error(`There is no licence ${asset.licence}`);
  const { place, digitalSourceType } = asset;
  const words = (field: "headline" | "caption" | "alt" | "credit" | "specialInstructions" | "alterations") =>
    inLanguages(said, (text) => text[field]);
  const ofLanguages = (text: SiteSource["organisation"]) => inLanguages(said, (_, each) => text[each]);
  const terms = inLanguages(said, (text, each) => text.usageTerms ?? licence.terms[each]);
  const optional = (field: "alt" | "specialInstructions" | "alterations") => {
    const text = words(field);
    return text[language] === undefined ? {} : { [field]: text };
  };
  return {
    language,
    headline: words("headline"),
    caption: words("caption"),
    ...optional("alt"),
    credit: words("credit"),
    usageTerms: terms,
    ...optional("specialInstructions"),
    ...optional("alterations"),
    copyrightNotice: copyrightOf(asset, licence),
    creator: asset.creator,
    source: asset.source ?? organisation[language],
    created: asset.created,
    ...(digitalSourceType && { digitalSourceType }),
    ...(place && {
      place: { country: place.country, ...(place.name && { name: ofLanguages(place.name) }) },
    }),
    licence: { name: ofLanguages(licence.name), ...(licence.url !== undefined && { url: licence.url }) },
    ...(licenceRules(licence)?.publicDomain !== undefined && { publicDomain: true }),
  };
}

/** What kit.yaml says, or © with the year and the creator; nobody holds what was given to the public domain. */
export function copyrightOf(
  { copyright, created, creator }: AssetSource,
  licence: Parameters<typeof licenceRules>[0],
): string {
  if (copyright !== undefined) return copyright;
  const { publicDomain } = licenceRules(licence) ?? {};
  return publicDomain === undefined ? `© ${created.slice(0, 4)} ${creator}` : `${publicDomain}, ${creator}`;
}

function inLanguages(
  said: ReadonlyMap<Language, AssetText>,
  textOf: (text: AssetText, language: Language) => string | undefined,
): InLanguages {
  const texts: Partial<Record<Language, string>> = {};
  for (const language of LANGUAGES) {
    const text = said.get(language);
    const found = text && textOf(text, language);
    if (found !== undefined) texts[language] = found;
  }
  return texts;
}
