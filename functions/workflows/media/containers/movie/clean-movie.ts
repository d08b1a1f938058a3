import { InvalidFile } from "../../../../domain/content/invalid-file.ts";
import type { Rights } from "../../../../domain/rights.ts";
import { plainTags } from "../../metadata/plain-tags.ts";
import { rightsXmp } from "../../metadata/rights-xmp.ts";
import type { ReadAt } from "../read-at.ts";
import type { WriteOn } from "../write-on.ts";
import { type Box, box, INVALID_BOXES, neededOf, uint32 } from "./boxes.ts";
import { movieLayout } from "./movie-layout.ts";
import { itunesTags, mp4Xmp, quicktimeTags, quicktimeXmp } from "./movie-tags.ts";
import { cleanTrack, isTextTrack, type KeptTrack, tracksOf, withoutTimes } from "./movie-tracks.ts";
import { hasTelemetry } from "./telemetry.ts";

/** A movie as it will be: what says how to read it, and where in the old one its samples lie. */
interface Plan {
  readonly head: Buffer;
  readonly runs: readonly Run[];
  readonly dataBytes: number;
  readonly tail: Buffer;
}

interface Run {
  offset: number;
  length: number;
}

/**
 * Writes an MP4, M4A or QuickTime movie anew from those boxes that say how to show its pictures, sound and words
 * (ISO/IEC 14496-12), and from the bytes of their samples, which stay as they are. Edit lists, rotation, colour and
 * languages stay too. The index comes first, so the movie plays while it loads.
 */
export async function cleanMovie(
  file: ReadAt,
  into: WriteOn,
  { mediaType, rights }: { mediaType: string; rights: Rights },
): Promise<void> {
  const { ftyp, moov } = await movieLayout(file);
  const tracks = await withoutTelemetry(file, tracksOf(moov, mediaType, file.bytes));
  if (!tracks.some((track) => !isTextTrack(track) && track.chunks.length > 0))
    throw new InvalidFile({ problem: "the recording is empty", expected: "pictures or sound in it" });
  const plan = planOf({ ftyp: plainBrands(ftyp, mediaType), moov, tracks, rights, fileBytes: file.bytes });
  await into.write(plan.head);
  await into.write(dataHeader(plan.dataBytes));
  for (const { offset, length } of plan.runs) await into.copy(file, offset, length);
  await into.write(plan.tail);
}

async function withoutTelemetry(file: ReadAt, tracks: readonly KeptTrack[]): Promise<KeptTrack[]> {
  const kept: KeptTrack[] = [];
  for (const track of tracks) if (!isTextTrack(track) || !(await hasTelemetry(file, track))) kept.push(track);
  return kept;
}

interface Parts {
  readonly ftyp: Buffer;
  readonly moov: readonly Box[];
  readonly tracks: readonly KeptTrack[];
  readonly rights: Rights;
  readonly fileBytes: number;
}

function planOf({ ftyp, moov, tracks, rights, fileBytes }: Parts): Plan {
  const quicktime = ftyp.toString("latin1", 8, 12) === "qt  ";
  const tags = plainTags(rights);
  const xmp = rightsXmp(rights);
  const says = quicktime ? [quicktimeTags(tags), quicktimeXmp(xmp)] : [itunesTags(tags)];
  const ids = new Set(tracks.map(({ id }) => id));
  const { runs, places, dataBytes } = inOrderOfFile(tracks, fileBytes);
  const headFor = (dataAt: number, long: boolean) => {
    const offsetsOf = (places: readonly number[]) => places.map((place) => dataAt + place);
    const traks = tracks.map((track, i) =>
      cleanTrack(track, { offsets: offsetsOf(places[i] ?? []), long }, ids),
    );
    const mvhd = box("mvhd", withoutTimes(neededOf(moov, "mvhd")));
    return Buffer.concat([ftyp, box("moov", mvhd, ...traks, ...says)]);
  };
  const dataHeaderBytes = dataHeader(dataBytes).length;
  const long = headFor(0, false).length + dataHeaderBytes + dataBytes > 0xffff_ffff;
  // An offset takes as much room whatever it is, so the length of the first draft is that of the last.
  const head = headFor(headFor(0, long).length + dataHeaderBytes, long);
  return { head, runs, dataBytes, tail: quicktime ? Buffer.alloc(0) : mp4Xmp(xmp) };
}

/** Samples of all tracks stay interleaved as they were; what lies between them goes. */
function inOrderOfFile(tracks: readonly KeptTrack[], fileBytes: number) {
  const places = tracks.map(({ chunks }) => new Array<number>(chunks.length).fill(0));
  const chunks = tracks
    .flatMap(({ chunks }, track) => chunks.map((chunk, i) => ({ ...chunk, track, i })))
    .sort((a, b) => a.offset - b.offset || a.length - b.length || a.track - b.track || a.i - b.i);
  const runs: Run[] = [];
  let dataBytes = 0;
  for (const { offset, length, track, i } of chunks) {
    const own = places[track];
    if (own) own[i] = dataBytes;
    dataBytes += length;
    if (dataBytes > fileBytes) throw new InvalidFile(INVALID_BOXES); // the same bytes told of again and again
    const last = runs.at(-1);
    if (last && last.offset + last.length === offset) last.length += length;
    else runs.push({ offset, length });
  }
  return { runs, places, dataBytes };
}

function dataHeader(dataBytes: number): Buffer {
  if (dataBytes + 8 <= 0xffff_ffff) return box("mdat").fill(uint32(dataBytes + 8), 0, 4);
  const header = Buffer.concat([uint32(1), Buffer.from("mdat"), Buffer.alloc(8)]);
  header.writeBigUInt64BE(BigInt(dataBytes + 16), 8);
  return header;
}

/** Brands that say how to read the file; others name a maker's cameras. */
const BRANDS =
  /^(isom|iso[2-9a-c]|mp4[12]|avc1|hvc1|av01|dby1|M4[AVBP] |qt {2}|3gp[4-9]|3g2[a-c]|dash|f4v |mif1|msf1|miaf|NDSC|cmfc)$/;

function plainBrands(ftyp: Buffer | undefined, mediaType: string): Buffer {
  const usual = mediaType === "video/quicktime" ? "qt  " : mediaType === "audio/mp4" ? "M4A " : "mp42";
  const brands: string[] = [];
  for (let at = 0; ftyp && at + 4 <= ftyp.length; at += 4)
    if (at !== 4) brands.push(ftyp.toString("latin1", at, at + 4));
  const major = brands[0] && BRANDS.test(brands[0]) ? brands[0] : usual;
  const compatible = new Set([major, ...brands.slice(1).filter((brand) => BRANDS.test(brand))]);
  if (major !== "qt  ") compatible.add("isom");
  return box("ftyp", Buffer.from(major), uint32(0), Buffer.from([...compatible].join("")));
}
