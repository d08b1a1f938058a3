import type { Problems, Spot } from "../../../domain/content/problem.ts";
import type { Instant } from "../../../domain/instant.ts";
import { ownPath } from "../../../domain/own-address.ts";
import { licenceRules } from "../../../domain/rights.ts";
import type { NewsroomIndex, SiteList } from "../index/newsroom-index.ts";
import { suggestion } from "../read/suggestion.ts";
import type { Claim, ReferenceUse } from "../read/unit-record.ts";
import { checkAddress } from "./check-address.ts";
import { checkRedirects } from "./check-redirects.ts";

const SITE_LISTS = {
  topic: "topics",
  contact: "contacts",
  licence: "licences",
  goal: "goals",
  series: "series",
} as const satisfies Partial<Record<ReferenceUse["to"], SiteList>>;

/** Looks up every reference that folders make to each other and to site.yaml, and every id that must be unique. */
export function checkReferences(
  index: NewsroomIndex,
  now: Instant,
  address: string,
  problems: Problems,
): void {
  checkClaims(index, problems);
  checkMoments(index, now, problems);
  const { authority } = index.site.file.sound;
  for (const unit of index.units)
    for (const written of unit.record.uses) {
      const use = asInternal(written, { address, authority });
      if (isOfTheSite(use) && !index.site.isReadable) continue;
      else if (use.to === "address") checkAddress(use, unit, index, now, problems);
      else checkUse(use, index, problems);
    }
  for (const use of index.site.uses) checkUse(use, index, problems);
  checkRedirects(index, problems);
  checkPreviews(index, problems);
  checkSupersession(index, problems);
  checkNavigation(index, problems);
}

/** A link to the newsroom itself that was written with its host is one within it: looked up, and held to the embargo. */
function asInternal(use: ReferenceUse, own: Parameters<typeof ownPath>[1]): ReferenceUse {
  const path = use.to === "web-address" ? ownPath(use.id, own) : undefined;
  return path === undefined ? use : { ...use, to: "address", id: path };
}

/** Whether it can only be looked up in site.yaml. */
function isOfTheSite({ to }: ReferenceUse): boolean {
  return to === "address" || to in SITE_LISTS;
}

/** Of two that claim one id nobody knows whose it is, so both are wrong. */
function checkClaims({ units }: NewsroomIndex, problems: Problems): void {
  const claimed = new Map<string, Claim[]>();
  for (const claim of units.flatMap(({ record }) => record.claims)) {
    const name = `${claim.what} ${claim.id}`;
    claimed.set(name, [...(claimed.get(name) ?? []), claim]);
  }
  for (const claims of claimed.values())
    for (const claim of claims) {
      const other = claims.find((each) => each !== claim);
      if (other)
        problems.error(claim, {
          problem: `the ${claim.what === "id" ? "id" : `${claim.what} id`} ${claim.id} is also used in ${other.file}`,
          expected: claim.what === "id" ? "a UUID of its own" : "an id of its own, unique in the newsroom",
        });
    }
}

function checkUse(use: ReferenceUse, index: NewsroomIndex, problems: Problems): void {
  switch (use.to) {
    case "topic":
    case "contact":
    case "licence":
    case "goal":
    case "series": {
      const known = index.siteIds(SITE_LISTS[use.to]);
      if (!known.has(use.id)) dangling(use, `${use.to} of site.yaml`, [...known], problems);
      return;
    }
    case "revocable-licence": {
      const licence = index.site.file.sound.licences?.find(({ id }) => id === use.id);
      if (licence && !licence.revocable)
        problems.error(use, {
          problem: `the consent can end, and ${use.id} can never be taken back`,
          expected: "a licence of site.yaml with `revocable: true`, or a consent that ends `never`",
        });
      return;
    }
    case "reserved-licence": {
      const licence = index.site.file.sound.licences?.find(({ id }) => id === use.id);
      if (licence && licenceRules(licence)?.publicDomain !== undefined)
        problems.error(use, {
          problem: `this claims a right in the file, and under ${use.id} nobody holds any`,
          expected: "words without ©, or another licence",
        });
      return;
    }
    case "release":
    case "event":
    case "kit":
      if (!index.entry(use.to, use.id)) dangling(use, use.to, index.slugs(use.to), problems);
      return;
    case "folder":
      if (!index.folder(use.id)) dangling(use, "folder", index.folders(), problems);
      return;
    case "figure":
      if (!index.figures.has(use.id) && index.unreadable("release").length === 0)
        dangling(use, "figure", [...index.figures], problems);
  }
}

/** What a correction or a withdrawal tells shows as soon as it is published, whatever time it names. */
function checkMoments({ units, site }: NewsroomIndex, now: Instant, problems: Problems): void {
  for (const { what, at, ...where } of [...site.moments, ...units.flatMap((unit) => unit.record.moments)])
    if (at > now)
      problems.error(where, {
        problem: `this ${what} lies ahead, at ${at}, but readers would see it at once`,
        expected: "a time that has come, since it takes effect when it is published",
      });
}

function dangling(
  use: Spot & { id: string },
  what: string,
  known: readonly string[],
  problems: Problems,
): void {
  const some = known.length > 12 ? `${known.slice(0, 12).join(", ")} or another` : known.join(", ");
  problems.error(use, {
    problem: `there is no ${what} ${JSON.stringify(use.id)}`,
    expected: known.length > 0 ? `one of ${some}` : `a ${what}, of which there is none yet`,
    suggestion: suggestion(use.id, known),
  });
}

/** A newer figure must not, in the end, be replaced by the older one. */
function checkSupersession({ units }: NewsroomIndex, problems: Problems): void {
  const newer = new Map<string, string>();
  for (const { record } of units)
    for (const { id, supersededBy } of record.facts?.figures ?? [])
      if (supersededBy !== undefined) newer.set(id, supersededBy);
  for (const { record } of units)
    for (const claim of record.claims) {
      if (claim.what !== "figure") continue;
      const passed = new Set<string>();
      let id = newer.get(claim.id);
      while (id !== undefined && id !== claim.id && !passed.has(id)) {
        passed.add(id);
        id = newer.get(id);
      }
      if (id === claim.id)
        problems.error(claim, {
          problem: `the figure ${claim.id} is in the end superseded by itself`,
          expected: "supersededBy to name a figure that is newer",
        });
    }
}

/** A preview goes wherever a link to the page goes, so it must show nobody who must not be found. */
function checkPreviews({ units }: NewsroomIndex, problems: Problems): void {
  const shielded = new Set(units.flatMap(({ record }) => record.protectedFiles));
  for (const { sha256, ...at } of units.flatMap(({ record }) => record.previews))
    if (shielded.has(sha256))
      problems.error(at, {
        problem:
          "this picture shows people who must not be found, and previews of the page would carry it anywhere",
        expected: "another picture",
      });
}

function checkNavigation(index: NewsroomIndex, problems: Problems): void {
  const { file } = index.site;
  file.sound.navigation?.forEach((slug, i) => {
    const at = { id: slug, file: file.file, line: file.lineOf(["navigation", i]) };
    if (!index.entry("page", slug)) dangling(at, "page", index.slugs("page"), problems);
  });
}
