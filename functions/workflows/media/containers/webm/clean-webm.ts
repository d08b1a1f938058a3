import type { Rights } from "../../../../domain/rights.ts";
import { plainTags } from "../../metadata/plain-tags.ts";
import type { ReadAt } from "../read-at.ts";
import type { WriteOn } from "../write-on.ts";
import { element, idBytes, lengthBytes, voidHead } from "./ebml.ts";
import * as mkv from "./matroska.ts";
import { type ClusterRange, type WebmLayout, webmLayout } from "./webm-layout.ts";
import { cleanInfo, movedCues, seekEntry } from "./webm-tables.ts";

const ZEROS = Buffer.alloc(1 << 16);

/**
 * Writes a WebM anew: its tables and our tags, the index, which so comes before what it leads to, and then its
 * clusters as they are, but for what in them is not pictures, sound or subtitles: that is emptied in its place.
 */
export async function cleanWebm(file: ReadAt, into: WriteOn, { rights }: { rights: Rights }): Promise<void> {
  const layout = await webmLayout(file);
  const { ebml, clusters, emptied } = layout;
  const head = headOf(layout, tagsOf(rights));
  const bytes = clusters.reduce((sum, { length }) => sum + length, head.length);
  await into.copy(file, 0, ebml.dataStart + (ebml.length ?? 0));
  await into.write(idBytes(mkv.SEGMENT));
  await into.write(lengthBytes(bytes));
  await into.write(head);
  let hole = 0;
  for (const { offset, length } of clusters) {
    let at = offset;
    for (let next = emptied[hole]; next && next.offset < offset + length; next = emptied[++hole]) {
      await into.copy(file, at, next.offset - at);
      await writeNothing(into, next.length);
      at = next.offset + next.length;
    }
    await into.copy(file, at, offset + length - at);
  }
}

/** What stands before the first cluster. Positions are always written as long, so a first draft tells the length. */
function headOf({ info, tracks, cues, clusters, segmentStart }: WebmLayout, tags: Buffer): Buffer {
  const tables = [
    [mkv.INFO, cleanInfo(info)],
    [mkv.TRACKS, tracks.bytes],
    [mkv.TAGS, tags],
  ] as const;
  const draft = (headBytes: number) => {
    const index = cues && movedCues(cues, tracks.numbers, moverOf(clusters, segmentStart, headBytes));
    const all = index ? [...tables, [mkv.CUES, index] as const] : tables;
    const seekHeadAt = (bytes: number) => {
      let at = bytes;
      const entries = all.map(([id, table]) => {
        const entry = seekEntry(id, at);
        at += table.length;
        return entry;
      });
      return element(mkv.SEEK_HEAD, ...entries);
    };
    return Buffer.concat([seekHeadAt(seekHeadAt(0).length), ...all.map(([, table]) => table)]);
  };
  return draft(draft(0).length);
}

function moverOf(clusters: readonly ClusterRange[], segmentStart: number, headBytes: number) {
  let at = headBytes;
  const places = clusters.map(({ offset, length }) => {
    const place = { from: offset - segmentStart, to: offset - segmentStart + length, at };
    at += length;
    return place;
  });
  return (position: number): number | undefined => {
    const place = places.find(({ from, to }) => from <= position && position < to);
    return place && place.at + position - place.from;
  };
}

async function writeNothing(into: WriteOn, length: number): Promise<void> {
  const head = voidHead(length);
  await into.write(head);
  for (let rest = length - head.length; rest > 0; rest -= ZEROS.length)
    await into.write(ZEROS.subarray(0, Math.min(rest, ZEROS.length)));
}

/** Official tag names of Matroska (RFC 9559, 23.2). */
function tagsOf(rights: Rights): Buffer {
  const { title, artist, copyright, description, comment } = plainTags(rights);
  const simple = (name: string, value: string) =>
    element(0x67c8, element(0x45a3, Buffer.from(name)), element(0x4487, Buffer.from(value)));
  const targets = element(0x63c0, element(0x68ca, Buffer.from([50]))); // the whole recording
  const says = [
    simple("TITLE", title),
    simple("ARTIST", artist),
    simple("COPYRIGHT", copyright),
    simple("DESCRIPTION", description),
    simple("COMMENT", comment),
  ];
  return element(mkv.TAGS, element(0x7373, targets, ...says));
}
