import type { Detail } from "../../domain/detail.ts";
import type { MediaPurge, MediaVersion } from "../../storage/media-purge.ts";
import { inFlight } from "../in-flight.ts";
import { isNamed } from "./names.ts";
import { type Findings, foundAt, NOTHING, together } from "./search/findings.ts";
import type { FileSearch } from "./search/search-file.ts";
import type { Shown } from "./shown.ts";

/** A file and what of it concerns the reader of a report: where the words are, or what somebody has to look at. */
export interface NamedFile {
  /** Its path, `/media/…`. */
  readonly path: string;
  readonly parts: readonly string[];
}

export interface RedactedMedia {
  /** Removed in every version that held the words. */
  readonly removed: readonly string[];
  /** They hold the words and a document shows them: to be replaced there. */
  readonly left: readonly NamedFile[];
  /** Nobody knows whether they hold the words: somebody has to look. */
  readonly unknown: readonly NamedFile[];
}

/** ExifTool works on two at once, downloads wait meanwhile. */
const AT_ONCE = 4;

/**
 * Searches every version of every object, and removes those that hold the words: in every version, unless a document
 * shows the file still; then former versions only. Lists the bucket once more in the end, and searches what came
 * meanwhile.
 */
export async function redactMedia(
  media: MediaPurge,
  detail: Detail,
  shown: Shown,
  search: Pick<FileSearch, "stream">,
): Promise<RedactedMedia> {
  const known = new Map<string, Findings>();
  const findingsOf = async (object: MediaVersion): Promise<Findings> => {
    const named = isNamed(object.key, detail) ? "yes" : "no";
    const name = nameOf(object);
    const findings = known.get(name) ?? (await searchObject(media, object, search));
    known.set(name, findings);
    return together([foundAt(named, "its name"), findings]);
  };

  const removed = new Set<string>();
  await inFlight(await all(media), AT_ONCE, async (object) => {
    const path = `/${object.key}`;
    const isShown = shown.shows(object.key);
    if (removed.has(path) || (isShown && object.current)) return void (await findingsOf(object));
    if ((await findingsOf(object)).found !== "yes") return;
    if (isShown) await media.removeVersion(object);
    else await media.remove(object.key);
    removed.add(path);
  });
  const left = new Map<string, NamedFile>();
  const unknown = new Map<string, NamedFile>();
  for (const object of await all(media)) {
    const path = `/${object.key}`;
    const { found, where, unsearched } = await findingsOf(object);
    if (found === "yes") left.set(path, { path, parts: where });
    const parts = [...(found === "perhaps" ? where : []), ...unsearched];
    if (parts.length > 0) unknown.set(path, { path, parts });
  }
  return { removed: [...removed], left: [...left.values()], unknown: [...unknown.values()] };
}

async function searchObject(
  media: MediaPurge,
  object: MediaVersion,
  search: Pick<FileSearch, "stream">,
): Promise<Findings> {
  try {
    return await search.stream(object.key, await media.open(object));
  } catch (error) {
    if (error instanceof Error && /^NoSuch(Key|Version)$/.test(error.name)) return NOTHING; // it went meanwhile
    throw error;
  }
}

async function all(media: MediaPurge): Promise<MediaVersion[]> {
  const found: MediaVersion[] = [];
  for await (const object of media.objects()) found.push(object);
  return found;
}

/** Bytes are the same under the same hash, whatever window and name they have beside it. */
function nameOf({ key, version, bytes }: MediaVersion): string {
  const hash = /(?:^|\/)([0-9a-f]{64})\/[^/]+$/.exec(key)?.[1];
  return `${hash ?? `${key} ${version}`} ${bytes}`;
}
