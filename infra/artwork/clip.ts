import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { CLIP_SECONDS, clipFrame, FRAMES_PER_SECOND } from "./clip-frames.ts";

/** The moment of the clip that its poster shows: the heart is blue and the day has come. */
export const POSTER_AT = 0.86;

/**
 * The clip as MP4: H.264 in the baseline profile, which every player knows, without sound, playable before it has
 * wholly arrived. Answers undefined where ffmpeg is not installed.
 */
export async function drawClip(): Promise<Buffer | undefined> {
  if (!(await hasFfmpeg())) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "dateline-clip-"));
  try {
    const frames = FRAMES_PER_SECOND * CLIP_SECONDS;
    for (let index = 0; index < frames; index++) {
      const picture = await sharp(Buffer.from(clipFrame(index / (frames - 1))))
        .removeAlpha()
        .png({ compressionLevel: 1 })
        .toBuffer();
      await writeFile(join(folder, `${String(index).padStart(4, "0")}.png`), picture);
    }
    const clip = join(folder, "clip.mp4");
    await promisify(execFile)("ffmpeg", [
      ...["-loglevel", "error", "-framerate", String(FRAMES_PER_SECOND), "-i", join(folder, "%04d.png")],
      ...["-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"],
      ...["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"],
      ...["-c:v", "libx264", "-profile:v", "baseline", "-preset", "veryslow", "-crf", "24"],
      // One thread and no dates or encoder names: the same frames then give the same bytes.
      ...["-threads", "1", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"],
      ...["-movflags", "+faststart", clip],
    ]);
    return await readFile(clip);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function hasFfmpeg(): Promise<boolean> {
  try {
    await promisify(execFile)("ffmpeg", ["-version"]);
    return true;
  } catch {
    return false;
  }
}
