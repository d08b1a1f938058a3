import { InvalidFile, orFinding } from "../../../domain/content/invalid-file.ts";
import type { Finding } from "../../../domain/content/problem.ts";
import type { Rights } from "../../../domain/rights.ts";
import { withJoinedFragments } from "../containers/join-fragments.ts";
import { cleanMovie } from "../containers/movie/clean-movie.ts";
import { movieLayout } from "../containers/movie/movie-layout.ts";
import { hasTextTrack } from "../containers/movie/movie-tracks.ts";
import { ReadAt } from "../containers/read-at.ts";
import { cleanMp3 } from "../containers/sound/clean-mp3.ts";
import { cleanOgg } from "../containers/sound/clean-ogg.ts";
import { cleanWav } from "../containers/sound/clean-wav.ts";
import { cleanWebm } from "../containers/webm/clean-webm.ts";
import { WriteOn } from "../containers/write-on.ts";
import { tracesInStream } from "./stream-traces.ts";

/** A file to be cleaned, where its cleaned copy goes, and what that shall say of itself. */
export interface CleaningOrder {
  readonly from: string;
  readonly to: string;
  readonly mediaType: string;
  readonly rights: Rights;
}

type Clean = (file: ReadAt, into: WriteOn, order: CleaningOrder) => Promise<void>;

const CLEAN: Readonly<Record<string, Clean>> = {
  "video/mp4": cleanMovie,
  "audio/mp4": cleanMovie,
  "video/quicktime": cleanMovie,
  "video/webm": cleanWebm,
  "audio/mpeg": cleanMp3,
  "audio/ogg": cleanOgg,
  "audio/wav": cleanWav,
};

/**
 * Writes a recording anew from its pictures, sound and subtitles, which stay as they are, byte by byte: places,
 * devices, dates, names and programs go, and what the kit says of it takes their place. Reads and writes as a stream,
 * so memory does not grow with the file. Answers why where it cannot, and then writes nothing.
 */
export async function cleanRecording(order: CleaningOrder): Promise<Finding | undefined> {
  const clean = CLEAN[order.mediaType];
  if (!clean)
    return { problem: `${order.mediaType} cannot be cleaned`, expected: Object.keys(CLEAN).join(", ") };
  return (await tracesInStream(order.from)) ?? orFinding(() => cleaned(order, clean), UNREADABLE);
}

const UNREADABLE = { problem: "the recording cannot be read", expected: "a recording that plays" };

async function cleaned(order: CleaningOrder, clean: Clean): Promise<undefined> {
  const movie = clean === cleanMovie ? await ReadAt.during(order.from, movieLayout) : undefined;
  if (!movie?.fragmented) await copied(order, clean);
  else if (hasTextTrack(movie.moov)) throw new InvalidFile(WOULD_LOSE_SUBTITLES);
  else await withJoinedFragments(order.from, order.to, (joined) => copied({ ...order, from: joined }, clean));
}

const WOULD_LOSE_SUBTITLES = {
  problem: "the recording comes in fragments, and its subtitles would be lost when they are joined here",
  expected: "a recording that `ffmpeg -i FILE -map 0 -c copy -movflags +faststart NEW.mp4` has written anew",
};

function copied(order: CleaningOrder, clean: Clean): Promise<void> {
  return ReadAt.during(order.from, (file) => WriteOn.during(order.to, (into) => clean(file, into, order)));
}
