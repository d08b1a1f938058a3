import { hashOf, windowOfMedia } from "../../domain/addresses.ts";
import { earliest, type Instant, latest, toInstant } from "../../domain/instant.ts";
import { unitKindOf } from "../../domain/kinds.ts";
import { isLanguage } from "../../domain/language.ts";
import type { PictureRetraction, Retraction } from "../../domain/retraction.ts";
import { mediaPartition } from "../../storage/newsroom/keys.ts";
import type { LedgerRecord } from "../../storage/newsroom/ledger.ts";
import { type MediaFile, readMediaFile } from "../../storage/newsroom/media-files.ts";
import { isHeadAt } from "../../storage/newsroom/parse-key.ts";
import { type ReferencedUnit, referencedUnit } from "../content/index/compile-context.ts";
import type { HeldUnit } from "../held-unit.ts";
import type { ManifestUnit } from "../manifest.ts";
import type { PublishResources } from "./publication.ts";
import { type HeldRecord, kindOf, retractedFingerprint } from "./stored/held-records.ts";
import { type AssetVerdict, kitWithout } from "./stored/stored-kit.ts";
import { type StoredUnit, storedUnit } from "./stored/stored-unit.ts";
import { shownUnit } from "./stored/stored-units.ts";
import type { Retract } from "./survey.ts";
import { retiredUnit, suspendedUnit } from "./without/retired-unit.ts";
import { withoutFiles } from "./without/without-files.ts";

type Stores = Pick<PublishResources, "ledger" | "writer" | "clock">;

/**
 * Makes what is stored of held units into what their files still allow: less, or the same, and never more.
 * @param records of all units, to find where a redirect leads
 */
export function retractions(stores: Stores, records: ReadonlyMap<string, LedgerRecord>): Retract {
  return (each) => async () => {
    const { unit: id, record, held } = each;
    const stored = await storedUnit(stores, id, record);
    const { renewAt: _, ...unit } = await retracted(stored, each, stores, records);
    const renewAt = renewalOf(stored.renewAt, unit, held, toInstant(stores.clock()));
    return { ...unit, ...(renewAt && { renewAt }), fingerprint: retractedFingerprint(held) };
  };
}

/** Those of which nothing that is stored has to go: their records need not say so. */
export async function unchangedUnits(
  stores: Stores,
  records: ReadonlyMap<string, LedgerRecord>,
  held: readonly HeldRecord[],
): Promise<Set<string>> {
  const unchanged = new Set<string>();
  for (const each of held) {
    const stored = await storedUnit(stores, each.unit, each.record);
    if ((await retracted(stored, each, stores, records)) === stored) unchanged.add(each.unit);
  }
  return unchanged;
}

async function retracted(
  stored: StoredUnit,
  { unit, record, held: { retraction } }: HeldRecord,
  stores: Stores,
  records: ReadonlyMap<string, LedgerRecord>,
): Promise<StoredUnit> {
  if (retraction === undefined) return stored;
  const now = toInstant(stores.clock());
  const isKit = kindOf(unit) === "kit";
  const media = (await stores.writer.partition(mediaPartition(unit))).map(readMediaFile);
  const without = (verdict: AssetVerdict): StoredUnit => {
    const left = isKit ? kitWithout(stored, media, verdict) : stored;
    return left === stored ? stored : { ...left, untold: true }; // a difference would show who did not agree to it
  };
  if (retraction === "unreadable") {
    if (shownFrom(stored) > now) return suspendedUnit(stored);
    return without(({ publishAt }) => publishAt <= now); // what of a kit is not out yet does not come out
  }
  const { leaving, withheldUntil, assets, pictures } = retraction;
  const ofAssets = assets ? without(verdictOf(assets, now)) : stored;
  const left = pictures ? withoutPictures(ofAssets, media, pictures, now) : ofAssets;
  const gone = leaving ? await retire(left, leaving, record, { now, stores, records }) : left;
  const from = shownFrom(stored);
  const isLater = withheldUntil !== undefined && withheldUntil > now && withheldUntil > from;
  return isLater && (from > now || !leaving) ? suspendedUnit(gone, withheldUntil) : gone;
}

/** From when the unit can be seen. */
function shownFrom({ documents }: StoredUnit): Instant {
  const heads = documents.flatMap(({ path, items }) =>
    items.filter(({ key }) => isHeadAt(key, path) && isLanguage(path.split("/")[1] ?? "")),
  );
  return latest(heads.map(({ publishAt }) => publishAt)) ?? "";
}

/** What is stored, without pictures of pages of which the file no longer says that they may be shown. */
function withoutPictures(
  unit: StoredUnit,
  media: readonly MediaFile[],
  pictures: readonly PictureRetraction[],
  now: Instant,
): StoredUnit {
  const allowed = new Set(
    pictures.filter(({ until }) => until === undefined || until > now).map(({ sha256 }) => sha256),
  );
  const withheld = new Set(
    media
      .filter(isPagePicture)
      .filter(({ key, sources = [hashOf(`/${key}`)] }) => !sources.some((source) => allowed.has(source)))
      .map(({ key }) => `/${key}`),
  );
  const shown = unit.stored.media.some((key) => withheld.has(`/${key}`));
  return shown ? { ...withoutFiles(unit, (path) => withheld.has(path)), untold: true } : unit;
}

/** 0.1 did not note of what it made pictures: what belongs to no asset and is no archive was one. */
const isPagePicture = ({ key, assets, madeOf }: MediaFile): boolean =>
  madeOf !== undefined || (assets.length === 0 && !key.endsWith(".zip"));

function verdictOf(assets: NonNullable<Retraction["assets"]>, now: Instant): AssetVerdict {
  const allowed = new Map(assets.map((asset) => [asset.id, asset]));
  return ({ id, publishAt }) => {
    const may = allowed.get(id);
    if (!may || (may.until !== undefined && may.until <= now)) return false;
    // its files lie under its former time, so what comes later than that comes when the file is right again
    if (publishAt > now && may.from !== undefined && may.from > publishAt) return false;
    return may.until === undefined ? true : { until: may.until };
  };
}

/** When the next file or asset ends: then its files go from the bucket. */
function renewalOf(
  before: Instant | undefined,
  { stored }: ManifestUnit,
  { retraction }: HeldUnit,
  now: Instant,
): Instant | undefined {
  const read = retraction === undefined || retraction === "unreadable" ? {} : retraction;
  const ends = [
    before,
    ...[...(read.assets ?? []), ...(read.pictures ?? [])].map(({ until }) => until),
    ...(stored?.media ?? []).map((key) => windowOfMedia(`/${key}`)?.until),
  ];
  return earliest(ends.filter((end) => end !== undefined && end > now));
}

interface Finding {
  readonly now: Instant;
  readonly stores: Stores;
  readonly records: ReadonlyMap<string, LedgerRecord>;
}

async function retire(
  unit: StoredUnit,
  { verb, at, note, to }: NonNullable<Retraction["leaving"]>,
  { left }: LedgerRecord,
  finding: Finding,
): Promise<StoredUnit> {
  const { now } = finding;
  const successor = verb === "redirect" && to !== undefined ? await successorIn(to, finding) : undefined;
  const leftAt = at !== undefined && at < now ? at : (left?.at ?? now);
  const isNowhere = verb === "redirect" && !successor;
  return retiredUnit(unit, { verb: isNowhere ? "gone" : verb, at: leftAt, note, successor });
}

/** What was published from a folder, as a link to it shows it. */
async function successorIn(
  folder: string,
  { now, stores, records }: Finding,
): Promise<ReferencedUnit | undefined> {
  const [unit = "", record] = [...records].find(([, each]) => each.folder === folder) ?? [];
  const kind = unitKindOf(unit);
  if (!kind || !record) return undefined;
  const held = { folder, kind, problems: 0, retraction: undefined };
  const shown = await shownUnit(stores, { unit, record, held }, now);
  return shown && referencedUnit(shown);
}
