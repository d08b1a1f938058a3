import type { Instant } from "../../domain/instant.ts";
import { inspectPreview } from "./inspect-files.ts";
import { type Inspection, type Lines, spot, time, use } from "./inspection.ts";
import type { SoundEvent, SoundKit, SoundRelease } from "./source-files.ts";

/** What release.yaml, event.yaml and kit.yaml share: id, times, topics, contacts, related releases, picture. */
export function inspectPublication(
  inspection: Inspection,
  lines: Lines,
  facts: SoundRelease | SoundEvent | SoundKit,
  siteZone: string,
): { zone: string; publishAt: Instant | undefined } {
  const { problems, claims, unit } = inspection;
  const zone = facts.zone ?? siteZone;
  if (facts.id !== undefined) claims.push({ what: "id", id: facts.id, ...spot(lines, "id") });
  const publishAt = time(inspection, facts.publishAt, zone, spot(lines, "publishAt"));
  use(inspection, "topic", facts.topics, lines, "topics");
  use(inspection, "contact", facts.contacts, lines, "contacts");
  use(inspection, "release", facts.related, lines, "related");
  facts.related?.forEach((slug, i) => {
    if (unit.kind === "release" && slug === unit.slug)
      problems.error(spot(lines, "related", i), {
        problem: "the release names itself as related",
        expected: "another release",
      });
  });
  inspectCorrections(inspection, lines, facts, zone, publishAt);
  if (facts.image) inspectPreview(inspection, facts.image.file, spot(lines, "image", "file"));
  return { zone, publishAt };
}

function inspectCorrections(
  inspection: Inspection,
  lines: Lines,
  { corrections }: SoundRelease | SoundEvent | SoundKit,
  zone: string,
  publishAt: Instant | undefined,
): void {
  let before = publishAt;
  corrections?.forEach((correction, i) => {
    const at = spot(lines, "corrections", i, "at");
    const instant = time(inspection, correction.at, zone, at);
    if (instant && before && instant < before)
      inspection.problems.error(at, {
        problem: `the correction of ${correction.at} is earlier than ${i === 0 ? "the publication" : "the one before it"}`,
        expected: "corrections after publishAt, oldest first",
      });
    before = instant ?? before;
  });
}
