import { readdirSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { toInstant } from "../../functions/domain/instant.ts";
import { Refusal } from "../../functions/domain/refusal.ts";
import { mediaPurge } from "../../functions/storage/media-purge.ts";
import { newsroomWriter } from "../../functions/storage/newsroom-writer.ts";
import { originalsStore } from "../../functions/storage/originals-store.ts";
import { takedownItem } from "../../functions/storage/takedowns.ts";
import { forgetOriginal, originalsFolder } from "../../functions/workflows/originals/originals-folder.ts";
import {
  type EndangeringAsset,
  filesOfAsset,
  remainsOfAsset,
  removeAsset,
} from "../../functions/workflows/takedown/remove-asset.ts";
import {
  type ListedAsset,
  sameBytesElsewhere,
  takeOutOfContent,
} from "../../functions/workflows/takedown/taken-down-content.ts";
import { onceFree } from "./once-free.ts";
import { checkContent, publishInto, readContent } from "./publish-content.ts";
import type { PublishTarget } from "./publish-target.ts";
import { type Questions, questions } from "./questions.ts";
import { plannedInWords, takenDownInWords } from "./takedown-words.ts";
import { openUnitFile, timeIn } from "./unit-file.ts";

/** What is to be taken down, and what is kept on record about it. */
export interface TakedownOrder {
  readonly content: string;
  readonly state: string;
  /** Of the kit, within the content. */
  readonly folder: string;
  readonly listed: ListedAsset;
  readonly reason: string;
  readonly by: string;
}

/**
 * Shows what will be taken down, asks twice, and does it.
 * @returns exit code: 1 when nothing was done, or when the same file stands elsewhere in the content
 */
export async function takeDown(
  target: PublishTarget,
  { content, state, folder, listed, reason, by }: TakedownOrder,
): Promise<number> {
  const asset = {
    unit: `kit/${listed.kitId}`,
    kit: basename(folder),
    id: listed.id,
    files: listed.downloads,
  };
  const stores = {
    writer: newsroomWriter(target.dynamodb, target.table),
    media: mediaPurge(target.s3, target.mediaBucket),
  };
  const input = questions();
  try {
    await warnOfProblems(content, state);
    const stored = await filesOfAsset(stores.writer, asset);
    process.stdout.write(plannedInWords({ target: target.name, folder, listed, stored }));
    if (!(await confirmedTwice(input, listed.id, target.name))) return 1;
    const at = toInstant(new Date());
    const { removed, addresses } = await removeAsset(stores, asset, at);
    await target.invalidate?.(addresses);
    process.stdout.write(`${removed.length} files are gone from the bucket, in every version.\n`);
    const record = {
      kind: "takedown-record",
      at,
      by,
      reason,
      kit: asset.kit,
      asset: asset.id,
      removed,
    } as const;
    await stores.writer.putAll([{ ...takedownItem(record), writtenAt: at }]);
    const elsewhere = sameBytesElsewhere(content, join(content, folder), listed.local);
    const changed = takeOutOfContent(
      join(content, folder),
      listed,
      timeIn(openUnitFile(content, folder), undefined, new Date(at)),
    );
    await forgetOriginals(target, state, listed);
    await publishWithout(target, { content, state }, asset);
    const left = await remainsOfAsset(stores.media, removed);
    for (const key of left) await stores.media.remove(key); // a publication that was under way meanwhile
    await target.invalidate?.(["/*"]);
    process.stdout.write(takenDownInWords({ folder, changed, elsewhere, by }));
    return elsewhere.length > 0 ? 1 : 0;
  } finally {
    input.close();
  }
}

/** What endangers someone is taken down whatever is wrong with the content; only the pages have to wait. */
async function warnOfProblems(content: string, state: string): Promise<void> {
  try {
    await checkContent({ content, state, clock: () => new Date() });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(
      "The file can be taken down all the same. Pages and archives follow once this is corrected and published.\n",
    );
  }
}

/** A slip here cannot be undone, so the id is typed once more. */
async function confirmedTwice(input: Questions, id: string, target: string): Promise<boolean> {
  if (!(await input.confirmed(`Take ${id} down from ${target}? It cannot be undone.`))) return false;
  const [again = ""] = await input.lines(`Type the id of the asset, ${id}, to confirm; an empty line ends:`);
  if (again.trim() === id) return true;
  process.stderr.write("Nothing was done: that is not its id.\n");
  return false;
}

/** Pages, addresses and feeds within seconds, then archives without it. */
async function publishWithout(
  target: PublishTarget,
  { content, state }: { content: string; state: string },
  { unit }: EndangeringAsset,
): Promise<void> {
  const what = { content, state, clock: () => new Date() };
  const manifest = await readContent(what, target);
  for (const withoutArchives of [true, false])
    await onceFree(() =>
      publishInto(target, manifest, what, {
        dryRun: false,
        removeMissing: false,
        allowHide: true,
        only: unit,
        withoutArchives,
        forgetFormer: true,
      }),
    );
}

/** The original in the store, what was brought of it, and what was made of it. */
async function forgetOriginals(
  target: PublishTarget,
  state: string,
  { original }: ListedAsset,
): Promise<void> {
  if (original === undefined) return;
  const cache = join(resolve(state), "cache");
  await originalsStore(target.s3, target.originalsBucket).remove(original);
  await forgetOriginal(original, originalsFolder(cache));
  const made = join(cache, "renditions");
  for (const name of namesIn(made)) if (name.startsWith(original)) rmSync(join(made, name), { force: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // nothing was ever made there
  }
}
