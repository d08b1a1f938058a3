import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { recordingFacts } from "../../../functions/workflows/media/recording/recording-facts.ts";
import { temporaryFolder } from "../../worlds/media/media-folder.ts";

const folder = await temporaryFolder();
afterAll(() => folder.remove());

const sample = (name: string) => join("tests/fixtures/media", name);

test.each([
  ["drone.mp4", "video/mp4", { durationSeconds: 1, width: 48, height: 64 }],
  ["film.mov", "video/quicktime", { durationSeconds: 0.7, width: 64, height: 48 }],
  ["film.webm", "video/webm", { durationSeconds: 1, width: 64, height: 48 }],
  ["sound.m4a", "audio/mp4", { durationSeconds: 1 }],
  ["sound.mp3", "audio/mpeg", { durationSeconds: 1 }],
  ["sound.ogg", "audio/ogg", { durationSeconds: 1 }],
  ["sound.opus.ogg", "audio/ogg", { durationSeconds: 1 }],
  ["sound.wav", "audio/wav", { durationSeconds: 0.5 }],
])(
  "%s tells how long it lasts and, turned as it is shown, how large it is",
  async (name, mediaType, expected) => {
    const facts = await recordingFacts(sample(name), mediaType);
    expect(facts).toEqual({ ...expected, durationSeconds: expect.closeTo(expected.durationSeconds, 0) });
  },
);

test.each([
  ["drone.mp4", "video/mp4", 0.6],
  ["film.mov", "video/quicktime", 0.5],
  ["film.webm", "video/webm", 0.9],
  ["sound.ogg", "audio/ogg", 0.9],
  ["sound.wav", "audio/wav", 0.9],
])("%s that was cut off is named, with how much of it is there", async (name, mediaType, share) => {
  const whole = await readFile(sample(name));
  const path = join(folder.path, name);
  await writeFile(path, whole.subarray(0, Math.floor(whole.length * share)));
  const facts = await recordingFacts(path, mediaType);
  expect(facts).toEqual({
    problem: expect.stringMatching(/^the file is cut off: it has \d+ bytes|^the recording has no index/),
    expected: expect.any(String),
  });
});

test.each([
  ["times has more rows than it holds", "stts", 8, 12],
  ["times has more samples in a row than there are", "stts", 12, 0x7fffffff],
  ["chunks has more samples in one than there are", "stsc", 16, 0x7fffffff],
])("a film whose table of %s is refused at once", async (_, table, at, count) => {
  const film = await readFile(sample("drone.mp4"));
  film.writeUInt32BE(count, film.indexOf(table) + at);
  const path = join(folder.path, "endless.mp4");
  await writeFile(path, film);
  expect(await recordingFacts(path, "video/mp4")).toMatchObject({
    problem: "the recording's index is damaged",
  });
});

test("a recording without a sound is named empty", async () => {
  const whole = await readFile(sample("sound.wav"));
  const at = whole.indexOf("data");
  whole.writeUInt32LE(0, at + 4);
  const path = join(folder.path, "silent.wav");
  await writeFile(path, whole.subarray(0, at + 8));
  expect(await recordingFacts(path, "audio/wav")).toMatchObject({ problem: "the recording is empty" });
});

test("text that calls itself MP3 is named", async () => {
  const path = join(folder.path, "text.mp3");
  await writeFile(path, "I am a song. ".repeat(200_000));
  expect(await recordingFacts(path, "audio/mpeg")).toMatchObject({
    problem: "there is no sound in the recording",
  });
});
