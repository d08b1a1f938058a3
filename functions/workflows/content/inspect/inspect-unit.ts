import * as v from "valibot";
import { Slug } from "../../../domain/content/names.ts";
import { Problems } from "../../../domain/content/problem.ts";
import { LANGUAGES } from "../../../domain/language.ts";
import type { LoadedUnit } from "../read/loaded-unit.ts";
import { readFirst } from "../read/read-retraction.ts";
import type { UnitFacts, UnitRecord } from "../read/unit-record.ts";
import { inspectEvent } from "./inspect-event.ts";
import { inspectStrays } from "./inspect-files.ts";
import { inspectKit } from "./inspect-kit.ts";
import { inspectPage } from "./inspect-page.ts";
import { inspectRelease } from "./inspect-release.ts";
import { type Inspection, noPictures } from "./inspection.ts";

/**
 * Reads a folder by itself: everything that is wrong with it whatever the others hold, and what must be looked up
 * among the others.
 * @param siteZone of times that name none; undefined where nobody can read it
 */
export function inspectUnit(unit: LoadedUnit, siteZone: string | undefined): UnitRecord {
  const inspection: Inspection = {
    unit,
    problems: new Problems(),
    uses: [],
    claims: [],
    moments: [],
    previews: [],
    absent: [],
    protectedFiles: [],
    perhapsProtected: [],
    named: new Set(),
    pictures: noPictures(),
  };
  const { problems, uses, claims, moments, previews, absent, protectedFiles, perhapsProtected } = inspection;
  if (!v.is(Slug, unit.slug))
    problems.error(
      { file: unit.folder, line: 1 },
      {
        problem: `the folder name ${JSON.stringify(unit.slug)} cannot be an address`,
        expected: "lower-case Latin letters, digits and single hyphens, at most 80 characters",
      },
    );
  const facts = factsOf(inspection, siteZone ?? "UTC");
  inspectStrays(inspection);
  const sound = !problems.all.some((problem) => problem.severity === "error");
  return {
    problems: problems.all,
    uses,
    claims,
    moments,
    previews,
    absent,
    protectedFiles,
    perhapsProtected,
    ...readFirst(unit, siteZone),
    languages: LANGUAGES.filter((language) => unit.texts.has(`${language}.md`)),
    ...(facts && sound && { facts }),
  };
}

function factsOf(inspection: Inspection, siteZone: string): UnitFacts | undefined {
  switch (inspection.unit.kind) {
    case "release":
      return inspectRelease(inspection, siteZone);
    case "event":
      return inspectEvent(inspection, siteZone);
    case "kit":
      return inspectKit(inspection, siteZone);
    case "page":
      return inspectPage(inspection, siteZone);
  }
}
