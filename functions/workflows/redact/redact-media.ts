import type { Detail } from "../../domain/detail.ts";
import type { MediaPurge, MediaVersion } from "../../storage/media-purge.ts";
import type { Shown } from "./shown.ts";
import { wordsStandIn } from "./stored-words.ts";

export interface RedactedMedia {
  readonly removed: readonly string[];
  readonly left: readonly string[];
  readonly unsearched: readonly string[];
}

/** Larger files are videos: whoever is seen or heard in one is no matter of words. */
const SEARCHED_BYTES = 64 * 1024 * 1024;

/**
 * Removes files that hold the words in every version, unless a document shows them still; former versions of those go
 * as well. Then lists the bucket once more, and searches what it had not searched.
 */
export async function redactMedia(media: MediaPurge, detail: Detail, shown: Shown): Promise<RedactedMedia> {
  const searched = new Map<string, boolean>();
  const unsearched = new Set<string>();
  const holds = async (object: MediaVersion): Promise<boolean> => {
    if (object.bytes > SEARCHED_BYTES) unsearched.add(`/${object.key}`);
    const name = nameOf(object);
    const known = searched.get(name);
    if (known !== undefined) return known;
    const found = detail.isIn(object.key) || (await isInBytes(media, object, detail));
    searched.set(name, found);
    return found;
  };

  const held: MediaVersion[] = [];
  for await (const object of media.objects()) if (await holds(object)) held.push(object);
  const removed = new Set<string>();
  for (const object of held) {
    const path = `/${object.key}`;
    if (removed.has(path) || (shown.shows(object.key) && object.current)) continue;
    if (shown.shows(object.key)) await media.removeVersion(object);
    else await media.remove(object.key);
    removed.add(path);
  }
  const left = new Set<string>();
  for await (const object of media.objects()) if (await holds(object)) left.add(`/${object.key}`);
  return { removed: [...removed], left: [...left], unsearched: [...unsearched] };
}

async function isInBytes(media: MediaPurge, object: MediaVersion, detail: Detail): Promise<boolean> {
  if (object.bytes > SEARCHED_BYTES) return false;
  return wordsStandIn(Buffer.from(await media.bytes(object)).toString("utf8"), detail);
}

const nameOf = ({ key, version, bytes }: MediaVersion) => `${key} ${version ?? bytes}`;
