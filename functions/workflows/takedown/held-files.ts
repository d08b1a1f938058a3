import { SiteDocument } from "../../domain/documents/site.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { readItem } from "../../storage/dynamodb/read-item.ts";
import { mediaPartition, siteKey } from "../../storage/newsroom/keys.ts";
import type { LedgerRecord } from "../../storage/newsroom/ledger.ts";
import { type MediaFile, readMediaFile } from "../../storage/newsroom/media-files.ts";
import type { NewsroomWriter } from "../../storage/newsroom/newsroom-writer.ts";
import { inFlight } from "../in-flight.ts";

/** A file in the media bucket, and the unit that brought it there. */
export interface HeldFile extends MediaFile {
  readonly unit: string;
}

/** Partitions read at once: of two thousand units, all are read within seconds. */
const AT_ONCE = 32;

/** What every unit ever brought into the media bucket, read consistently. */
export async function heldFiles(
  writer: NewsroomWriter,
  records: ReadonlyMap<string, LedgerRecord>,
): Promise<HeldFile[]> {
  const held = new Map<string, HeldFile[]>();
  await inFlight([...records.keys()], AT_ONCE, async (unit) => {
    const files = (await writer.partition(mediaPartition(unit))).map(readMediaFile);
    held.set(
      unit,
      files.map((file) => ({ ...file, unit })),
    );
  });
  const files = [...held.values()].flat();
  return [...files, ...(await unnotedOfSite(writer, files))];
}

/** 0.1 did not note the picture of the site: its documents tell which it is. */
async function unnotedOfSite(writer: NewsroomWriter, files: readonly HeldFile[]): Promise<HeldFile[]> {
  const documents = await writer.read(LANGUAGES.map(siteKey));
  const shown = documents.flatMap((each) => readItem(SiteDocument, each).value.image?.path.slice(1) ?? []);
  const noted = new Set(files.flatMap(({ unit, key }) => (unit === "site" ? [key] : [])));
  return [...new Set(shown)]
    .filter((key) => !noted.has(key))
    .map((key) => ({ kind: "media-file", unit: "site", key, assets: [] }));
}
