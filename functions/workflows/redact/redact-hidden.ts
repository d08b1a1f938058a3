import { text } from "node:stream/consumers";
import type { Detail } from "../../domain/detail.ts";
import { HIDDEN_PREFIX } from "../../storage/buckets/hidden-store.ts";
import type { MediaPurge, MediaVersion } from "../../storage/buckets/media-purge.ts";
import { changeItemsOf } from "../emergency/kept-unit.ts";
import { inFlight } from "../in-flight.ts";
import { isNamed } from "./names.ts";
import type { ReportedFile } from "./redact-media.ts";
import { readingsIn } from "./redact-past.ts";
import { type Findings, foundAt, together } from "./search/findings.ts";
import type { FileSearch } from "./search/search-file.ts";
import { wordsStandIn } from "./stored-words.ts";

const AT_ONCE = 4;

type Originals = Pick<MediaPurge, "objects" | "open">;

export interface RedactedHidden {
  /** Files, and documents as they were, that can no longer be shown again. */
  readonly destroyed: number;
  /** Hidden files of which nobody knows: somebody has to look before they are shown again. */
  readonly unknown: readonly ReportedFile[];
}

/** Searches what is hidden, and may be shown again for days, and destroys what holds the words, in every version. */
export async function redactHidden(
  originals: Originals & Pick<MediaPurge, "remove">,
  detail: Detail,
  search: Pick<FileSearch, "stream">,
): Promise<RedactedHidden> {
  const { found, unknown } = await searchHidden(originals, detail, search);
  for (const { path } of found) await originals.remove(path);
  return { destroyed: found.length, unknown };
}

/** Hidden files, and documents as they were, that hold the words, and those of which nobody knows; by their keys. */
export async function searchHidden(
  originals: Originals,
  detail: Detail,
  search: Pick<FileSearch, "stream">,
): Promise<{ readonly found: readonly ReportedFile[]; readonly unknown: readonly ReportedFile[] }> {
  const objects: MediaVersion[] = [];
  for await (const object of originals.objects(HIDDEN_PREFIX)) objects.push(object);
  const found = new Map<string, ReportedFile>();
  const unknown = new Map<string, ReportedFile>();
  const findingsIn = async (object: MediaVersion): Promise<Findings> => {
    const named = foundAt(isNamed(object.key, detail) ? "yes" : "no", "its name");
    const bytes = await originals.open(object);
    if (!DOCUMENTS.test(object.key)) return together([named, await search.stream(object.key, bytes)]);
    return together([named, foundAt(standInKept(await text(bytes), detail) ? "yes" : "no", "text")]);
  };
  await inFlight(objects, AT_ONCE, async (object) => {
    const path = object.key;
    const findings = await findingsIn(object);
    if (findings.found === "yes") found.set(path, { path, parts: findings.where });
    const parts = [...findings.where, ...findings.unsearched];
    if (parts.length > 0) unknown.set(path, { path, parts });
  });
  return {
    found: [...found.values()],
    unknown: [...unknown.values()].filter(({ path }) => !found.has(path)),
  };
}

/** Differences are searched as they read: a name may begin in one run and end in the next. */
function standInKept(kept: string, detail: Detail): boolean {
  return wordsStandIn(kept, detail) || changeItemsOf(kept).flatMap(readingsIn).some(detail.isIn);
}

const DOCUMENTS = /^hidden\/[^/]+\/units\//;
