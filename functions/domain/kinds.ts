/**
 * Every kind of unit that content has a folder for each of. Lists, patterns, schemas and addresses are made of this table.
 *
 * | column | what it says |
 * |---|---|
 * | `segment` | what its addresses are called, of pages and of the API; none for what stands at an address of its own |
 * | `folder` | where its folders stand in the content: `releases/{slug}` |
 * | `facts` | the file of what is the same in every language |
 * | `sitemap` | what its sitemap files are called: `/sitemaps/releases-2020-1.xml`, `/sitemaps/pages-1.xml` |
 * | `turn` | its place in a publication; the files of a media kit take longer than all else |
 */
export const KINDS = {
  release: { segment: "releases", folder: "releases", facts: "release.yaml", sitemap: "releases", turn: 2 },
  event: { segment: "events", folder: "events", facts: "event.yaml", sitemap: "events", turn: 3 },
  kit: { segment: "kits", folder: "media-kits", facts: "kit.yaml", sitemap: "kits", turn: 4 },
  page: { segment: undefined, folder: "pages", facts: "page.yaml", sitemap: "pages", turn: 1 },
} as const;

export type UnitKind = keyof typeof KINDS;
/** Kinds that are published on a day and listed: all but the pages of the organisation. */
export type PublicationKind = {
  [Kind in UnitKind]: (typeof KINDS)[Kind]["segment"] extends string ? Kind : never;
}[UnitKind];

export const UNIT_KINDS = Object.keys(KINDS) as readonly UnitKind[]; // the keys of a literal
const isPublicationKind = (kind: UnitKind): kind is PublicationKind => KINDS[kind].segment !== undefined;
export const PUBLICATION_KINDS: readonly PublicationKind[] = UNIT_KINDS.filter(isPublicationKind);

/** The kind of a unit by its id, `release/{uuid}`; undefined for the site, a series and anything else. */
export const unitKindOf = (unit: string): UnitKind | undefined => {
  const [kind, id] = unit.split("/");
  return id === undefined ? undefined : UNIT_KINDS.find((each) => each === kind);
};

/** The kind whose addresses have this segment. */
export const kindOfSegment = (segment: string): PublicationKind | undefined =>
  PUBLICATION_KINDS.find((kind) => KINDS[kind].segment === segment);

/** The segments as a pattern has them: `releases|events|kits`. */
export const SEGMENT_PATTERN: string = PUBLICATION_KINDS.map((kind) => KINDS[kind].segment).join("|");
/** The folders of content as a pattern has them. */
export const FOLDER_PATTERN: string = UNIT_KINDS.map((kind) => KINDS[kind].folder).join("|");
/** The names of sitemap files as a pattern has them. */
export const SITEMAP_PATTERN: string = UNIT_KINDS.map((kind) => KINDS[kind].sitemap).join("|");
