import { InvalidFile, orFinding } from "../../../domain/content/invalid-file.ts";
import type { Finding } from "../../../domain/content/problem.ts";
import { demuxing } from "../containers/demuxing.ts";
import { movieLayout } from "../containers/movie/movie-layout.ts";
import { tracksOf } from "../containers/movie/movie-tracks.ts";
import { ReadAt } from "../containers/read-at.ts";
import { mp3Stretches, NO_SOUND } from "../containers/sound/mp3-frames.ts";
import { oggSeconds } from "../containers/sound/ogg-length.ts";
import { wavLayout, wavSeconds } from "../containers/sound/riff.ts";
import { webmLayout } from "../containers/webm/webm-layout.ts";

/** How long a recording lasts and, of a film, how large it is shown: turned and stretched as it says. */
export interface RecordingFacts {
  readonly durationSeconds: number;
  readonly width?: number;
  readonly height?: number;
}

const UNREADABLE = {
  problem: "the recording is damaged and cannot be read",
  expected: "a recording that plays",
};
const EMPTY = { problem: "the recording is empty", expected: "pictures or sound in it" };

/** Reads what pages tell of a recording, or names why nobody could play it: cut off, damaged, empty. */
export function recordingFacts(path: string, mediaType: string): Promise<RecordingFacts | Finding> {
  return orFinding(async () => {
    const facts = await ReadAt.during(path, (file) => factsOf(file, mediaType));
    if (!(facts.durationSeconds > 0) || !Number.isFinite(facts.durationSeconds)) throw new InvalidFile(EMPTY);
    return facts;
  }, UNREADABLE);
}

async function factsOf(file: ReadAt, mediaType: string): Promise<RecordingFacts> {
  switch (mediaType) {
    case "audio/mpeg":
      return { durationSeconds: await mp3Seconds(file) };
    case "audio/wav":
      return { durationSeconds: wavSeconds(await wavLayout(file)) };
    case "audio/ogg":
      return { durationSeconds: await oggSeconds(file) };
    case "video/webm":
      await webmLayout(file); // names what is cut off
      return demuxed(file);
    default: {
      const { moov, fragmented } = await movieLayout(file);
      if (!fragmented && tracksOf(moov, mediaType, file.bytes).length === 0) throw new InvalidFile(EMPTY);
      return demuxed(file);
    }
  }
}

async function mp3Seconds(file: ReadAt): Promise<number> {
  let total = 0;
  for await (const { seconds } of mp3Stretches(file)) total += seconds;
  if (total === 0) throw new InvalidFile(NO_SOUND);
  return total;
}

function demuxed(file: ReadAt): Promise<RecordingFacts> {
  return demuxing(file, async (input) => {
    const tracks = await input.getTracks();
    const seen = tracks.filter((track) => track.type !== "subtitle");
    const durationSeconds =
      (await input.getDurationFromMetadata(seen)) ?? (await input.computeDuration(seen));
    const film = await input.getPrimaryVideoTrack();
    if (!film) return { durationSeconds };
    return { durationSeconds, width: await film.getDisplayWidth(), height: await film.getDisplayHeight() };
  });
}
