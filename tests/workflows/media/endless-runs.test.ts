import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { recordingFacts } from "../../../functions/workflows/media/recording/recording-facts.ts";
import { temporaryFolder } from "../../worlds/media/media-folder.ts";

const folder = await temporaryFolder();
afterAll(() => folder.remove());

/** The fragments of the sample, with the number of samples of the first run changed. */
async function withSamples(count: number): Promise<string> {
  const bytes = await readFile("tests/fixtures/media/fragments.mp4");
  bytes.writeUInt32BE(count, bytes.indexOf("trun") + 8);
  const path = join(folder.path, `${count}.mp4`);
  await writeFile(path, bytes);
  return path;
}

test.each([0xffff_ffff, 0x10_0000])(
  "a fragment that counts %d samples, more than it has room for, is refused at once",
  async (count) => {
    const facts = await recordingFacts(await withSamples(count), "video/mp4");
    expect(facts).toMatchObject({ problem: "the recording's index is damaged" });
  },
);

test("the fragments of the sample are taken as they are", async () => {
  expect(await recordingFacts("tests/fixtures/media/fragments.mp4", "video/mp4")).not.toHaveProperty(
    "problem",
  );
});
