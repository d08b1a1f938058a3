import type { Finding } from "../../../domain/content/problem.ts";
import { ReadAt } from "../containers/read-at.ts";

/**
 * Marks of what cameras write between the pictures of a video stream: supplemental enhancement information of H.264
 * and H.265 (ISO/IEC 14496-10, annex D) under this UUID is “MDPM” of AVCHD, with place, time and model. It comes with
 * every key frame, so the beginning tells.
 */
const MDPM = Buffer.from("17ee8c60f84d11d98cd60800200c9a66", "hex");
const SEARCHED_BYTES = 64 * 1024 * 1024;
const STRETCH = 4 * 1024 * 1024;

/** Whether the pictures of a recording themselves carry where they were made: then no container can be rid of it. */
export async function tracesInStream(path: string): Promise<Finding | undefined> {
  const found = await ReadAt.during(path, async (file) => {
    for (let at = 0; at < Math.min(file.bytes, SEARCHED_BYTES); at += STRETCH) {
      const stretch = await file.upTo(at, STRETCH + MDPM.length);
      if (stretch.includes(MDPM)) return true;
    }
    return false;
  });
  if (!found) return undefined;
  return {
    problem: "the pictures of the video themselves tell camera, time and perhaps place (AVCHD)",
    expected:
      "a video encoded anew, for example by `ffmpeg -i IN -map_metadata -1 -c:v libx264 -c:a copy OUT.mp4`",
  };
}
