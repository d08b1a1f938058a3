import { relative, resolve } from "node:path";
import { inOrder, type Problem, Problems } from "../../domain/content/problem.ts";
import type { Instant } from "../../domain/instant.ts";
import { compilerVersion } from "../cache/compiler-version.ts";
import { type ContentCache, contentCache } from "../cache/content-cache.ts";
import type { HeldUnit } from "../held-unit.ts";
import type { CompileEvent, Manifest } from "../manifest.ts";
import { checkSiteSize, manifestOf, type PublicSite } from "./compile/manifest-of-content.ts";
import { type IndexedUnit, type NewsroomIndex, newsroomIndex } from "./index/newsroom-index.ts";
import type { StoredUnits } from "./index/stored-units.ts";
import { inspectSite } from "./inspect/inspect-site.ts";
import { inspectUnit } from "./inspect/inspect-unit.ts";
import { readTree, type UnitFolder } from "./read/content-tree.ts";
import { loadUnit } from "./read/loaded-unit.ts";
import { UnitRecord } from "./read/unit-record.ts";
import { checkReferences } from "./references/check-references.ts";
import { isOfTheSite, splitContent } from "./references/held-units.ts";

/** A content directory as read. */
export interface Content {
  /** By file and line; files are relative to the working directory. */
  readonly problems: readonly Problem[];
  /** Files that were read. */
  readonly files: number;
  /** Units that cannot be published as they are, each with what it takes back of what was published of it. */
  readonly held: readonly HeldUnit[];
  /** What the content says the newsroom should hold, as far as it can be published; there when site.yaml has no error. */
  readonly manifest?: Manifest;
}

export interface ContentOptions extends PublicSite {
  /** Time of publication: pages may link only to what is public then. */
  readonly now: Instant;
  /** Folder in which results are kept, so that an unchanged folder is not parsed again. */
  readonly cache?: string;
  /** Folder that holds originals under their SHA-256. */
  readonly originals?: string;
  /** Brings originals into that folder. Without it, those that are not there are not looked into. */
  readonly bring?: (originals: readonly string[]) => Promise<void>;
  /** Opens what is stored of units that cannot be published; without it, others show nothing of these. */
  readonly stored?: () => Promise<StoredUnits>;
  /** Ids of units that are hidden from readers: others lead nobody to them. */
  readonly hidden?: ReadonlySet<string>;
  /** Told of each file before it is read: large ones take their time. */
  readonly report?: (event: CompileEvent) => void;
}

/**
 * Reads a content directory and finds everything that is wrong with it. However malformed the files are, it answers
 * with problems, and with everything that can be published without the units that have them. Keeps a summary of each
 * folder only: units are compiled when they are asked for.
 * @throws Refusal `content-invalid` when there is no such directory
 */
export async function openContent(directory: string, options: ContentOptions): Promise<Content> {
  const version = compilerVersion();
  const cache = contentCache(version, options.cache);
  const problems = new Problems();
  const tree = readTree(directory, problems);
  const site = await inspectSite(directory, tree.rootFiles, cache, problems);
  const units: IndexedUnit[] = [];
  for (const folder of tree.units)
    units.push(
      await withOriginals(await indexed(folder, site.zone, cache, options), site.zone, cache, options),
    );
  for (const { record } of units) problems.all.push(...record.problems);
  const index = newsroomIndex(units, site, options.hidden ?? new Set());
  checkReferences(index, options.now, options.address, problems);
  checkOriginals(index, options, problems);
  const isSound = () => !problems.all.some((problem) => isOfTheSite(problem, index));
  const { whole } = site.file;
  if (whole && isSound()) checkSiteSize(index, whole, options, problems);
  cache.save();
  const ordered = inOrder(problems.all);
  const stored = problems.all.some(isError) ? await options.stored?.() : undefined;
  const content = await splitContent(index, ordered, isSound(), stored);
  const held = content.held.map((unit) => ({
    ...unit,
    ...(unit.first && { first: { ...unit.first, file: shownPath(directory, unit.first.file) } }),
  }));
  return {
    problems: ordered.map((problem) => ({ ...problem, file: shownPath(directory, problem.file) })),
    files: tree.rootFiles.length + tree.units.reduce((sum, unit) => sum + unit.files.length, 0),
    held,
    ...(whole && isSound() && { manifest: manifestOf({ ...content, held }, whole, options, version, cache) }),
  };
}

/** The unit again, once the originals that it lacks were brought. */
async function withOriginals(
  unit: IndexedUnit,
  siteZone: string | undefined,
  cache: ContentCache,
  options: ContentOptions,
): Promise<IndexedUnit> {
  const { absent } = unit.record;
  if (absent.length === 0 || !options.bring) return unit;
  await options.bring([...new Set(absent.map(({ original }) => original))]);
  return indexed(unit.folder, siteZone, cache, options);
}

/** Originals that are nowhere to be had; where none are brought, those that are not on this machine. */
function checkOriginals({ units }: NewsroomIndex, { bring }: ContentOptions, problems: Problems): void {
  for (const { original, ...at } of units.flatMap(({ record }) => record.absent)) {
    const named = `${original.slice(0, 12)}…`;
    if (bring)
      problems.error(at, {
        problem: `there is no original ${named} in the store`,
        expected: "what `npm run originals -- add FILE` printed for it",
      });
    else
      problems.warning(at, {
        problem: `the original ${named} is not on this machine, so it was not looked into`,
        expected: "`npm run originals -- get` to bring it",
      });
  }
}

async function indexed(
  folder: UnitFolder,
  siteZone: string | undefined,
  cache: ContentCache,
  { originals, report }: ContentOptions,
): Promise<IndexedUnit> {
  const loaded = await loadUnit(folder, cache, originals, report);
  const { kind, slug, contentHash } = loaded;
  const key = ["unit", folder.folder, contentHash, siteZone].join(" ");
  let record = cache.get(key, UnitRecord);
  if (!record) {
    record = inspectUnit(loaded, siteZone);
    cache.set(key, record);
  }
  return { kind, slug, folder, contentHash, record };
}

const isError = ({ severity }: Problem): boolean => severity === "error";

function shownPath(directory: string, file: string): string {
  return relative(process.cwd(), resolve(directory, file)).replaceAll("\\", "/") || file;
}
