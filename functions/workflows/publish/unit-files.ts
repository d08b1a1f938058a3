import { type MediaWindow, windowOfMedia } from "../../domain/addresses.ts";
import { addSeconds, earliest, type Instant } from "../../domain/instant.ts";
import type { Operation } from "../../storage/dynamodb/transaction.ts";
import { type Fence, isFenced } from "../../storage/newsroom/fence.ts";
import { mediaFileKey, mediaPartition } from "../../storage/newsroom/keys.ts";
import { type MediaFile, mediaFileItem, readMediaFile } from "../../storage/newsroom/media-files.ts";
import type { ManifestUnit, MediaObject } from "../manifest.ts";
import { GUARDED_OPERATIONS, transactGuarded, type Writing } from "./commit.ts";

/**
 * Days for which a download without people stays that another one has replaced: whoever is downloading it can go on.
 * Whatever else a unit no longer shows goes at once.
 */
const SUPERSEDED_DAYS = 30;

/** What the bucket holds of a unit, by object key. */
type Files = ReadonlyMap<string, MediaFile>;

/** Uploads the files of a unit, after noting them, so that none can be in the bucket unknown. */
export async function bringFiles(writing: Writing, unit: ManifestUnit): Promise<Files> {
  const { run } = writing;
  const known = await filesOf(writing, unit.id);
  if (unit.stored) return known;
  const wanted = unit.media.filter(({ key }) => !isOver(windowOfMedia(`/${key}`), run.now()));
  const noted = wanted.map(noteOf).filter((file) => !isSame(known.get(file.key), file));
  await writeAll(
    writing,
    noted.map((file) => ({ put: { ...mediaFileItem(unit.id, file), writtenAt: run.stamp() } })),
  );
  await run.upload(wanted);
  return known;
}

/** What settling came to. */
export interface UpdatedFiles {
  /** Whether anything was removed that readers could have. */
  readonly changed: boolean;
  /** When the next file is to be removed. */
  readonly due: Instant | undefined;
}

/**
 * What the bucket holds of the unit and the unit no longer shows: a download may stay for a while, all else is removed
 * at once. What is hidden or was taken down goes on answering 410, whatever another publication has put there meanwhile.
 */
export async function updateFiles(writing: Writing, unit: ManifestUnit, known: Files): Promise<UpdatedFiles> {
  const { run } = writing;
  const now = run.now();
  const { fenced, free } = apart(run.fence, known);
  for (const { key } of run.asked.dryRun ? [] : fenced) await run.media.takeBack(key, now);
  const present = new Set([...unit.media.map(({ key }) => key), ...(unit.stored?.media ?? [])]);
  const former = free.filter(({ key }) => !present.has(key));
  const over = free.filter(({ key }) => present.has(key) && isOver(windowOfMedia(`/${key}`), now));
  const superseded =
    run.asked.forgetFormer || unit.untold ? [] : former.filter((file) => mayStay(file, unit, now));
  const leaving = [...former.filter((file) => !superseded.includes(file)), ...over];
  const marks = superseded.filter(({ supersededAt }) => supersededAt === undefined);
  await writeAll(
    writing,
    marks.map((file) => ({
      put: { ...mediaFileItem(unit.id, { ...file, supersededAt: now }), writtenAt: run.stamp() },
    })),
  );
  await removeFiles(writing, leaving);
  return {
    changed: leaving.some(({ key }) => !isOver(windowOfMedia(`/${key}`), now)),
    due: earliest([
      ...unit.media.map(({ key }) => windowOfMedia(`/${key}`)?.until).filter((until) => until && until > now),
      ...superseded.map(({ supersededAt = now }) => stayUntil(supersededAt)),
    ]),
  };
}

const stayUntil = (supersededAt: Instant): Instant => addSeconds(supersededAt, SUPERSEDED_DAYS * 24 * 3600);

/** Removes all that the bucket holds of a unit that is taken off the newsroom. */
export async function removeAllFiles(writing: Writing): Promise<void> {
  await removeFiles(writing, apart(writing.run.fence, await filesOf(writing, writing.unit)).free);
}

/** Files that answer 410 for good or until they are shown again, and all others. */
function apart(fence: Fence, files: Files): { fenced: MediaFile[]; free: MediaFile[] } {
  const all = [...files.values()];
  return {
    fenced: all.filter((file) => isFenced(fence, file)),
    free: all.filter((file) => !isFenced(fence, file)),
  };
}

async function removeFiles(writing: Writing, files: readonly MediaFile[]): Promise<void> {
  const { run, unit } = writing;
  for (const { key } of files) {
    if (!run.asked.dryRun && !(await isAnothers(writing, key))) await run.media.remove(key);
    run.report({ kind: "file-removed", key });
    run.changed([`/${key}`]);
  }
  await writeAll(
    writing,
    files.map(({ key }) => ({ remove: mediaFileKey(unit, key) })),
  );
}

async function filesOf({ run }: Writing, unit: string): Promise<Files> {
  const items = await run.writer.partition(mediaPartition(unit));
  return new Map(items.map((item) => [item.key.sk, readMediaFile(item)]));
}

/** The same bytes under the same name and in the same window are one object: of two releases of one minute, say. */
async function isAnothers({ run, unit }: Writing, key: string): Promise<boolean> {
  const from = windowOfMedia(`/${key}`)?.from;
  const others = [...run.records]
    .filter(([id, { entries }]) => id !== unit && (from === undefined || from in entries))
    .map(([id]) => mediaFileKey(id, key));
  return (await run.writer.read(others)).length > 0;
}

async function writeAll(writing: Writing, operations: readonly Operation[]): Promise<void> {
  for (let start = 0; start < operations.length; start += GUARDED_OPERATIONS)
    await transactGuarded(writing, operations.slice(start, start + GUARDED_OPERATIONS));
}

function mayStay(file: MediaFile, unit: ManifestUnit, now: Instant): boolean {
  const { key, assets, supersededAt } = file;
  if (unit.left || !file.mayStay || assets.some((asset) => showsPeople(unit, asset))) return false;
  if (supersededAt && stayUntil(supersededAt) <= now) return false;
  const window = windowOfMedia(`/${key}`);
  if (isOver(window, now)) return false;
  return assets.every((asset) => {
    const allowed = unit.assetWindows?.get(asset);
    return allowed !== undefined && (window === undefined || isWithin(window, allowed));
  });
}

/** Whether the content says by now that people can be recognised in an asset. */
const showsPeople = ({ media }: ManifestUnit, asset: string): boolean =>
  media.some(({ assets = [], disposition, mayStay }) => {
    const isItsDownload = assets.length === 1 && assets[0] === asset && disposition !== "inline";
    return isItsDownload && !mayStay;
  });

/** Whether a window neither begins before another one nor ends after it. */
function isWithin({ from, until }: MediaWindow, allowed: MediaWindow): boolean {
  if (from < allowed.from) return false;
  return allowed.until === undefined || (until !== undefined && until <= allowed.until);
}

const isOver = (window: MediaWindow | undefined, now: Instant): boolean =>
  window?.until !== undefined && window.until <= now;

const noteOf = ({ key, assets = [], sources, madeOf, mayStay }: MediaObject): MediaFile => ({
  kind: "media-file",
  key,
  assets: [...assets],
  ...(sources && { sources: [...sources] }),
  ...(madeOf !== undefined && { madeOf }),
  ...(mayStay && { mayStay }),
});

function isSame(known: MediaFile | undefined, file: MediaFile): boolean {
  return known !== undefined && JSON.stringify(known) === JSON.stringify(file);
}
