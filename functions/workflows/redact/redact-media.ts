import type { Detail } from "../../domain/detail.ts";
import type { MediaPurge, MediaVersion } from "../../storage/buckets/media-purge.ts";
import { inFlight } from "../in-flight.ts";
import { isNamed } from "./names.ts";
import { type Findings, foundAt, NOTHING, together } from "./search/findings.ts";
import type { FileSearch } from "./search/search-file.ts";
import type { ShownMedia } from "./shown.ts";

/** A file and what of it concerns the reader of a report: where the words are, or what somebody has to look at. */
export interface ReportedFile {
  /** Its path, `/media/…`. */
  readonly path: string;
  readonly parts: readonly string[];
}

export interface RedactedMedia {
  /** Removed in every version that held the words. */
  readonly removed: readonly string[];
  /** They hold the words and a document shows them: to be replaced there. */
  readonly left: readonly ReportedFile[];
  /** Nobody knows whether they hold the words: somebody has to look. */
  readonly unknown: readonly ReportedFile[];
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
  shown: ShownMedia,
  search: Pick<FileSearch, "stream">,
): Promise<RedactedMedia> {
  const searched = new SearchedMedia(media, detail, search);
  const removed = new Set<string>();
  await inFlight(await all(media), AT_ONCE, async (object) => {
    const path = `/${object.key}`;
    const isShown = shown.shows(object.key);
    const { found } = await searched.findings(object);
    if (removed.has(path) || found !== "yes" || (isShown && object.current)) return;
    if (isShown) await media.removeVersion(object);
    else await media.remove(object.key);
    removed.add(path);
  });
  const { found: left, unknown } = await searched.everywhere();
  return { removed: [...removed], left, unknown };
}

/** Files of a bucket that hold the words, and those of which nobody knows. */
export async function searchMedia(
  media: Pick<MediaPurge, "objects" | "open">,
  detail: Detail,
  search: Pick<FileSearch, "stream">,
): Promise<{ readonly found: readonly ReportedFile[]; readonly unknown: readonly ReportedFile[] }> {
  return new SearchedMedia(media, detail, search).everywhere();
}

/** What was found in objects so far; none is searched twice. */
class SearchedMedia {
  private readonly known = new Map<string, Findings>();

  constructor(
    private readonly media: Pick<MediaPurge, "objects" | "open">,
    private readonly detail: Detail,
    private readonly search: Pick<FileSearch, "stream">,
  ) {}

  async findings(object: MediaVersion): Promise<Findings> {
    const name = nameOf(object);
    const findings = this.known.get(name) ?? (await this.searchObject(object));
    this.known.set(name, findings);
    return together([foundAt(isNamed(object.key, this.detail) ? "yes" : "no", "its name"), findings]);
  }

  async everywhere(): Promise<{ found: ReportedFile[]; unknown: ReportedFile[] }> {
    const found = new Map<string, ReportedFile>();
    const unknown = new Map<string, ReportedFile>();
    await inFlight(await all(this.media), AT_ONCE, async (object) => {
      const path = `/${object.key}`;
      const findings = await this.findings(object);
      if (findings.found === "yes") found.set(path, { path, parts: findings.where });
      const parts = [...(findings.found === "perhaps" ? findings.where : []), ...findings.unsearched];
      if (parts.length > 0) unknown.set(path, { path, parts });
    });
    return { found: sorted(found), unknown: sorted(unknown) };
  }

  private async searchObject(object: MediaVersion): Promise<Findings> {
    try {
      return await this.search.stream(object.key, await this.media.open(object));
    } catch (error) {
      if (error instanceof Error && /^NoSuch(Key|Version)$/.test(error.name)) return NOTHING; // it went meanwhile
      throw error;
    }
  }
}

async function all({ objects }: Pick<MediaPurge, "objects">): Promise<MediaVersion[]> {
  const found: MediaVersion[] = [];
  for await (const object of objects()) found.push(object);
  return found;
}

function sorted(files: ReadonlyMap<string, ReportedFile>): ReportedFile[] {
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Bytes are the same under the same hash, whatever window and name they have beside it. */
function nameOf({ key, version, bytes }: MediaVersion): string {
  const hash = /(?:^|\/)([0-9a-f]{64})\/[^/]+$/.exec(key)?.[1];
  return `${hash ?? `${key} ${version}`} ${bytes}`;
}
