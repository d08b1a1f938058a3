import { InvalidFile } from "../../../../domain/content/invalid-file.ts";
import { type Box, box, boxesIn, childOf, fullBox, INVALID_BOXES, neededOf, uint32 } from "./boxes.ts";
import { type Chunk, chunksOf } from "./chunk-table.ts";

/** A track that goes into the cleaned movie. */
export interface KeptTrack {
  readonly id: number;
  readonly trak: readonly Box[];
  readonly chunks: readonly Chunk[];
  /** `vide`, `soun`, or the kind of its words: `text`, `sbtl`, `subt`, `clcp`. */
  readonly kind: string;
}

const WORDS: readonly string[] = ["text", "sbtl", "subt", "clcp"];
const KINDS: readonly string[] = ["vide", "soun", ...WORDS];

/** Single pictures that some cameras and shops put beside the film: previews and covers. */
const STILLS: readonly string[] = ["jpeg", "png ", "mjpa", "mjpb"];

/** Pictures, sound and words; no timecode, telemetry, hints, previews or covers. */
export function tracksOf(moov: readonly Box[], mediaType: string, fileBytes: number): KeptTrack[] {
  const kept = moov
    .filter(({ type }) => type === "trak")
    .flatMap(({ payload }) => trackOf(boxesIn(payload), fileBytes));
  const films = kept.filter(({ kind, trak }) => kind === "vide" && !STILLS.includes(formatOf(trak)));
  if (films.length === 0 && !mediaType.startsWith("audio/")) return kept;
  return kept.filter((track) => track.kind !== "vide" || films.includes(track));
}

function trackOf(trak: readonly Box[], fileBytes: number): KeptTrack[] {
  const mdia = boxesIn(neededOf(trak, "mdia"));
  const kind = kindOf(mdia);
  if (!KINDS.includes(kind)) return [];
  const stbl = sampleTableOf(mdia);
  const chunks = chunksOf(stbl, fileBytes);
  return [{ id: idOf(neededOf(trak, "tkhd")), trak, chunks, kind }];
}

export const isTextTrack = (track: KeptTrack): boolean => WORDS.includes(track.kind);

/** Whether there are subtitles, in a movie of fragments as well. */
export function hasTextTrack(moov: readonly Box[]): boolean {
  const tracks = moov.filter(({ type }) => type === "trak");
  return tracks.some(({ payload }) => WORDS.includes(kindOf(boxesIn(neededOf(boxesIn(payload), "mdia")))));
}

function kindOf(mdia: readonly Box[]): string {
  return neededOf(mdia, "hdlr").toString("latin1", 8, 12);
}

function sampleTableOf(mdia: readonly Box[]): Box[] {
  return boxesIn(neededOf(boxesIn(neededOf(mdia, "minf")), "stbl"));
}

/** Four letters that name how the samples are encoded. */
export function formatOf(trak: readonly Box[]): string {
  const stsd = neededOf(sampleTableOf(boxesIn(neededOf(trak, "mdia"))), "stsd");
  return boxesIn(stsd.subarray(8))[0]?.type ?? "";
}

function idOf(tkhd: Buffer): number {
  const at = tkhd[0] === 1 ? 20 : 12;
  if (tkhd.length < at + 4) throw new InvalidFile(INVALID_BOXES);
  return tkhd.readUInt32BE(at);
}

/** What of each box stays. All else tells of devices, places, people and programs, or of nothing that players need. */
const STAYS: Readonly<Record<string, readonly string[]>> = {
  trak: ["tkhd", "edts", "tapt", "tref", "load", "udta", "mdia"],
  mdia: ["mdhd", "hdlr", "elng", "minf"],
  minf: ["vmhd", "smhd", "sthd", "nmhd", "gmhd", "hdlr", "dinf", "stbl"],
  stbl: [
    ...["stsd", "stts", "ctts", "cslg", "stsc", "stsz", "stz2", "stss", "stps", "sdtp"],
    ...["sgpd", "sbgp", "subs", "padb", "stsh", "stco", "co64"],
  ],
  edts: ["elst"],
  /** What a track is for: descriptions for the blind, easy language. */
  udta: ["tagc"],
};

/** Extensions of a picture's description: how to decode and show it. */
const DECODES: readonly string[] = [
  ...["avcC", "hvcC", "vvcC", "av1C", "vpcC", "lhvC", "hvcE", "avcE", "dvcC", "dvvC", "dvwC", "esds", "glbl"],
  ...["colr", "pasp", "clap", "fiel", "gama", "mdcv", "clli", "SmDm", "CoLL", "amve", "cclv", "btrt", "ccst"],
  ...["st3d", "sv3d", "vexu", "hfov", "SMI ", "d263", "bitr", "dfLa", "m4ds", "jpgC", "chrm"],
];

/** The track as it goes into the cleaned movie: among which tracks, and where its chunks lie. */
export function cleanTrack(track: KeptTrack, offsets: OffsetTable, tracks: ReadonlySet<number>): Buffer {
  const cleaned = (type: string, payload: Buffer): Buffer => {
    switch (type) {
      case "trak":
      case "mdia":
      case "minf":
      case "stbl":
      case "edts":
      case "udta":
        return box(
          type,
          ...boxesIn(payload)
            .filter((child) => STAYS[type]?.includes(child.type))
            .map((child) => cleaned(child.type, child.payload)),
        );
      case "tkhd":
      case "mdhd":
        return box(type, withoutTimes(payload));
      case "hdlr":
        return box(type, nameless(payload));
      case "tref":
        return box(type, ...referencesAmong(payload, tracks));
      case "dinf":
        return box(type, ownData(payload));
      case "stsd":
        return box(type, track.kind === "vide" ? plainPictures(payload) : payload);
      case "stco":
      case "co64":
        return offsetTable(offsets);
      default:
        return box(type, payload);
    }
  };
  return cleaned("trak", Buffer.concat(track.trak.map(({ type, payload }) => box(type, payload))));
}

/** `mvhd`, `tkhd` and `mdhd` without when they were made and changed. */
export function withoutTimes(payload: Buffer): Buffer {
  return zeroed(payload, 4, payload[0] === 1 ? 20 : 12);
}

function zeroed(payload: Buffer, from: number, to: number): Buffer {
  const copy = Buffer.from(payload);
  if (copy.length < to) throw new InvalidFile(INVALID_BOXES);
  return copy.fill(0, from, to);
}

/** The handler's kind stays; makers write their own names and models behind it. Data is here, not behind an alias. */
function nameless(payload: Buffer): Buffer {
  if (payload.length < 12) throw new InvalidFile(INVALID_BOXES);
  const plain = Buffer.concat([payload.subarray(0, 12), Buffer.alloc(13)]);
  if (plain.toString("latin1", 4, 8) === "dhlr") plain.write("url ", 8, "latin1");
  return plain;
}

function referencesAmong(payload: Buffer, tracks: ReadonlySet<number>): Buffer[] {
  return boxesIn(payload).flatMap(({ type, payload: ids }) => {
    const all = Array.from({ length: ids.length >> 2 }, (_, i) => ids.readUInt32BE(i * 4));
    const among = all.filter((id) => tracks.has(id));
    return among.length > 0 ? [box(type, uint32(...among))] : [];
  });
}

/** Each reference says that the data is in this file; QuickTime kept paths on the maker's disk in it. */
function ownData(dinf: Buffer): Buffer {
  const dref = childOf(boxesIn(dinf), "dref");
  const references = dref ? boxesIn(dref.subarray(8)) : [];
  if (references.some(({ payload }) => payload.length < 4 || (payload.readUInt32BE(0) & 1) === 0))
    throw new InvalidFile({
      problem: "the recording keeps its pictures or sound in another file",
      expected: "one file that holds all, which `ffmpeg -i FILE -c copy NEW` makes",
    });
  const own = Array.from({ length: Math.max(1, references.length) }, () => fullBox("url ", 0, 1));
  return fullBox("dref", 0, 0, uint32(own.length), ...own);
}

/** Pixels begin 78 bytes into a description; before it stand the encoder's maker and name. */
function plainPictures(stsd: Buffer): Buffer {
  const entries = boxesIn(stsd.subarray(8)).map(({ type, payload }) => {
    if (["encv", "enca", "drmi"].includes(type)) throw new InvalidFile(LOCKED);
    if (payload.length < 78) throw new InvalidFile(INVALID_BOXES);
    const fixed = Buffer.from(payload.subarray(0, 78)).fill(0, 12, 16).fill(0, 42, 74);
    const decodes = boxesIn(payload.subarray(78)).filter((child) => DECODES.includes(child.type));
    return box(type, fixed, ...decodes.map((child) => box(child.type, child.payload)));
  });
  return Buffer.concat([stsd.subarray(0, 8), ...entries]);
}

const LOCKED = {
  problem: "the recording is locked against copying",
  expected: "a recording without DRM",
};

export interface OffsetTable {
  readonly offsets: readonly number[];
  /** Whether 32 bits do not reach to the last of them. */
  readonly long: boolean;
}

function offsetTable({ offsets, long }: OffsetTable): Buffer {
  const table = Buffer.alloc(offsets.length * (long ? 8 : 4));
  for (const [i, offset] of offsets.entries())
    long ? table.writeBigUInt64BE(BigInt(offset), i * 8) : table.writeUInt32BE(offset, i * 4);
  return fullBox(long ? "co64" : "stco", 0, 0, uint32(offsets.length), table);
}
