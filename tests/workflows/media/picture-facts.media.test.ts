import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pictureFacts } from "../../../functions/workflows/media/picture/picture-facts.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { animated, drawn, noisy, pngChunk } from "../../worlds/media/pictures.ts";

async function factsOf(bytes: Buffer) {
  const path = join(temporaryFolder(), "picture");
  writeFileSync(path, bytes);
  return pictureFacts(path, bytes.length);
}

/** A PNG whose header promises more pixels than it has. */
function promising(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const pixels = pngChunk("IDAT", deflateSync(Buffer.alloc(1 << 16)));
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([signature, pngChunk("IHDR", header), pixels, pngChunk("IEND", Buffer.alloc(0))]);
}

describe("a picture's size", () => {
  it("is that of it turned upright", async () => {
    const lying = await drawn().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await factsOf(lying)).toEqual({ width: 48, height: 64, animated: false });
  });

  it.each(["gif", "webp"] as const)("is that of one frame of an animated %s", async (format) => {
    expect(await factsOf(await animated(format))).toEqual({ width: 32, height: 32, animated: true });
  });

  it.each([
    ["16 bits", () => drawn().toColourspace("rgb16").tiff()],
    ["CMYK", () => drawn().toColourspace("cmyk").jpeg()],
    ["greyscale", () => drawn().greyscale().png()],
  ])("is told of %s", async (_, draw) => {
    expect(await factsOf(await draw().toBuffer())).toEqual({ width: 64, height: 48, animated: false });
  });
});

describe("a picture that cannot be published is told in words", () => {
  it.each([
    ["empty", async () => Buffer.alloc(0), "the picture cannot be read"],
    ["no picture", async () => Buffer.from("\x89PNG but not really"), "the picture cannot be read"],
    [
      "a header alone",
      async () => (await drawn().jpeg().toBuffer()).subarray(0, 20),
      "the picture cannot be read",
    ],
    ["too large", async () => promising(20_000, 20_000), "the picture has 20000 × 20000 pixels"],
    ["a bomb", async () => promising(14_000, 14_000), / bytes would become 14000 × 14000 pixels$/],
    [
      "several pages",
      () => noisy(600, 400).tiff({ tile: true, pyramid: true }).toBuffer(),
      /^the TIFF holds \d pictures/,
    ],
    [
      "too many frames",
      async () => {
        const gif = await drawn("#123", 2, 2).gif().toBuffer();
        const start = 13 + (3 << (((gif[10] ?? 0) & 7) + 1));
        const frames = Array.from({ length: 501 }, () => gif.subarray(start, -1));
        return Buffer.concat([gif.subarray(0, start), ...frames, gif.subarray(-1)]);
      },
      "the animation has 501 frames",
    ],
  ])("%s", async (_, make, problem) => {
    const memory = process.memoryUsage().rss;
    const matcher = typeof problem === "string" ? problem : expect.stringMatching(problem);
    expect(await factsOf(await make())).toMatchObject({ problem: matcher, expected: expect.any(String) });
    expect(process.memoryUsage().rss - memory).toBeLessThan(200_000_000);
  });
});
