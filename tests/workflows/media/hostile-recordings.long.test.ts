import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { cleanRecording } from "../../../functions/workflows/media/recording/clean-recording.ts";
import { recordingFacts } from "../../../functions/workflows/media/recording/recording-facts.ts";
import { fc } from "../../worlds/documents/fast-check.ts";
import { RIGHTS } from "../../worlds/documents/rights.ts";
import { temporaryFolder } from "../../worlds/media/media-folder.ts";

const folder = await temporaryFolder();
afterAll(() => folder.remove());

/** Numbers that lengths, counts and places have in files that are made to break their reader. */
const EXTREMES = [0, 1, 7, 8, 0x7f, 0xff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** A file with some numbers of one to four bytes as no writer means them, mostly where its tables are. */
const hostile = (whole: Buffer) => {
  const names = [...whole.toString("latin1").matchAll(/[A-Za-z]{4}/g)].map(({ index }) => index);
  const nearName = fc.tuple(fc.constantFrom(0, ...names), fc.integer({ min: -8, max: 40 }));
  const places = fc.oneof(
    nearName.map(([name, distance]) => Math.min(Math.max(0, name + distance), whole.length - 4)),
    fc.nat(Math.min(800, whole.length - 4)),
    fc.nat(whole.length - 4),
  );
  const number = fc.tuple(places, fc.constantFrom(...EXTREMES), fc.constantFrom(1, 2, 4), fc.boolean());
  return fc.array(number, { minLength: 1, maxLength: 4 }).map((numbers) => {
    const bytes = Buffer.from(whole);
    for (const [at, value, width, littleEndian] of numbers) {
      const cut = width === 4 ? value : value % 2 ** (8 * width);
      littleEndian ? bytes.writeUIntLE(cut, at, width) : bytes.writeUIntBE(cut, at, width);
    }
    return bytes;
  });
};

const finding = { problem: expect.any(String), expected: expect.any(String) };

describe("a recording made to break its reader is refused in words, or cleaned so that cleaning finds no more", () => {
  test.each([
    ["drone.mp4", "video/mp4"],
    ["fragments.mp4", "video/mp4"],
    ["film.mov", "video/quicktime"],
    ["sound.m4a", "audio/mp4"],
    ["film.webm", "video/webm"],
    ["sound.mp3", "audio/mpeg"],
    ["sound.ogg", "audio/ogg"],
    ["sound.opus.ogg", "audio/ogg"],
    ["sound.wav", "audio/wav"],
  ])(
    "%s",
    async (name, mediaType) => {
      const whole = await readFile(join("tests/fixtures/media", name));
      const [from, once, twice] = ["hostile", "once", "twice"].map((file) =>
        join(folder.path, `${file}-${name}`),
      ) as [string, string, string];
      await fc.assert(
        fc.asyncProperty(hostile(whole), async (bytes) => {
          await writeFile(from, bytes);
          const facts = await recordingFacts(from, mediaType);
          if ("problem" in facts) expect(facts).toMatchObject(finding);
          const refused = await cleanRecording({ from, to: once, mediaType, rights: RIGHTS });
          if (refused) {
            expect(refused).toMatchObject(finding);
            return;
          }
          const cleaned = await readFile(once);
          expect(cleaned.length).toBeLessThan(bytes.length * 2 + 20_000);
          const again = await cleanRecording({ from: once, to: twice, mediaType, rights: RIGHTS });
          expect(again).toBeUndefined();
          expect((await readFile(twice)).equals(cleaned)).toBe(true);
        }),
        { numRuns: Number(process.env.FUZZ_RUNS ?? 400) },
      );
    },
    120_000,
  );
});
