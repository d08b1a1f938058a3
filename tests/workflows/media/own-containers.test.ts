import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  Mp3OutputFormat,
  Mp4OutputFormat,
  OggOutputFormat,
  WavOutputFormat,
  WebMOutputFormat,
} from "mediabunny";
import { afterAll, describe, expect, test } from "vitest";
import { pageBytes, pagesOf } from "../../../functions/workflows/media/containers/sound/ogg-pages.ts";
import { cleanRecording } from "../../../functions/workflows/media/recording/clean-recording.ts";
import { RIGHTS } from "../../worlds/documents/rights.ts";
import { temporaryFolder } from "../../worlds/media/media-folder.ts";
import { copiableTracks, remuxed } from "../../worlds/media/remuxed.ts";

// Why containers are written by our own code: docs/decisions.md. Where a later Mediabunny keeps what is named here,
// the test is red, and the code for that container may go.

const folder = await temporaryFolder();
afterAll(() => folder.remove());

const sample = (name: string) => join("tests/fixtures/media", name);

/** A sample with some bytes changed, as a file of its own. */
async function changed(name: string, change: (bytes: Buffer) => Buffer): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, change(await readFile(sample(name))));
  return path;
}

let written = 0;

async function cleaned(from: string, mediaType: string): Promise<Buffer> {
  const to = `${join(folder.path, "clean")}-${++written}`;
  expect(await cleanRecording({ from, to, mediaType, rights: RIGHTS })).toBeUndefined();
  return readFile(to);
}

/** Where the first of these letters lie behind the head of a box. */
const payloadAt = (bytes: Buffer, box: string) => bytes.indexOf(box) + 4;

/** How long the first track of a movie is shown, by its edit list or, without one, as long as the movie lasts. */
function shownSeconds(bytes: Buffer): number {
  const movie = payloadAt(bytes, "mvhd");
  const timescale = bytes.readUInt32BE(movie + 12);
  if (!bytes.includes("elst")) return bytes.readUInt32BE(movie + 16) / timescale;
  return bytes.readUInt32BE(payloadAt(bytes, "elst") + 8) / timescale;
}

const mp4 = () => new Mp4OutputFormat({ fastStart: "in-memory" });

describe("MP4 and QuickTime", () => {
  test("an end that an edit list hides stays hidden, and is shown in a copy by Mediabunny", async () => {
    const trimmed = await changed("drone.mp4", (bytes) => {
      bytes.writeUInt32BE(500, payloadAt(bytes, "elst") + 8);
      return bytes;
    });
    expect(shownSeconds(await cleaned(trimmed, "video/mp4"))).toBe(0.5);
    expect(shownSeconds(await remuxed(trimmed, mp4()))).toBeGreaterThan(0.8);
  });

  test("subtitles stay, and are no track to Mediabunny", async () => {
    const words = "We meet at home at 10";
    expect((await cleaned(sample("drone.mp4"), "video/mp4")).includes(words)).toBe(true);
    expect((await remuxed(sample("drone.mp4"), mp4())).includes(words)).toBe(false);
  });

  test("a film in fragments, which Mediabunny joins, is refused where its subtitles would be lost", async () => {
    const sound = Buffer.from("soun");
    const titled = await changed("fragments.mp4", (bytes) => {
      bytes.write("text", bytes.lastIndexOf(sound), "latin1");
      return bytes;
    });
    const to = join(folder.path, "never.mp4");
    const finding = await cleanRecording({ from: titled, to, mediaType: "video/mp4", rights: RIGHTS });
    expect(finding?.problem).toContain("its subtitles would be lost");
  });

  test("pictures of older codecs stay, and Mediabunny cannot copy them", async () => {
    expect((await cleaned(sample("film.mov"), "video/quicktime")).includes("jpeg")).toBe(true);
    expect(await copiableTracks(sample("film.mov"))).toEqual(["audio pcm-s16"]);
  });

  test("no time of making is written, and Mediabunny writes the time of the copy", async () => {
    const madeAt = (bytes: Buffer) => bytes.readUInt32BE(payloadAt(bytes, "mvhd") + 4);
    expect(madeAt(await cleaned(sample("sound.m4a"), "audio/mp4"))).toBe(0);
    expect(madeAt(await remuxed(sample("sound.m4a"), mp4()))).toBeGreaterThan(0);
  });
});

describe("WebM", () => {
  test("a track of subtitles stays, and is no track to Mediabunny", async () => {
    const [SOUND, WORDS] = [2, 17];
    const titled = await changed("film.webm", (bytes) => {
      bytes[bytes.indexOf(Buffer.from([0x83, 0x81, SOUND])) + 2] = WORDS;
      return bytes;
    });
    const kept = await cleaned(titled, "video/webm");
    expect(kept.includes(Buffer.from([0x83, 0x81, WORDS]))).toBe(true);
    expect(await copiableTracks(titled)).toEqual(["video vp8"]);
  });

  test("the index comes before the pictures, and after them in a copy by Mediabunny", async () => {
    const [CLUSTER, CUES] = ["1f43b675", "1c53bb6b"].map((id) => Buffer.from(id, "hex"));
    const indexFirst = (bytes: Buffer) =>
      bytes.lastIndexOf(CUES ?? "") < bytes.indexOf(CLUSTER ?? "") && bytes.includes(CUES ?? "");
    expect(indexFirst(await cleaned(sample("film.webm"), "video/webm"))).toBe(true);
    expect(indexFirst(await remuxed(sample("film.webm"), new WebMOutputFormat()))).toBe(false);
  });
});

describe("Ogg", () => {
  test("a copy has the same bytes each time, and those by Mediabunny differ", async () => {
    const [first, second] = [
      await cleaned(sample("sound.ogg"), "audio/ogg"),
      await cleaned(sample("sound.ogg"), "audio/ogg"),
    ];
    expect(first.equals(second)).toBe(true);
    const copy = () => remuxed(sample("sound.ogg"), new OggOutputFormat());
    expect((await copy()).equals(await copy())).toBe(false);
  });

  test("FLAC stays, and is no track to Mediabunny", async () => {
    const head = Buffer.alloc(51);
    head.write("\x7fFLAC\x01\0\0\x01fLaC", 0, "latin1");
    const comment = Buffer.concat([Buffer.from([0x84, 0, 0, 8]), Buffer.alloc(8)]);
    const sound = Buffer.from("sound of FLAC");
    const pages = [...pagesOf([head], 1, 2), ...pagesOf([comment], 1), ...pagesOf([sound], 1)];
    const path = join(folder.path, "flac.ogg");
    await writeFile(path, Buffer.concat(pages.map(pageBytes)));
    expect((await cleaned(path, "audio/ogg")).includes(sound)).toBe(true);
    expect(await copiableTracks(path)).toEqual([]);
  });
});

describe("WAV", () => {
  test("a title in Russian is written, and Mediabunny leaves it out", async () => {
    const title = "Степь на рассвете";
    expect((await cleaned(sample("sound.wav"), "audio/wav")).includes(title)).toBe(true);
    expect((await remuxed(sample("sound.wav"), new WavOutputFormat(), { title })).includes(title)).toBe(
      false,
    );
  });

  test("which speaker each channel is for stays, and Mediabunny leaves it out", async () => {
    const surround = await changed("sound.wav", inSpeakers);
    const format = Buffer.from([40, 0, 0, 0, 0xfe, 0xff]);
    expect((await cleaned(surround, "audio/wav")).includes(format)).toBe(true);
    expect((await remuxed(surround, new WavOutputFormat())).includes(format)).toBe(false);
  });

  /** The same sound as WAVE_FORMAT_EXTENSIBLE, which names the speakers. */
  function inSpeakers(bytes: Buffer): Buffer {
    const at = bytes.indexOf("fmt ");
    const old = bytes.subarray(at + 8, at + 24);
    const extension = Buffer.alloc(24);
    extension.writeUInt16LE(22, 0);
    extension.writeUInt16LE(16, 2);
    extension.writeUInt32LE(4, 4); // the one in the middle
    Buffer.from("0100000000001000800000aa00389b71", "hex").copy(extension, 8);
    const format = Buffer.concat([Buffer.from([0xfe, 0xff]), old.subarray(2), extension]);
    const length = Buffer.from([40, 0, 0, 0]);
    const whole = Buffer.concat([
      ...[bytes.subarray(0, at + 4), length, format],
      bytes.subarray(at + 8 + bytes.readUInt32LE(at + 4)),
    ]);
    whole.writeUInt32LE(whole.length - 8, 4);
    return whole;
  }
});

describe("MP3", () => {
  test("what players need to play without a gap stays, and Mediabunny leaves it out", async () => {
    const bytes = await readFile(sample("sound.mp3"));
    const at = bytes.indexOf("Info");
    const delays = bytes.subarray(at + 120, at + 144); // of the encoder: how much of the sound is padding
    expect((await cleaned(sample("sound.mp3"), "audio/mpeg")).includes(delays)).toBe(true);
    expect((await remuxed(sample("sound.mp3"), new Mp3OutputFormat())).includes(delays)).toBe(false);
  });
});
