import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { runExiftool } from "../../../functions/workflows/media/metadata/exiftool.ts";
import { cleanPicture } from "../../../functions/workflows/media/picture/clean-picture.ts";
import { remainsIn } from "../../../functions/workflows/media/verify-clean.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { RIGHTS } from "../../worlds/documents/rights.ts";
import {
  drawn,
  epsWithPreview,
  SECRET,
  TALKATIVE_EPS,
  talkativeGif,
  talkativeJpeg,
  talkativePng,
  talkativeWebp,
} from "../../worlds/media/pictures.ts";

async function cleaned(picture: Buffer | string, mediaType: string) {
  const folder = temporaryFolder();
  const [from, to] = [join(folder, "from"), join(folder, "100%d %f.to")];
  writeFileSync(from, picture);
  await cleanPicture({ from, to, mediaType, rights: RIGHTS });
  return to;
}

const pixelsOf = (picture: Buffer | string) =>
  sharp(picture, { animated: true, failOn: "error" }).raw().toBuffer();

describe.each([
  ["image/png", talkativePng],
  ["image/gif", talkativeGif],
  ["image/webp", talkativeWebp],
  ["image/jpeg", talkativeJpeg],
])("%s", (mediaType, make) => {
  it("loses what other programs hid in it, and neither a pixel nor a frame", async () => {
    const picture = await make();
    expect(picture.includes(SECRET)).toBe(true);
    const to = await cleaned(picture, mediaType);
    expect(readFileSync(to).includes(SECRET)).toBe(false);
    expect(await remainsIn(to)).toEqual([]);
    expect((await pixelsOf(to)).equals(await pixelsOf(picture))).toBe(true);
    const { loop, delay } = await sharp(picture).metadata();
    expect(await sharp(to).metadata()).toMatchObject(JSON.parse(JSON.stringify({ loop, delay })));
  });
});

it("a PNG keeps the chunks of its colours as they are", async () => {
  const chunks = readFileSync(await cleaned(await talkativePng(), "image/png")).toString("latin1");
  for (const kept of ["gAMA\0\0\xb1\x8f", "sBIT\x08\x08\x08"]) expect(chunks).toContain(kept);
});

it("a TIFF keeps its size on paper, and no place on the map", async () => {
  const from = join(temporaryFolder(), "map.tiff");
  await drawn().toColourspace("rgb16").tiff({ compression: "lzw", xres: 11.811, yres: 11.811 }).toFile(from);
  const told = ["-PixelScale=1 1 0", "-ModelTiePoint=0 0 0 76.9 43.2 0", `-GeoTiffAsciiParams=${SECRET}`];
  await runExiftool(["-overwrite_original", ...told, `-IFD0:PageName=${SECRET}`, from]);
  expect(await remainsIn(from)).toContain("IFD0:ModelTiePoint");
  const to = await cleaned(readFileSync(from), "image/tiff");
  expect(await remainsIn(to)).toEqual([]);
  expect(readFileSync(to).includes(SECRET)).toBe(false);
  expect(await sharp(to).metadata()).toMatchObject({ density: 300, depth: "ushort" });
  expect((await pixelsOf(to)).equals(await pixelsOf(from))).toBe(true);
});

it("a TIFF whose pixels are compressed as JPEG is no preview of itself", async () => {
  const to = await cleaned(await drawn().tiff({ compression: "jpeg" }).toBuffer(), "image/tiff");
  expect(await remainsIn(to)).toEqual([]);
});

it("a photograph without profile goes on saying that its colours are those of Adobe RGB", async () => {
  const from = join(temporaryFolder(), "camera.jpg");
  await drawn().jpeg().toFile(from);
  const told = ["-ColorSpace=Uncalibrated", "-InteropIndex=R03", "-XResolution=300", "-YResolution=300"];
  await runExiftool(["-overwrite_original", ...told, "-BodySerialNumber=4711", from]);
  const to = await cleaned(readFileSync(from), "image/jpeg");
  const [tags] = JSON.parse(await runExiftool(["-json", "-n", to]));
  expect(tags).toMatchObject({ ColorSpace: 65535, InteropIndex: "R03", XResolution: 300 });
  expect(await remainsIn(to)).toEqual([]);
});

describe("an EPS", () => {
  it.each([
    ["alone", async () => Buffer.from(TALKATIVE_EPS)],
    ["with a preview", epsWithPreview],
  ])("%s names neither author nor folder, and draws what it drew", async (_, make) => {
    const to = await cleaned(await make(), "application/postscript");
    const text = readFileSync(to, "utf8");
    expect(text).not.toContain(SECRET);
    expect(text.startsWith("%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n")).toBe(true);
    expect(text).toContain("%%+ Magenta\n%%EndComments");
    expect(text).toContain("0 0 moveto 100 100 lineto stroke");
    expect(text).toContain(RIGHTS.caption.en);
    expect(await remainsIn(to)).toEqual([]);
  });

  it("whose program names a folder is found out", async () => {
    const program = TALKATIVE_EPS.replace("0 0 moveto", `(/Users/${SECRET}/logo.ai) pop 0 0 moveto`);
    expect(await remainsIn(await cleaned(program, "application/postscript"))).toEqual(["path of a file"]);
  });
});
