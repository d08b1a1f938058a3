import { InvalidFile } from "../../../../domain/content/invalid-file.ts";
import type { ReadAt } from "../read-at.ts";
import { FIRST_PAGE, oggPages } from "./ogg-pages.ts";
import { oggCodecOf } from "./ogg-streams.ts";

/** Seconds of sound; streams that follow each other in one file are added up. */
export async function oggSeconds(file: ReadAt): Promise<number> {
  const streams = new Map<number, { hertz: number; skipped: number; samples: number }>();
  for await (const { flags, serial, body, granule } of oggPages(file)) {
    const codec = flags & FIRST_PAGE ? oggCodecOf(body) : undefined;
    if (codec) streams.set(serial, { hertz: codec.hertz(body), skipped: codec.skipped(body), samples: 0 });
    const stream = streams.get(serial);
    if (stream && granule > 0n) stream.samples = Number(granule);
  }
  if (streams.size === 0)
    throw new InvalidFile({
      problem: "there is no sound in the recording",
      expected: "Vorbis, Opus, FLAC or Speex",
    });
  let total = 0;
  for (const { hertz, skipped, samples } of streams.values())
    total += hertz > 0 ? Math.max(0, samples - skipped) / hertz : 0;
  return total;
}
