import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { captionsFinding } from "../../../functions/workflows/media/captions.ts";
import { cleanDocument } from "../../../functions/workflows/media/document/clean-document.ts";
import { documentFinding } from "../../../functions/workflows/media/document/document-facts.ts";
import { cleanDrawing } from "../../../functions/workflows/media/drawing/clean-drawing.ts";
import { drawingFacts } from "../../../functions/workflows/media/drawing/drawing-facts.ts";
import { cleanRecording } from "../../../functions/workflows/media/recording/clean-recording.ts";
import { recordingFacts } from "../../../functions/workflows/media/recording/recording-facts.ts";
import { fc } from "../../worlds/documents/fast-check.ts";
import { RIGHTS } from "../../worlds/documents/rights.ts";
import { temporaryFolder } from "../../worlds/media/media-folder.ts";

const folder = await temporaryFolder();
afterAll(() => folder.remove());

/** A file as it is after a broken copy or a bad disk: cut somewhere, and some bytes other than they were. */
const damaged = (whole: Buffer) =>
  fc
    .tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 24 }),
      fc.boolean(),
    )
    .map(([share, flips, cut]) => {
      const bytes = Buffer.from(whole);
      for (const [at, value] of flips) bytes[at] = value;
      return cut ? bytes.subarray(0, Math.floor(share * bytes.length)) : bytes;
    });

const SAMPLES = [
  ["tests/fixtures/media/drone.mp4", "video/mp4"],
  ["tests/fixtures/media/fragments.mp4", "video/mp4"],
  ["tests/fixtures/media/film.mov", "video/quicktime"],
  ["tests/fixtures/media/sound.m4a", "audio/mp4"],
  ["tests/fixtures/media/film.webm", "video/webm"],
  ["tests/fixtures/media/sound.mp3", "audio/mpeg"],
  ["tests/fixtures/media/sound.ogg", "audio/ogg"],
  ["tests/fixtures/media/sound.opus.ogg", "audio/ogg"],
  ["tests/fixtures/media/sound.wav", "audio/wav"],
  ["content/media-kits/world-day-2020/fact-sheet-en.pdf", "application/pdf"],
  ["content/media-kits/world-day-2020/logo.svg", "image/svg+xml"],
] as const;

async function factsOf(path: string, mediaType: string): Promise<unknown> {
  if (mediaType === "application/pdf") return documentFinding(path);
  if (mediaType === "image/svg+xml") return drawingFacts(await readFile(path, "utf8"));
  return recordingFacts(path, mediaType);
}

function cleaningOf(mediaType: string) {
  if (mediaType === "application/pdf") return cleanDocument;
  return mediaType === "image/svg+xml" ? cleanDrawing : cleanRecording;
}

describe("a damaged file is described and cleaned or refused in words, and nothing breaks or hangs", () => {
  test.each(SAMPLES)("%s", async (path, mediaType) => {
    const whole = await readFile(path);
    const [from, to] = [join(folder.path, "damaged"), join(folder.path, "cleaned")];
    const finding = { problem: expect.any(String), expected: expect.any(String) };
    await fc.assert(
      fc.asyncProperty(damaged(whole), async (bytes) => {
        await writeFile(from, bytes);
        const facts = await factsOf(from, mediaType);
        if (facts && typeof facts === "object" && "problem" in facts) expect(facts).toMatchObject(finding);
        const refused = await cleaningOf(mediaType)({ from, to, mediaType, rights: RIGHTS });
        if (refused) expect(refused).toMatchObject(finding);
        else expect((await readFile(to)).length).toBeLessThan(bytes.length * 2 + 20_000);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 60) },
    );
  });
});

test("a film whose tracks are all said to be the same bytes is refused, and no larger file is written", async () => {
  const film = await readFile("tests/fixtures/media/drone.mp4");
  for (const at of placesOf(film, "stsz")) {
    const samples = film.readUInt32BE(at + 12);
    film.writeUInt32BE(Math.floor((film.length * 0.9) / samples), at + 8); // all samples are of this size
  }
  for (const at of placesOf(film, "stco")) film.fill(0, at + 12, at + 12 + 4 * film.readUInt32BE(at + 8));
  const [from, to] = [join(folder.path, "again.mp4"), join(folder.path, "never.mp4")];
  await writeFile(from, film);
  expect(await cleanRecording({ from, to, mediaType: "video/mp4", rights: RIGHTS })).toMatchObject({
    problem: "the recording's index is damaged",
  });
});

test("a WebM in whose tables a field has no end is refused: the title behind it would stay", async () => {
  const film = await readFile("tests/fixtures/media/film.webm");
  film[film.indexOf(Buffer.from("2ad7b183", "hex")) + 3] = 0xff; // as a segment says that it does not know its length
  const [from, to] = [join(folder.path, "open.webm"), join(folder.path, "never.webm")];
  await writeFile(from, film);
  const finding = await cleanRecording({ from, to, mediaType: "video/webm", rights: RIGHTS });
  expect(finding).toMatchObject({ problem: "the recording is damaged" });
});

const placesOf = (bytes: Buffer, box: string): number[] =>
  [...bytes.toString("latin1").matchAll(new RegExp(box, "g"))].map(({ index }) => index);

test("whatever is said to be captions is read or refused in words", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("WEBVTT", "\n", "00:01.000", " --> ", "x", "\ufeff") }),
      (text) => {
        const finding = captionsFinding(text);
        if (finding) expect(finding.problem).not.toBe("");
      },
    ),
  );
});
