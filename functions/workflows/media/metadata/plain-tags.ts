import type { InLanguages, Rights } from "../../../domain/rights.ts";

/** What formats without room for several languages say of a file, in the language of its source. */
export interface PlainTags {
  readonly title: string;
  readonly artist: string;
  readonly copyright: string;
  readonly description: string;
  /** Whom to credit, and on what terms. */
  readonly comment: string;
}

export function plainTags(rights: Rights): PlainTags {
  const inOne = (texts: InLanguages) => texts[rights.language] ?? Object.values(texts)[0] ?? "";
  return {
    title: inOne(rights.headline),
    artist: rights.creator,
    copyright: rights.copyrightNotice,
    description: inOne(rights.caption),
    comment: [inOne(rights.credit), inOne(rights.usageTerms)].filter(Boolean).join(". "),
  };
}
