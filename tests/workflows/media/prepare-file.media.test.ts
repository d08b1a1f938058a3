import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { contentCache } from "../../../functions/workflows/cache/content-cache.ts";
import { fileTypeOf } from "../../../functions/workflows/content/read/file-types.ts";
import { type FileOrder, preparedFile } from "../../../functions/workflows/media/prepare-file.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { RIGHTS } from "../../worlds/documents/rights.ts";
import {
  drawn,
  noisy,
  SECRET,
  TALKATIVE_EPS,
  talkativeJpeg,
  talkativePng,
} from "../../worlds/media/pictures.ts";

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

function order(called: string, bytes: Buffer, changes: Partial<FileOrder> = {}): FileOrder {
  const path = join(temporaryFolder(), called);
  writeFileSync(path, bytes);
  const mediaType = fileTypeOf(called)?.mediaType ?? "";
  return { path, original: sha256(bytes), mediaType, name: "original", rights: RIGHTS, ...changes };
}

const newCache = () => contentCache("test", temporaryFolder());

async function made(ordered: FileOrder, cache = newCache()) {
  const file = await preparedFile(ordered, cache);
  if ("problem" in file) throw new Error(file.problem);
  return file;
}

const SIZE = { width: 2000, height: 1500 };
const photograph = () => noisy(SIZE.width, SIZE.height).jpeg().toBuffer();

it("a prepared file tells the sums and the length of what lies there", async () => {
  const file = await made(order("photo.jpg", await talkativeJpeg(), { width: 320, height: 240 }));
  const bytes = readFileSync(file.file);
  expect(file).toMatchObject({ sha256: sha256(bytes), crc32: crc32(bytes), bytes: bytes.length });
  expect(file).toMatchObject({ mediaType: "image/jpeg", width: 320, height: 240 });
});

it("text is published as it is, from where it lies", async () => {
  const ordered = order("figures.csv", Buffer.from("year,people\n2026,1\n"));
  expect(await made(ordered)).toMatchObject({ file: ordered.path, sha256: ordered.original });
});

describe("the renditions of a photograph", () => {
  it("are at most 1,600 pixels long for the web, and a thumbnail weighs 5,200 bytes with its words", async () => {
    const [ordered, cache] = [order("photo.jpg", await photograph(), SIZE), newCache()];
    for (const [name, format, width] of [
      ["web-jpeg", "jpeg", 1600],
      ["web-webp", "webp", 1600],
      ["thumbnail", "webp", 400],
    ] as const) {
      const file = await made({ ...ordered, name }, cache);
      expect(await sharp(file.file).metadata()).toMatchObject({ format, width, height: (width / 4) * 3 });
      expect(file).toMatchObject({ mediaType: `image/${format}`, width, height: (width / 4) * 3 });
    }
    expect((await made({ ...ordered, name: "thumbnail" }, cache)).bytes).toBeLessThanOrEqual(5200);
  });

  it("are never larger than it, and white where it shines through, as JPEG", async () => {
    const png = await sharp({ create: { width: 30, height: 20, channels: 4, background: "#0000" } })
      .png()
      .toBuffer();
    const file = await made(order("clear.png", png, { name: "web-jpeg", width: 30, height: 20 }));
    expect(file).toMatchObject({ width: 30, height: 20 });
    expect([...(await sharp(file.file).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  it.each([
    ["CMYK", "cmyk.jpg", () => drawn("#a08070").toColourspace("cmyk").withIccProfile("cmyk").jpeg()],
    ["16 bits", "deep.tiff", () => drawn("#a08070").toColourspace("rgb16").tiff({ compression: "lzw" })],
    ["16 bits of PNG", "deep.png", () => drawn("#a08070").toColourspace("rgb16").png()],
    ["a wide gamut", "wide.png", () => drawn("#a08070").withIccProfile("p3").png()],
  ])("show the colour that it shows: %s", async (_, called, draw) => {
    const bytes = await draw().toBuffer();
    for (const name of ["web-jpeg", "web-webp"] as const) {
      const file = await made(order(called, bytes, { name, width: 64, height: 48 }));
      const { space, channels, depth } = await sharp(file.file).metadata();
      expect({ space, channels, depth }).toEqual({ space: "srgb", channels: 3, depth: "uchar" });
      const seen = [...(await sharp(file.file).raw().toBuffer()).subarray(0, 3)];
      for (const [i, value] of [0xa0, 0x80, 0x70].entries())
        expect(Math.abs((seen[i] ?? 0) - value)).toBeLessThan(12);
    }
  });
});

describe("what was made", () => {
  it("is neither made nor read again, not even after the original has gone", async () => {
    const [ordered, cache] = [order("photo.png", await talkativePng()), newCache()];
    const first = await made(ordered, cache);
    const made1 = statSync(first.file).mtimeMs;
    truncateSync(ordered.path);
    expect(await made(ordered, cache)).toEqual(first);
    expect(statSync(first.file).mtimeMs).toBe(made1);
  });

  it("is made again when somebody cut it off", async () => {
    const [ordered, cache] = [order("photo.png", await talkativePng()), newCache()];
    const first = await made(ordered, cache);
    truncateSync(first.file, 100);
    expect(await made(ordered, cache)).toEqual(first);
    expect(sha256(readFileSync(first.file))).toBe(first.sha256);
  });

  it("says the new caption without encoding its pixels again", async () => {
    const [ordered, cache] = [
      order("photo.jpg", await photograph(), { ...SIZE, name: "web-webp" }),
      newCache(),
    ];
    const first = await made(ordered, cache);
    const pixels = readdirSync(cache.renditions).find((name) => name.endsWith(".webp")) ?? "";
    const encoded = statSync(join(cache.renditions, pixels)).mtimeMs;
    const caption = { ru: "Другая подпись.", en: "Another caption." };
    const second = await made({ ...ordered, rights: { ...RIGHTS, caption } }, cache);
    expect(second.sha256).not.toBe(first.sha256);
    expect(readFileSync(second.file).includes("Другая подпись.")).toBe(true);
    expect(statSync(join(cache.renditions, pixels)).mtimeMs).toBe(encoded);
  });

  it("leaves nothing half made behind", async () => {
    const cache = newCache();
    await made(order("photo.png", await talkativePng()), cache);
    expect(readdirSync(cache.renditions)).toHaveLength(1);
  });
});

describe("a file is not published", () => {
  it("that would still tell of its making", async () => {
    const eps = Buffer.from(TALKATIVE_EPS.replace("0 0 moveto", `(/home/${SECRET}/logo.ai) pop 0 0 moveto`));
    expect(await preparedFile(order("logo.eps", eps), newCache())).toMatchObject({
      problem: "it would still tell of its making: path of a file",
    });
  });

  it("whose pixels end early", async () => {
    const whole = await photograph();
    const cut = order("photo.jpg", whole.subarray(0, whole.length / 2), { ...SIZE, name: "web-jpeg" });
    expect(await preparedFile(cut, newCache())).toMatchObject({
      problem: "the picture is damaged and cannot be read to its end",
    });
  });

  it("that is not what its name says", async () => {
    const found = await preparedFile(order("photo.jpg", Buffer.from("no picture")), newCache());
    expect(found).toMatchObject({ problem: expect.stringMatching(/cannot be taken out of it/) });
    expect(JSON.stringify(found)).not.toContain("/tmp");
  });
});
