import { downloadPath } from "../../../domain/addresses.ts";
import type { Archive } from "../../../domain/documents/kit.ts";
import type { PublicArchive } from "../../archive/public-archive.ts";
import type { ManifestDocument } from "../../manifest.ts";
import { archiveFile } from "../read/download-names.ts";
import { downloadDocument } from "./compile-asset.ts";
import type { KitPublication } from "./compile-publication.ts";
import type { KitInterval } from "./kit-intervals.ts";
import type { Archived } from "./objects/media-objects.ts";

/** An archive of a kit as it is in one span of time; its bytes are made while they are read. */
export interface MadeArchive extends Archived {
  readonly name: Archive["name"];
  readonly interval: KitInterval;
  readonly archive: PublicArchive;
}

/** Puts the archives into the bucket, each in the window of its span, and tells of them. */
export function archivesOf({ slug, media }: KitPublication, archives: readonly MadeArchive[]): Archive[] {
  return archives.map(({ name, interval, archive, ...held }) => {
    const file = archiveFile(slug, name);
    return {
      name,
      file,
      fileCount: held.assets.length,
      bytes: archive.bytes,
      path: media.within(interval).archive(archive, file, held),
      download: downloadPath(slug, file),
      ...interval,
    };
  });
}

/** One address for each archive, whatever span it is of. */
export function archiveDownloads(archives: readonly Archive[]): ManifestDocument[] {
  return [...new Set(archives.map(({ download }) => download))].flatMap((path) => {
    const spans = archives.filter(({ download }) => download === path);
    const [first] = spans;
    if (!first) return [];
    const targets = spans.map(({ publishAt, until, path: to }) => ({
      publishAt,
      ...(until && { until }),
      to,
    }));
    return [downloadDocument(path, first.name, targets)];
  });
}
