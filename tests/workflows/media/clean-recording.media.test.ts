import { createHash } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exiftool } from "exiftool-vendored";
import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } from "mediabunny";
import { afterAll, describe, expect, test } from "vitest";
import { cleanRecording } from "../../../functions/workflows/media/recording/clean-recording.ts";
import { remainsIn } from "../../../functions/workflows/media/verify-clean.ts";
import { RIGHTS } from "../../worlds/documents/rights.ts";
import { temporaryFolder } from "../../worlds/media/media-folder.ts";

const SAMPLES = [
  ["drone.mp4", "video/mp4"],
  ["fragments.mp4", "video/mp4"],
  ["film.mov", "video/quicktime"],
  ["sound.m4a", "audio/mp4"],
  ["film.webm", "video/webm"],
  ["sound.mp3", "audio/mpeg"],
  ["sound.ogg", "audio/ogg"],
  ["sound.opus.ogg", "audio/ogg"],
  ["sound.wav", "audio/wav"],
] as const;

const folder = await temporaryFolder();
afterAll(async () => {
  await exiftool.end();
  await folder.remove();
});

const sample = (name: string) => join("tests/fixtures/media", name);

async function cleaned(name: string, mediaType: string): Promise<string> {
  const to = join(folder.path, `clean-${name}`);
  expect(await cleanRecording({ from: sample(name), to, mediaType, rights: RIGHTS })).toBeUndefined();
  return to;
}

/** Every packet of pictures and sound with its time, as a hash for each track. */
async function packetsOf(path: string): Promise<string[]> {
  using input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  const tracks = (await input.getTracks()).filter(({ type }) => type !== "subtitle");
  return await Promise.all(
    tracks.map(async (track) => {
      const hash = createHash("sha256")
        .update(track.type)
        .update(await track.getLanguageCode());
      for await (const { data, timestamp } of new EncodedPacketSink(track).packets())
        hash.update(timestamp.toFixed(6)).update(data);
      return hash.digest("hex");
    }),
  );
}

describe.each(SAMPLES)("a cleaned %s", (name, mediaType) => {
  test("tells nothing of place, device, date and program", async () => {
    const bytes = (await readFile(await cleaned(name, mediaType))).toString("latin1");
    for (const word of ["Secret", "43.2389", "GPS", "2020-01-02", "Lavf"]) expect(bytes).not.toContain(word);
  });

  test("is clean for ExifTool, which reads the finished file back", async () => {
    expect(await remainsIn(await cleaned(name, mediaType), [RIGHTS.creator])).toEqual([]);
  });

  test("says what the kit says of it, in letters that programs read", async () => {
    const tags = await exiftool.read(await cleaned(name, mediaType));
    expect(JSON.stringify(tags)).toContain("Степь на рассвете");
    expect(JSON.stringify(tags)).toContain("© 2026 МОМ");
  });

  test("is the same whenever and however often it is made", async () => {
    const first = await readFile(await cleaned(name, mediaType));
    const second = await readFile(await cleaned(name, mediaType));
    expect(first.equals(second)).toBe(true);
  });

  test.skipIf(name === "sound.wav")("holds the same packets at the same times", async () => {
    // WAV has no packets, and readers cut its bytes as they like: the next test compares them
    const kept = await packetsOf(sample(name));
    expect(await packetsOf(await cleaned(name, mediaType))).toEqual(kept);
  });
});

test("a cleaned WAV holds the same sound", async () => {
  const soundIn = async (path: string) => {
    const bytes = await readFile(path);
    const at = bytes.indexOf("data");
    return bytes.subarray(at + 8, at + 8 + bytes.readUInt32LE(at + 4));
  };
  const before = await soundIn(sample("sound.wav"));
  expect(before.length).toBe(8000);
  expect((await soundIn(await cleaned("sound.wav", "audio/wav"))).equals(before)).toBe(true);
});

test("a drone's telemetry goes, whether it calls itself so or subtitles, and people's words stay", async () => {
  using input = new Input({
    source: new FilePathSource(await cleaned("drone.mp4", "video/mp4")),
    formats: ALL_FORMATS,
  });
  const film = await input.getPrimaryVideoTrack();
  expect(await film?.getRotation()).toBe(270);
  expect(await Promise.all((await input.getAudioTracks()).map((track) => track.getLanguageCode()))).toEqual([
    "kaz",
    "rus",
  ]);
  const bytes = (await readFile(join(folder.path, "clean-drone.mp4"))).toString("latin1");
  expect(bytes).toContain("We meet at home at 10");
  expect(bytes.match(/mdia/g)).toHaveLength(4);
});

test("a cleaned film plays while it loads: its index comes before its pictures", async () => {
  const bytes = (await readFile(await cleaned("drone.mp4", "video/mp4"))).toString("latin1");
  expect(bytes.indexOf("moov")).toBeLessThan(bytes.indexOf("mdat"));
});

test("what cannot be cleaned is named and leaves no file behind", async () => {
  const [from, to] = [join(folder.path, "cut.mp4"), join(folder.path, "never.mp4")];
  await writeFile(from, (await readFile(sample("drone.mp4"))).subarray(0, 5000));
  const finding = await cleanRecording({ from, to, mediaType: "video/mp4", rights: RIGHTS });
  expect(finding?.problem).toContain("cut off: it has 5000 bytes");
  await expect(stat(to)).rejects.toThrow("ENOENT");
});
