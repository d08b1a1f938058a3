import { RESERVED_PAGE_SLUGS } from "../../../domain/addresses.ts";
import { ALWAYS } from "../../../domain/instant.ts";
import { readUnit } from "../read/read-unit.ts";
import { PAGE } from "../read/source-files.ts";
import type { UnitFacts } from "../read/unit-record.ts";
import { inspectLanguages } from "./inspect-languages.ts";
import { inspectRedactions } from "./inspect-moments.ts";
import { inspectPictures, inspectUnusedPictures } from "./inspect-pictures.ts";
import { licencesOf } from "./inspect-publication.ts";
import { type Inspection, noteReferences, spot } from "./inspection.ts";
import { titlesOf } from "./words-of.ts";

export function inspectPage(inspection: Inspection, siteZone: string): UnitFacts | undefined {
  const { unit, problems, claims } = inspection;
  const { facts, languages } = readUnit(unit, PAGE, problems);
  const { sound } = facts;
  if (sound.id !== undefined) claims.push({ what: "id", id: sound.id, ...spot(facts, "id") });
  inspectRedactions(inspection, facts, sound.redactions, siteZone);
  inspectPictures(inspection, facts, sound, { zone: siteZone, publishAt: undefined });
  noteReferences(inspection, "contact", sound.contacts, facts, "contacts");
  if (RESERVED_PAGE_SLUGS.includes(unit.slug))
    problems.error(
      { file: facts.file, line: 1 },
      {
        problem: `/en/${unit.slug} is an address of the newsroom's own`,
        expected: `another folder name than ${RESERVED_PAGE_SLUGS.join(", ")}`,
      },
    );
  inspectLanguages(inspection, sound.source, languages, []);
  inspectUnusedPictures(inspection, facts, sound);
  if (!facts.whole) return undefined;
  const { id, source, contacts = [], pictures } = facts.whole;
  return {
    id,
    source,
    ...(pictures && { hasPictures: true }),
    titles: titlesOf(languages),
    publishAt: ALWAYS,
    topics: [],
    contacts,
    goals: [],
    licences: licencesOf(facts.whole),
    related: [],
    figures: [],
    statements: [],
    downloads: [],
  };
}
