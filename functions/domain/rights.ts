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
  /** Nobody holds any right in it. */
  readonly publicDomain?: true;
}

/**
 * What a public licence says one may and must do, in the words of the Creative Commons Rights Expression Language
 * (https://creativecommons.org/ns). Whatever is told of a file, in any form, follows from this.
 */
export interface LicenceRules {
  /** What stands in the place of a copyright notice where nobody holds any right. */
  readonly publicDomain?: "CC0" | "Public domain";
  readonly permits: readonly ("Reproduction" | "Distribution" | "DerivativeWorks")[];
  readonly requires: readonly ("Notice" | "Attribution" | "ShareAlike")[];
  readonly prohibits: readonly "CommercialUse"[];
}

const COPY = ["Reproduction", "Distribution"] as const;
const CHANGE = [...COPY, "DerivativeWorks"] as const;
const NAME = ["Notice", "Attribution"] as const;
const SHARE = [...NAME, "ShareAlike"] as const;
const NOT_SOLD = ["CommercialUse"] as const;

const RULES = {
  zero: { publicDomain: "CC0", permits: CHANGE, requires: [], prohibits: [] },
  mark: { publicDomain: "Public domain", permits: CHANGE, requires: [], prohibits: [] },
  by: { permits: CHANGE, requires: NAME, prohibits: [] },
  "by-sa": { permits: CHANGE, requires: SHARE, prohibits: [] },
  "by-nd": { permits: COPY, requires: NAME, prohibits: [] },
  "by-nc": { permits: CHANGE, requires: NAME, prohibits: NOT_SOLD },
  "by-nc-sa": { permits: CHANGE, requires: SHARE, prohibits: NOT_SOLD },
  "by-nc-nd": { permits: COPY, requires: NAME, prohibits: NOT_SOLD },
} as const satisfies Record<string, LicenceRules>;
type LicenceCode = keyof typeof RULES;

/** How licences are called: by the address of their text, and by the SPDX identifier in lower case or what is like it. */
const CODES: readonly [RegExp, (code: string) => string][] = [
  [/^https?:\/\/creativecommons\.org\/publicdomain\/(zero|mark)\//, (code) => code],
  [/^https?:\/\/creativecommons\.org\/licenses\/([a-z-]+)\//, (code) => code],
  [/^(?:cc-?0|cc-zero)(?:-|$)/, () => "zero"],
  [/^(?:cc-pd|pdm|pddl|public-domain)/, () => "mark"],
  [/^cc-(by(?:-n[cd]|-sa)*)(?:-\d|$)/, (code) => code],
];

const isCode = (code: string): code is LicenceCode => Object.hasOwn(RULES, code);

/** @returns undefined for terms of one's own, of which nothing is known but what they say: then credit is asked for */
export function licenceRules(licence: {
  readonly id: string;
  readonly url?: string | undefined;
}): LicenceRules | undefined {
  for (const [pattern, codeOf] of CODES) {
    const found = pattern.exec(licence.url ?? "") ?? pattern.exec(licence.id);
    const code = found && codeOf(found[1] ?? "");
    if (code && isCode(code)) return RULES[code];
  }
  return undefined;
}

/** Whether whoever publishes a file must say whose it is. */
export function mustCredit(licence: Parameters<typeof licenceRules>[0]): boolean {
  return licenceRules(licence)?.requires.includes("Attribution") ?? true;
}

const CLAIM = /©|\(c\)|copyright|all rights|авторск\p{L}* прав|все права|авторлық құқы|барлық құқы/iu;

/** Whether a text about a file claims a right in it, which nobody holds in the public domain. */
export const claimsRight = (text: string): boolean => CLAIM.test(text);
