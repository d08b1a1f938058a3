import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { toInstant } from "../../../functions/domain/instant.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { hiddenUnits } from "../../../functions/workflows/emergency/hidden-units.ts";
import {
  isOneOf,
  objectKeys,
  type TakenFiles,
  takenFiles,
} from "../../../functions/workflows/emergency/taken-files.ts";
import { forgetOriginal, originalsFolder } from "../../../functions/workflows/originals/originals-folder.ts";
import { type StoredUnit, storedUnit } from "../../../functions/workflows/publish/stored/stored-unit.ts";
import {
  type OutOfContent,
  takeAllFilesOut,
  takeFilesOut,
} from "../../../functions/workflows/takedown/file-out-of-content.ts";
import type { TakedownSubject } from "../../../functions/workflows/takedown/find-subject.ts";
import { isArchive } from "../../../functions/workflows/takedown/same-file.ts";
import { type ShownFiles, shownFiles } from "../../../functions/workflows/takedown/shown-file.ts";
import { questions } from "../console/questions.ts";
import { say, warn, warnOfRefusal } from "../console/say.ts";
import { emergencyNewsroom, performAtOnce, reportOutcome } from "../emergency/emergency.ts";
import { type NamedSubject, namedSubject } from "../emergency/named-subject.ts";
import { publishAfter } from "../publishing/publish-after.ts";
import type { PublishTarget } from "../target/publish-target.ts";
import { openUnitFile, timeIn } from "../target/unit-file.ts";
import { retireInContent } from "./retire-in-content.ts";
import { plannedInWords, takenDownInWords } from "./takedown-words.ts";

/** What is to be taken down, and what is kept on record about it. */
export interface TakedownRequest {
  readonly content: string;
  readonly state: string;
  /** As it was typed. */
  readonly what: string;
  readonly reason: string;
  readonly by: string;
  /** Whether nobody is asked. */
  readonly yes: boolean;
}

/**
 * Shows what will be destroyed, asks once, and does it: what readers see first, then the content, then archives.
 * @returns exit code: 1 when nothing was done, or something is left to a person
 */
export async function runTakedown(target: PublishTarget, order: TakedownRequest): Promise<number> {
  const { content, state, what, reason, by } = order;
  const named = await namedSubject(target, content, what);
  const { subject, stored } = named;
  const newsroom = emergencyNewsroom(target);
  const found = await takenFiles(newsroom, subject);
  say(plannedInWords(await planned(target, named, found)));
  if (!order.yes && !(await confirmed(what, target.name))) return 1;
  const began = performance.now();
  const at = toInstant(new Date());
  const { unit, hashes } = subject;
  const outcome = await performAtOnce(
    target,
    {
      verb: "takedown",
      what,
      at,
      by,
      reason,
      ...onRecord(named),
      ...(unit !== undefined && { unit }),
      hashes: [...hashes],
    },
    by,
  );
  const all = new Set([...hashes, ...found.hashes]);
  const { changed, folders } = await outOfContent(content, subject, { all, at, folder: folderOf(named) });
  await forgetHere(state, all);
  const isSeen = await reportOutcome(target, outcome, began);
  const remains = pageLeft(content, subject, folderOf(named));
  say(takenDownInWords({ what, changed, remains, by }));
  const units = [...stored.records].flatMap(([id, { folder }]) => (folders.includes(folder) ? [id] : []));
  const own = new Set([...units.filter((id) => !id.startsWith("series/")), ...found.units]);
  if (remains !== undefined && unit !== undefined) own.delete(unit); // it would be refused
  const turned = unit === undefined ? [] : [unit];
  const follows = await publishAfter(target, { content, state, units: [...own], turned, archivesLast: true });
  return isSeen && follows && remains === undefined ? 0 : 1;
}

/** A page has no `leaving`: its words stay in the content until somebody deletes its folder. */
function pageLeft(
  content: string,
  { unit }: TakedownSubject,
  folder: string | undefined,
): string | undefined {
  if (!unit?.startsWith("page/") || folder === undefined) return undefined;
  return existsSync(join(content, folder)) ? folder : undefined;
}

async function confirmed(what: string, target: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    warn("Nothing was done: nobody can be asked here. Give --yes.");
    return false;
  }
  const input = questions();
  try {
    return await input.confirmed(`Destroy ${what} on ${target}? It cannot be undone.`, "--yes");
  } finally {
    input.close();
  }
}

/** What will be destroyed, as readers see it now, and as they saw it until it was hidden. */
async function planned(target: PublishTarget, { subject, stored }: NamedSubject, found: TakenFiles) {
  const newsroom = emergencyNewsroom(target);
  const isOne = isOneOf(found);
  const present = await Promise.all(
    found.units.flatMap((id) => {
      const record = stored.records.get(id);
      return record ? [storedUnit(newsroom, id, record)] : [];
    }),
  );
  const now = present.map((unit) => shownIn(unit, isOne, subject));
  const hidden = (await hiddenUnits(newsroom, { ...subject, hashes: [...found.hashes] })).map((unit) =>
    shownIn(unit, isOne, subject),
  );
  const files = [...now, ...hidden].flatMap((each) => each.files.filter(({ path }) => !isArchive(path)));
  const keys = objectKeys(found);
  const archives = keys.filter(isArchive).length;
  const pages = hidden.length > 0 && subject.unit !== undefined ? [] : now.flatMap((each) => each.pages);
  return {
    target: target.name,
    what: subject.what,
    folder: subject.unit === undefined ? undefined : stored.records.get(subject.unit)?.folder,
    files: [...new Map(files.map((file) => [file.path, file])).values()],
    pages,
    pagesBefore: [...new Set(hidden.flatMap((each) => each.pages))].filter((page) => !pages.includes(page)),
    objects: keys.length - archives,
    archives,
  };
}

/** All that a unit shows, if it goes as a whole. */
function shownIn(unit: StoredUnit, isOne: (path: string) => boolean, subject: TakedownSubject): ShownFiles {
  const { files, pages } = shownFiles(unit, isOne);
  return { files, pages: subject.unit === undefined ? pages : unit.documents.map(({ path }) => path) };
}

const folderOf = ({ subject, stored }: NamedSubject): string | undefined =>
  subject.unit === undefined ? undefined : stored.records.get(subject.unit)?.folder;

/** As the record names it: a kit and its asset, a folder and a file in it, a folder alone. */
function onRecord(named: NamedSubject): { kit: string; asset: string } {
  const { subject, stored } = named;
  const { asset, what } = subject;
  const folder = folderOf(named);
  if (folder !== undefined) return { kit: folder, asset: "" };
  const kit = asset && stored.records.get(asset.unit)?.folder;
  if (asset && kit !== undefined) return { kit: kit.slice(kit.lastIndexOf("/") + 1), asset: asset.id };
  const path = what.trim().replace(/\/+$/, "");
  return {
    kit: path.slice(0, Math.max(0, path.lastIndexOf("/"))),
    asset: path.slice(path.lastIndexOf("/") + 1),
  };
}

interface Taken {
  /** SHA-256 of all that is gone. */
  readonly all: ReadonlySet<string>;
  readonly at: string;
  /** Of a unit that is gone as a whole. */
  readonly folder: string | undefined;
}

/** What cannot be changed in the content must not keep anything from readers being told the truth: it is said. */
async function outOfContent(
  content: string,
  subject: TakedownSubject,
  { all, at, folder }: Taken,
): Promise<OutOfContent> {
  if (!existsSync(join(content, "site.yaml"))) return { changed: [], folders: [] };
  const timeOf = (each: string) => timeIn(openUnitFile(content, each), undefined, new Date(at));
  try {
    if (folder === undefined) return await takeFilesOut(content, all, timeOf);
    const whole = existsSync(join(content, folder)) ? takeAllFilesOut(content, folder, timeOf) : undefined;
    const { changed, folders } = await takeFilesOut(content, all, timeOf); // the same bytes elsewhere
    const left = whole && subject.unit?.startsWith("page/") === false ? goneIn(content, folder) : [];
    return {
      changed: [...new Set([...(whole?.changed ?? []), ...left, ...changed])],
      folders: [folder, ...folders],
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    warnOfRefusal(error, "Readers no longer have it, but the content still does: ");
    return { changed: [], folders: [] };
  }
}

/** A run that was cut short may have noted it. */
function goneIn(content: string, folder: string): string[] {
  const { yaml, file } = openUnitFile(content, folder);
  if (yaml.getIn(["leaving", "verb"]) === "gone") return [];
  retireInContent({ content, at: undefined }, folder, { verb: "gone" });
  return [file.slice(join(content, "/").length)];
}

/** What was brought of it onto this machine, and what was made of it here. */
async function forgetHere(state: string, hashes: ReadonlySet<string>): Promise<void> {
  const cache = join(resolve(state), "cache");
  for (const hash of hashes) await forgetOriginal(hash, originalsFolder(cache));
  const made = join(cache, "renditions");
  for (const name of namesIn(made))
    if (hashes.has(name.slice(0, 64))) rmSync(join(made, name), { force: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // nothing was ever made there
  }
}
