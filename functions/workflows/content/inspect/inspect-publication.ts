import type { EventSource } from "../../../domain/content/event-source.ts";
import type { KitSource } from "../../../domain/content/kit-source.ts";
import type { ReleaseSource } from "../../../domain/content/release-source.ts";
import type { Instant } from "../../../domain/instant.ts";
import type { PartlyLocalisedText } from "../../../domain/language.ts";
import type { ValidEvent, ValidKit, ValidRelease } from "../read/source-files.ts";
import type { UnitFacts } from "../read/unit-record.ts";
import { inspectCorrections, inspectRedactions } from "./inspect-moments.ts";
import { inspectPictures } from "./inspect-pictures.ts";
import { inspectPreview } from "./inspect-preview.ts";
import { inspectLeaving } from "./inspect-retirement.ts";
import { type Inspection, type Lines, noteReferences, spot, time } from "./inspection.ts";

/** What release.yaml, event.yaml and kit.yaml share: id, times, topics, contacts, related releases, picture, leaving. */
export function inspectPublication(
  inspection: Inspection,
  lines: Lines,
  facts: ValidRelease | ValidEvent | ValidKit,
  siteZone: string,
): { zone: string; publishAt: Instant | undefined } {
  const { problems, claims, unit } = inspection;
  const zone = facts.zone ?? siteZone;
  if (facts.id !== undefined) claims.push({ what: "id", id: facts.id, ...spot(lines, "id") });
  const publishAt = time(inspection, facts.publishAt, zone, spot(lines, "publishAt"));
  noteReferences(inspection, "topic", facts.topics, lines, "topics");
  noteReferences(inspection, "contact", facts.contacts, lines, "contacts");
  noteReferences(inspection, "release", facts.related, lines, "related");
  facts.related?.forEach((slug, i) => {
    if (unit.kind === "release" && slug === unit.slug)
      problems.error(spot(lines, "related", i), {
        problem: "the release names itself as related",
        expected: "another release",
      });
  });
  const times = { zone, publishAt };
  inspectCorrections(inspection, lines, facts.corrections, times);
  inspectRedactions(inspection, lines, facts.redactions, zone);
  inspectLeaving(inspection, lines, facts, times);
  inspectPictures(inspection, lines, facts, times);
  if (facts.image) {
    const at = spot(lines, "image", "file");
    const preview = inspectPreview(inspection, facts.image.file, at);
    if (preview) inspection.previews.push({ sha256: preview.sha256, ...at });
  }
  return times;
}

/** Licences of the files that a publication shows or offers. */
export const licencesOf = ({
  pictures = [],
  assets = [],
}: Pick<ReleaseSource, "pictures"> & Partial<Pick<KitSource, "assets">>): string[] => [
  ...new Set([...assets, ...pictures].flatMap(({ licence }) => licence ?? [])),
];

/** What other units need to know of any publication. */
export function publicationFacts(
  {
    id,
    source,
    topics,
    contacts,
    related = [],
    draft,
    leaving,
    pictures,
  }: ReleaseSource | EventSource | KitSource,
  titles: PartlyLocalisedText,
  publishAt: Instant,
): Pick<
  UnitFacts,
  | "id"
  | "source"
  | "titles"
  | "publishAt"
  | "topics"
  | "contacts"
  | "related"
  | "draft"
  | "leaving"
  | "hasPictures"
> {
  return {
    id,
    source,
    titles,
    publishAt,
    ...(pictures && { hasPictures: true }),
    ...(draft && { draft }),
    ...(leaving && {
      leaving: { verb: leaving.verb, ...(leaving.to !== undefined && { to: leaving.to }) },
    }),
    topics,
    contacts,
    related,
  };
}
