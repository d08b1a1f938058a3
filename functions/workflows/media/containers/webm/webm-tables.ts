import { InvalidFile } from "../../../../domain/content/invalid-file.ts";
import { DAMAGED, type Element, element, elementsIn, lengthBytes, numberIn } from "./ebml.ts";
import * as mkv from "./matroska.ts";

export interface CleanTracks {
  readonly bytes: Buffer;
  /** By which blocks name them. */
  readonly numbers: ReadonlySet<number>;
}

/** How to count time and how long it lasts; who wrote it is us. */
export function cleanInfo(info: Buffer): Buffer {
  const kept = elementsIn(info).filter(({ id }) => mkv.INFO_STAYS.includes(id));
  const programs = mkv.PROGRAMS.map((id) => element(id, Buffer.from("Dateline")));
  return element(mkv.INFO, ...kept.map(whole(info)), ...programs);
}

/** Tracks of pictures, sound and subtitles, without their names and their encoders' names. */
export function cleanTracks(tracks: Buffer): CleanTracks {
  const numbers = new Set<number>();
  const entries: Buffer[] = [];
  for (const { id, data } of elementsIn(tracks)) {
    const fields = id === mkv.TRACK_ENTRY ? elementsIn(data) : [];
    const fieldOf = (id: number) => fields.find((field) => field.id === id)?.data ?? Buffer.alloc(1);
    if (!mkv.KEPT_TYPES.includes(fieldOf(mkv.TRACK_TYPE).at(-1) ?? 0)) continue;
    numbers.add(numberIn(fieldOf(mkv.TRACK_NUMBER)));
    const vorbis = fieldOf(mkv.CODEC_ID).toString("latin1").startsWith("A_VORBIS");
    const kept = fields.filter((field) => mkv.TRACK_STAYS.includes(field.id));
    const cleaned = kept.map((field) =>
      vorbis && field.id === mkv.CODEC_PRIVATE
        ? element(field.id, silentVorbis(field.data))
        : whole(data)(field),
    );
    entries.push(element(mkv.TRACK_ENTRY, ...cleaned));
  }
  return { bytes: element(mkv.TRACKS, ...entries), numbers };
}

/** The index, for clusters that have moved; entries of tracks that are gone go with them. */
export function movedCues(
  cues: Buffer,
  tracks: ReadonlySet<number>,
  moved: (position: number) => number | undefined,
): Buffer {
  const points = elementsIn(cues).flatMap((point) => {
    const fields = point.id === mkv.CUE_POINT ? elementsIn(point.data) : [];
    const time = fields.find(({ id }) => id === mkv.CUE_TIME);
    const positions = fields.filter(({ id }) => id === mkv.CUE_TRACK_POSITIONS);
    const kept = positions.flatMap(({ data }) => movedPosition(data, tracks, moved));
    return time && kept.length > 0 ? [element(mkv.CUE_POINT, whole(point.data)(time), ...kept)] : [];
  });
  return element(mkv.CUES, ...points);
}

function movedPosition(
  data: Buffer,
  tracks: ReadonlySet<number>,
  moved: (position: number) => number | undefined,
): Buffer[] {
  const fields = elementsIn(data);
  const valueAt = (id: number) => {
    const field = fields.find((one) => one.id === id);
    return field && numberIn(field.data);
  };
  const position = moved(valueAt(mkv.CUE_CLUSTER_POSITION) ?? -1);
  if (position === undefined || !tracks.has(valueAt(mkv.CUE_TRACK) ?? 0)) return [];
  const others = fields.filter(({ id }) => id !== mkv.CUE_CLUSTER_POSITION);
  const cluster = element(mkv.CUE_CLUSTER_POSITION, eightBytes(position));
  return [element(mkv.CUE_TRACK_POSITIONS, ...others.map(whole(data)), cluster)];
}

/** Always as long, wherever it leads. */
export function seekEntry(id: number, position: number): Buffer {
  const name = Buffer.alloc(4);
  name.writeUInt32BE(id);
  return element(mkv.SEEK, element(mkv.SEEK_ID, name), element(mkv.SEEK_POSITION, eightBytes(position)));
}

function eightBytes(value: number): Buffer {
  const bytes = lengthBytes(value);
  bytes[0] = 0;
  return bytes;
}

const whole =
  (bytes: Buffer) =>
  ({ start, dataStart, data }: Element & { readonly data: Buffer }): Buffer =>
    bytes.subarray(start, dataStart + data.length);

/** Vorbis keeps its comments among what the decoder needs; in their place stand as many blanks. */
function silentVorbis(setup: Buffer): Buffer {
  let from = 1;
  const lengths = [0, 0].map(() => {
    let length = 0;
    while (setup[from] === 255) length += setup[from++] ?? 0;
    return length + (setup[from++] ?? 0);
  });
  const [id = 0, comments = 0] = lengths;
  const offset = from + id;
  if (setup[0] !== 2 || comments < 16 || offset + comments > setup.length) throw new InvalidFile(DAMAGED);
  const silent = Buffer.from(setup);
  silent.fill(" ", offset, offset + comments);
  silent.write("\x03vorbis", offset, "latin1");
  silent.writeUInt32LE(comments - 16, offset + 7);
  silent.writeUInt32LE(0, offset + comments - 5);
  silent[offset + comments - 1] = 1;
  return silent;
}
