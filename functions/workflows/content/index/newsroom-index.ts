import type { SiteSource } from "../../../domain/content/site-source.ts";
import type { UnitKind } from "../../../domain/kinds.ts";
import { KINDS } from "../../../domain/kinds.ts";
import type { Language } from "../../../domain/language.ts";
import type { UnitFolder } from "../read/content-tree.ts";
import type { SiteRead } from "../read/site-read.ts";
import type { UnitRecord } from "../read/unit-record.ts";
import type { Directory, Unit } from "./compile-context.ts";

/** A folder and what reading it left behind. */
export interface IndexedUnit {
  readonly kind: UnitKind;
  readonly slug: string;
  readonly folder: UnitFolder;
  readonly contentHash: string;
  readonly record: UnitRecord;
}

/** Everything that the content holds, by the names under which files refer to it. */
export interface NewsroomIndex extends Directory {
  readonly units: readonly IndexedUnit[];
  readonly site: SiteRead;
  entry(kind: UnitKind, slug: string): IndexedUnit | undefined;
  slugs(kind: UnitKind): readonly string[];
  /** The unit in a folder such as `releases/my-release`. */
  folder(name: string): IndexedUnit | undefined;
  folders(): readonly string[];
  /** Ids of a list of site.yaml, whether or not their items are right. */
  siteIds(list: SiteList): ReadonlySet<string>;
  /** Ids of all figures. */
  readonly figures: ReadonlySet<string>;
  unitOfFigure(id: string): IndexedUnit | undefined;
  /** Units of a kind whose YAML cannot be read: nobody knows what they hold. */
  unreadable(kind: UnitKind): readonly IndexedUnit[];
  /** Events that belong to a series. */
  editions(series: string): readonly Unit[];
  /** Ids of units that are hidden from readers: `release/{uuid}`. */
  readonly hidden: ReadonlySet<string>;
}

export type SiteList = keyof Pick<SiteSource, "topics" | "contacts" | "licences" | "goals" | "series">;

/**
 * @param hidden ids of units that are hidden from readers
 * @param stored what others see of units that are not among these, by folder
 */
export function newsroomIndex(
  units: readonly IndexedUnit[],
  site: SiteRead,
  hidden: ReadonlySet<string>,
  stored: ReadonlyMap<string, Unit> = new Map(),
): NewsroomIndex {
  const shown = (unit: Unit | undefined): Unit | undefined =>
    unit && hidden.has(`${unit.kind}/${unit.facts.id}`) ? { ...unit, isHidden: true } : unit;
  const byFolder = new Map(units.map((unit) => [unit.folder.folder, unit]));
  const byName = new Map(units.map((unit) => [`${unit.kind}/${unit.slug}`, unit]));
  const figures = new Map<string, IndexedUnit>();
  const editions = new Map<string, Unit[]>();
  const ids = new Map<SiteList, ReadonlySet<string>>();
  const addEdition = (unit: Unit) => {
    const series = unit.facts.edition?.series;
    if (series !== undefined) editions.set(series, [...(editions.get(series) ?? []), unit]);
  };
  for (const unit of units) {
    for (const claim of unit.record.claims) if (claim.what === "figure") figures.set(claim.id, unit);
    const known = shown(withFacts(unit));
    if (known) addEdition(known);
  }
  for (const unit of stored.values()) addEdition(shown(unit) ?? unit);
  const storedFigure = (id: string) =>
    [...stored.values()].find(({ facts }) => facts.figures.some((figure) => figure.id === id));
  return {
    units,
    site,
    entry: (kind, slug) => byName.get(`${kind}/${slug}`),
    folder: (name) => byFolder.get(name),
    folders: () => [...byFolder.keys()],
    slugs: (kind) => units.filter((unit) => unit.kind === kind).map((unit) => unit.slug),
    siteIds(list) {
      const known = ids.get(list) ?? site.file.mentioned(list);
      ids.set(list, known);
      return known;
    },
    figures: new Set(figures.keys()),
    unitOfFigure: (id) => figures.get(id),
    unreadable: (kind) =>
      units.filter((unit) => unit.kind === kind && unit.record.retraction === "unreadable"),
    editions: (series) => editions.get(series) ?? [],
    unit: (kind, slug) =>
      shown(withFacts(byName.get(`${kind}/${slug}`)) ?? stored.get(`${KINDS[kind].folder}/${slug}`)),
    releaseOfFigure: (id) => shown(withFacts(figures.get(id)) ?? storedFigure(id)),
    unitIn: (folder) => shown(withFacts(byFolder.get(folder)) ?? stored.get(folder)),
    hidden,
  };
}

export function withFacts(unit: IndexedUnit | undefined): Unit | undefined {
  if (!unit?.record.facts) return undefined;
  return { kind: unit.kind, slug: unit.slug, facts: unit.record.facts };
}

export function hasLanguage({ record }: IndexedUnit, language: Language): boolean {
  return record.languages.includes(language);
}
