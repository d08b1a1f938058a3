import { type Organisers, USUAL_KEEP_DAYS } from "../../../domain/content/registration-source.ts";
import type { SiteSource } from "../../../domain/content/site-source.ts";
import { type Instant, NEVER } from "../../../domain/instant.ts";
import type { PublicationKind, UnitKind } from "../../../domain/kinds.ts";
import type { Language, PartlyLocalisedText } from "../../../domain/language.ts";
import type { UnitFacts } from "../read/unit-record.ts";

/** What a unit shows of another: enough for a link in every language. */
export interface ReferencedUnit {
  readonly kind: UnitKind;
  readonly slug: string;
  readonly id: string;
  readonly source: Language;
  readonly titles: PartlyLocalisedText;
  readonly publishAt: Instant;
}

/**
 * Everything outside its own folder that a unit is compiled from. It is part of the unit's fingerprint, and
 * compiling sees nothing else, so an unchanged fingerprint means an unchanged result.
 */
export interface CompileContext {
  readonly zone: string;
  readonly authority: string;
  readonly topics: SiteSource["topics"];
  readonly contacts: SiteSource["contacts"];
  readonly goals: NonNullable<SiteSource["goals"]>;
  readonly licences: SiteSource["licences"];
  /** Of what shows or offers files of its own: who provides them. */
  readonly organisation: SiteSource["organisation"] | undefined;
  readonly series: NonNullable<SiteSource["series"]>[number] | undefined;
  /** Of an event: days after it until its registrations are erased. */
  readonly keepDays: number | undefined;
  /** Of an event: who is told of its registrations, unless it says that itself. */
  readonly organisers: Organisers | undefined;
  readonly related: readonly ReferencedUnit[];
  readonly kit: ReferencedUnit | undefined;
  readonly event: ReferencedUnit | undefined;
  readonly newerFigures: readonly NewerFigure[];
  /** Where the newsroom is, if a text of the unit leads to it by its host. */
  readonly own?: { readonly address: string; readonly authority: string };
  /** Where readers are sent who ask for it. */
  readonly successor: ReferencedUnit | undefined;
}

/** Who provides the files of a unit. */
export function organisationIn({ organisation }: CompileContext): SiteSource["organisation"] {
  if (!organisation) throw new Error("The context of a unit with files names no organisation.");
  return organisation;
}

export interface NewerFigure {
  /** Id of the figure that it replaces. */
  readonly older: string;
  readonly id: string;
  readonly values: PartlyLocalisedText;
  readonly release: ReferencedUnit;
}

export interface Unit {
  readonly kind: UnitKind;
  readonly slug: string;
  readonly facts: UnitFacts;
  /** Whether it is hidden from readers for the time being. */
  readonly isHidden?: boolean;
}

/** Finds units and figures by the names that content files use. */
export interface Directory {
  unit(kind: UnitKind, slug: string): Unit | undefined;
  releaseOfFigure(id: string): Unit | undefined;
  /** The unit in a folder such as `releases/my-release`. */
  unitIn(folder: string): Unit | undefined;
}

/** A draft is public at no time, so nothing shows a link to it. */
export function referencedUnit({ kind, slug, facts }: Unit): ReferencedUnit {
  const { id, source, titles, draft, publishAt } = facts;
  return { kind, slug, id, source, titles, publishAt: draft ? NEVER : publishAt };
}

/** Whether others may still lead readers to it. */
export function stays({ facts, isHidden = false }: Unit): boolean {
  return facts.leaving === undefined && !isHidden;
}

/** Units of which a unit shows something, whether or not readers can see them now. */
export function namedBy({ facts }: Unit, directory: Directory): Set<string> {
  const { related, kit, event, figures, leaving } = facts;
  const units = [
    ...related.map((slug) => directory.unit("release", slug)),
    ...(kit === undefined ? [] : [directory.unit("kit", kit)]),
    ...(event === undefined ? [] : [directory.unit("event", event)]),
    ...figures.map(({ supersededBy: newer }) =>
      newer === undefined ? undefined : directory.releaseOfFigure(newer),
    ),
    ...(leaving?.to === undefined ? [] : [directory.unitIn(leaving.to)]),
  ];
  return new Set(units.flatMap((unit) => (unit ? [`${unit.kind}/${unit.facts.id}`] : [])));
}

/** @param directory of valid content: every reference in `facts` leads somewhere */
export function compileContextOf({ facts }: Unit, site: SiteSource, directory: Directory): CompileContext {
  const linked = (kind: PublicationKind, slug: string | undefined) => {
    const unit = slug === undefined ? undefined : directory.unit(kind, slug);
    return unit && stays(unit) ? referencedUnit(unit) : undefined;
  };
  return {
    zone: site.zone,
    authority: site.authority,
    topics: named(site.topics, facts.topics),
    contacts: named(site.contacts, facts.contacts),
    goals: named(site.goals ?? [], facts.goals),
    licences: named(site.licences, facts.licences),
    organisation: facts.licences.length > 0 || facts.hasPictures ? site.organisation : undefined,
    series: site.series?.find((series) => series.id === facts.edition?.series),
    keepDays: facts.edition && (site.registration?.keepDays ?? USUAL_KEEP_DAYS),
    organisers: facts.edition && site.registration?.organisers,
    related: facts.related.flatMap((slug) => linked("release", slug) ?? []),
    kit: linked("kit", facts.kit),
    event: linked("event", facts.event),
    newerFigures: newerFiguresOf(facts, directory),
    successor: successorOf(facts, directory),
  };
}

/** Where a redirect leads in the end: chains collapse, and content without errors has no circles. */
function successorOf({ leaving }: UnitFacts, directory: Directory): ReferencedUnit | undefined {
  const next = leaving?.to === undefined ? undefined : directory.unitIn(leaving.to);
  if (!next) return undefined;
  return next.facts.leaving?.to === undefined ? referencedUnit(next) : successorOf(next.facts, directory);
}

function newerFiguresOf({ figures }: UnitFacts, directory: Directory): NewerFigure[] {
  return figures.flatMap(({ id: older, supersededBy }) => {
    const release = supersededBy === undefined ? undefined : directory.releaseOfFigure(supersededBy);
    const figure = release?.facts.figures.find((each) => each.id === supersededBy);
    if (!release || !figure || !stays(release)) return [];
    return [{ older, id: figure.id, values: figure.values, release: referencedUnit(release) }];
  });
}

/** In the order of the ids. */
function named<Item extends { readonly id: string }>(items: readonly Item[], ids: readonly string[]): Item[] {
  return ids.flatMap((id) => items.find((item) => item.id === id) ?? []);
}
