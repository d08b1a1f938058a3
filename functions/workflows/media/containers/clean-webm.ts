import type { Rights } from "../../../domain/rights.ts";
import { plainTags } from "../plain-tags.ts";
import { element, idBytes, lengthBytes } from "./ebml.ts";
import * as mkv from "./matroska.ts";
import type { ReadAt } from "./read-at.ts";
import { type Patch, webmPlan } from "./webm-patches.ts";
import type { WriteOn } from "./write-on.ts";

const ZEROS = Buffer.alloc(1 << 16);

/**
 * Writes a WebM with what is not pictures, sound and subtitles emptied in its place, so that its index still finds
 * everything, and with tags of ours at its end.
 */
export async function cleanWebm(file: ReadAt, into: WriteOn, { rights }: { rights: Rights }): Promise<void> {
  const { ebml, segmentStart, segmentEnd, patches } = await webmPlan(file);
  const tags = tagsOf(rights);
  await into.copy(file, 0, ebml.dataStart + (ebml.length ?? 0));
  await into.write(idBytes(mkv.SEGMENT));
  await into.write(lengthBytes(segmentEnd - segmentStart + tags.length));
  let at = segmentStart;
  for (const patch of [...patches].sort((a, b) => a.offset - b.offset)) {
    await into.copy(file, at, patch.offset - at);
    await writePatch(into, patch);
    at = patch.offset + patch.length;
  }
  await into.copy(file, at, segmentEnd - at);
  await into.write(tags);
}

async function writePatch(into: WriteOn, { bytes, length }: Patch): Promise<void> {
  await into.write(bytes);
  for (let rest = length - bytes.length; rest > 0; rest -= ZEROS.length)
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
