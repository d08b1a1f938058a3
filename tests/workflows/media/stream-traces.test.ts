import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cleanRecording } from "../../../functions/workflows/media/recording/clean-recording.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { RIGHTS } from "../../worlds/documents/rights.ts";

const CLIP = "content/media-kits/world-day-2020/heart-of-stars.mp4";
/** As AVCHD camcorders write it between pictures: UUID, “MDPM”, entries of place. */
const PLACE = Buffer.from("17ee8c60f84d11d98cd60800200c9a664d44504d", "hex");

it("a video whose pictures themselves tell where they were made is refused, with what to do", async () => {
  const from = join(temporaryFolder(), "clip.mp4");
  copyFileSync(CLIP, from);
  const bytes = readFileSync(from);
  PLACE.copy(bytes, bytes.indexOf("mdat") + 2000);
  writeFileSync(from, bytes);
  const order = { from, to: `${from}.cleaned`, mediaType: "video/mp4", rights: RIGHTS };
  expect(await cleanRecording(order)).toMatchObject({ expected: expect.stringContaining("encoded anew") });
  expect(await cleanRecording({ ...order, from: CLIP })).toBeUndefined();
});
