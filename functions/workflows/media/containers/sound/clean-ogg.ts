import { InvalidFile } from "../../../../domain/content/invalid-file.ts";
import type { Rights } from "../../../../domain/rights.ts";
import { type PlainTags, plainTags } from "../../metadata/plain-tags.ts";
import type { ReadAt } from "../read-at.ts";
import type { WriteOn } from "../write-on.ts";
import { CONTINUED_PAGE, FIRST_PAGE, type OggPage, oggPages, pageBytes, pagesOf } from "./ogg-pages.ts";
import { type OggCodec, oggCodecOf } from "./ogg-streams.ts";

/** One of the streams that an Ogg file carries, while it is read. */
interface Stream {
  readonly codec: OggCodec;
  readonly serial: number;
  readonly expected: number;
  readonly headers: Buffer[];
  /** Of the header packet that goes on in the next page. */
  unfinished: Buffer[];
  pages: number;
}

/** Comments with covers and fingerprints fit into this. */
const HEADER_LIMIT = 1 << 26;

/**
 * Writes an Ogg file's sound anew, page by page: comments are ours, streams that are no sound stay behind, and pages
 * of sound stay as they are but for their number and checksum.
 */
export async function cleanOgg(file: ReadAt, into: WriteOn, { rights }: { rights: Rights }): Promise<void> {
  const tags = plainTags(rights);
  const streams = new Map<number, Stream>();
  for await (const page of oggPages(file)) {
    if (page.flags & FIRST_PAGE) begin(streams, page);
    const stream = streams.get(page.serial);
    if (stream) for (const written of cleanPages(stream, page, tags)) await into.write(written);
  }
  if (into.length === 0)
    throw new InvalidFile({ problem: "there is no sound in the recording", expected: SOUND });
}

const SOUND = "Vorbis, Opus, FLAC or Speex in an Ogg file";

function begin(streams: Map<number, Stream>, { body, serial }: OggPage): void {
  const codec = oggCodecOf(body);
  streams.delete(serial);
  if (codec)
    streams.set(serial, {
      ...{ codec, serial, expected: codec.headers(body) },
      ...{ headers: [], unfinished: [], pages: 0 },
    });
}

function* cleanPages(stream: Stream, page: OggPage, tags: PlainTags): Generator<Buffer> {
  if (stream.headers.length === stream.expected) {
    yield pageBytes(page, stream.pages++);
    return;
  }
  takeHeaders(stream, page);
  if (stream.headers.length < stream.expected) return;
  const [first, ...others] = stream.codec.cleaned(stream.headers, tags);
  if (!first) return;
  for (const own of [...pagesOf([first], stream.serial, FIRST_PAGE), ...pagesOf(others, stream.serial)])
    yield pageBytes(own, stream.pages++);
}

/** Headers end with a page in all encodings that are kept; a file where they do not is refused. */
function takeHeaders(stream: Stream, { flags, lacing, body }: OggPage): void {
  if (!(flags & CONTINUED_PAGE)) stream.unfinished = [];
  let at = 0;
  for (const value of lacing) {
    if (stream.headers.length === stream.expected) throw new InvalidFile(ODD);
    stream.unfinished.push(body.subarray(at, at + value));
    at += value;
    if (stream.unfinished.length * 255 > HEADER_LIMIT) throw new InvalidFile(ODD);
    if (value === 255) continue;
    stream.headers.push(Buffer.concat(stream.unfinished));
    stream.unfinished = [];
  }
}

const ODD = {
  problem: "the recording begins in a way that players do not expect",
  expected: "a recording that `ffmpeg -i FILE -c copy NEW.ogg` has written anew",
};
