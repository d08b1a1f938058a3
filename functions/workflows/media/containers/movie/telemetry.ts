import type { ReadAt } from "../read-at.ts";
import type { KeptTrack } from "./movie-tracks.ts";

/** Drones write where they are into a track of subtitles, several times a second. */
const TELLS =
  /\b(gps|home|latitude|longitude|lon|lat|altitude|(?:abs|rel)_alt|fnum|shutter|iso|srtcnt|ct|ev)\b\s*[:=(]\s*[-+(]?\s*\d/gi;
/** Degrees with as many digits as a place on a street needs, twice. */
const DEGREES = /-?\d{1,3}\.\d{4,}[^\d]{1,20}-?\d{1,3}\.\d{4,}/;

/** Whether the words of a track are a device's and not a speaker's: any of them that tells of place or camera. */
export async function hasTelemetry(file: ReadAt, track: KeptTrack): Promise<boolean> {
  for (const { offset, length } of track.chunks) {
    const words = (await file.exactly(offset, Math.min(length, 1 << 20))).toString("utf8");
    if (DEGREES.test(words) || (words.match(TELLS) ?? []).length > 2) return true;
  }
  return false;
}
