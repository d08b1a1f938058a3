import type { DigitalSourceType } from "./digital-source-type.ts";
import type { Language } from "./language.ts";

/** One text in those languages in which it exists; at least that of the source. */
export type InLanguages = Readonly<Partial<Record<Language, string>>>;

/**
 * What a published file says about itself, in IPTC and XMP, whatever it is called and wherever it is copied to. It is
 * made of content alone, so the same content gives the same bytes on any machine.
 */
export interface Rights {
  /** Language of what can be said in one only, as in IPTC-IIM. It is in every text below. */
  readonly language: Language;
  readonly headline: InLanguages;
  readonly caption: InLanguages;
  readonly alt?: InLanguages;
  readonly credit: InLanguages;
  readonly usageTerms: InLanguages;
  readonly specialInstructions?: InLanguages;
  readonly alterations?: InLanguages;
  readonly copyrightNotice: string;
  readonly creator: string;
  readonly source: string;
  /** Year, month or day. */
  readonly created: string;
  readonly digitalSourceType?: DigitalSourceType;
  /** ISO 3166-1 alpha-2 code, and the name of the place within the country where that may be told. */
  readonly place?: { readonly country: string; readonly name?: InLanguages };
  readonly licence: { readonly name: InLanguages; readonly url?: string };
}
