import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Detail } from "../../../functions/domain/detail.ts";
import { mediaPurge } from "../../../functions/storage/buckets/media-purge.ts";
import { originalsStore } from "../../../functions/storage/buckets/originals-store.ts";
import { newsroomWriter } from "../../../functions/storage/newsroom/newsroom-writer.ts";
import { publishLease } from "../../../functions/storage/newsroom/publish-lease.ts";
import { everyItem } from "../../../functions/storage/newsroom/table-scan.ts";
import { namedOriginals } from "../../../functions/workflows/originals/named-originals.ts";
import {
  fileOccurrences,
  type Occurrence,
  occurrencesIn,
} from "../../../functions/workflows/redact/redact-files.ts";
import type { StoredNewsroom } from "../../../functions/workflows/redact/redact-stored.ts";
import { type FileSearch, fileSearch } from "../../../functions/workflows/redact/search/search-file.ts";
import { hasDied, thisProcess } from "../target/lease-holder.ts";
import type { PublishTarget } from "../target/publish-target.ts";

const clock = () => new Date();

/** Searches files with a folder of its own for what it unpacks, which is gone afterwards. */
export async function whileSearching<Result>(
  detail: Detail,
  state: string,
  task: (search: FileSearch) => Promise<Result>,
): Promise<Result> {
  mkdirSync(resolve(state), { recursive: true });
  const folder = mkdtempSync(join(resolve(state), "search-"));
  try {
    return await task(fileSearch(detail, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Files of the content that are no texts, and the originals that kits name. */
export async function filesWithWords(
  target: Pick<PublishTarget, "s3" | "originalsBucket">,
  content: string,
  search: FileSearch,
): Promise<Occurrence[]> {
  const found = await fileOccurrences(content, search);
  const store = originalsStore(target.s3, target.originalsBucket);
  const originals = new Map(namedOriginals(content).map((each) => [each.sha256, each]));
  for (const { sha256, folder } of originals.values()) {
    if (!(await store.has(sha256))) continue;
    const findings = await search.stream(sha256, await store.open(sha256));
    found.push(...occurrencesIn({ folder, file: `original ${sha256}` }, findings));
  }
  return found;
}

/** All that a newsroom stores, as redacting reads and changes it. */
export function storedNewsroom(
  { dynamodb, table, s3, mediaBucket }: PublishTarget,
  search: FileSearch,
): StoredNewsroom {
  return {
    items: () => everyItem(dynamodb, table),
    writer: newsroomWriter(dynamodb, table),
    media: mediaPurge(s3, mediaBucket),
    lease: publishLease(dynamodb, table, { holder: thisProcess(), clock, hasDied }),
    search,
    clock,
  };
}

/** Removes what this machine keeps of files that were prepared with the words in them: it is made anew. @returns how many */
export async function forgetPrepared(state: string, search: FileSearch): Promise<number> {
  const cache = join(resolve(state), "cache");
  mkdirSync(cache, { recursive: true });
  let forgotten = 0;
  for (const entry of readdirSync(cache, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || (await search.file(path)).found === "no") continue;
    rmSync(path, { force: true });
    forgotten++;
  }
  return forgotten;
}
