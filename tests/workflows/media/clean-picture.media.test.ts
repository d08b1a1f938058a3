import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { runExiftool } from "../../../functions/workflows/media/metadata/exiftool.ts";
import { cleanPicture } from "../../../functions/workflows/media/picture/clean-picture.ts";
import { remainsIn } from "../../../functions/workflows/media/verify-clean.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { RIGHTS } from "../../worlds/documents/rights.ts";
import { CAMERA_PHOTOGRAPHS } from "../../worlds/media/camera-photographs.ts";

async function cleaned(from: string, mediaType = "image/jpeg"): Promise<string> {
  const to = join(temporaryFolder(), "cleaned");
  await cleanPicture({ from: resolve(from), to, mediaType, rights: RIGHTS });
  return to;
}

async function tagsOf(file: string): Promise<Record<string, unknown>> {
  const [tags] = JSON.parse(await runExiftool(["-json", "-G1", "-a", "-struct", resolve(file)]));
  return tags;
}

const pixelsOf = async (file: string) =>
  createHash("sha256")
    .update(await sharp(file).raw().toBuffer())
    .digest("hex");

describe.each(CAMERA_PHOTOGRAPHS.map((file) => [basename(file), file]))("%s", (_, file) => {
  it("tells nothing of its making any more, says whose it is, and has the same pixels", async () => {
    const to = await cleaned(file);
    expect(await remainsIn(to)).toEqual([]);
    expect(await tagsOf(to)).toMatchObject({
      "IPTC:Credit": RIGHTS.credit.ru,
      "IPTC:Headline": RIGHTS.headline.ru,
      "XMP-photoshop:Credit": RIGHTS.credit.ru,
    });
    expect(await pixelsOf(to)).toBe(await pixelsOf(file));
  });
});

it("photographs tell of place, device, people and older pixels before they are cleaned", async () => {
  const told = new Set(
    (await Promise.all(CAMERA_PHOTOGRAPHS.map((file) => remainsIn(resolve(file))))).flat(),
  );
  for (const tag of [
    ...["GPS:GPSLatitude", "XMP-exif:GPSLatitude", "IPTC:Sub-location"],
    ...["IFD0:Model", "Canon:OwnerName", "Apple:MakerNoteVersion", "MakerUnknown:Unknown_0x0200"],
    ...["IFD1:ThumbnailImage", "Photoshop:PhotoshopThumbnail", "MPImage2:PreviewImage"],
    ...["File:Comment", "IPTC:Keywords", "XMP-xmpMM:HistoryAction"],
  ])
    expect(told).toContain(tag);
});

it("what kit.yaml says stands in IPTC and XMP, in UTF-8 that says so, and in every language", async () => {
  const tags = await tagsOf(await cleaned(CAMERA_PHOTOGRAPHS[0] ?? ""));
  expect(tags).toMatchObject({
    "IPTC:CodedCharacterSet": "UTF8",
    "IPTC:Caption-Abstract": RIGHTS.caption.ru,
    "IPTC:SpecialInstructions": "Не кадрировать. Только для новостей.",
    "XMP-dc:Title": RIGHTS.headline.ru,
    "XMP-dc:Title-en": RIGHTS.headline.en,
    "XMP-dc:Description-en": RIGHTS.caption.en,
    "XMP-dc:Rights": "© 2026 МОМ",
    "XMP-iptcCore:AltTextAccessibility-en": RIGHTS.alt?.en,
    "XMP-iptcCore:CountryCode": "KZ",
    "XMP-photoshop:Country": "Казахстан",
    "XMP-photoshop:City": "Астана",
    "XMP-iptcExt:DigitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
    "XMP-xmpRights:UsageTerms-en": RIGHTS.usageTerms.en,
    "XMP-xmpRights:WebStatement": "https://example.org/terms",
  });
});

describe("a picture", () => {
  const drawn = () =>
    sharp({
      create: { width: 90, height: 60, channels: 4, background: { r: 10, g: 200, b: 90, alpha: 0.5 } },
    });
  const made = (name: string, bytes: Buffer) => {
    const file = join(temporaryFolder(), name);
    writeFileSync(file, bytes);
    return file;
  };

  it.each([
    ["image/png", () => drawn().withMetadata({ icc: "p3" }).png().toBuffer()],
    ["image/webp", () => drawn().withMetadata({ icc: "p3" }).webp({ lossless: true }).toBuffer()],
    [
      "image/tiff",
      () =>
        drawn().toColourspace("rgb16").withMetadata({ icc: "p3" }).tiff({ compression: "lzw" }).toBuffer(),
    ],
    ["image/jpeg", () => drawn().toColourspace("cmyk").jpeg().toBuffer()],
    ["image/gif", () => drawn().gif().toBuffer()],
  ])("of type %s keeps its pixels and its profile, and gains its rights", async (mediaType, make) => {
    const file = made("picture", await make());
    await runExiftool(["-overwrite_original", "-XMP:GPSLatitude=43.2", "-XMP-aux:SerialNumber=4711", file]);
    expect(await remainsIn(file)).not.toEqual([]);
    const to = await cleaned(file, mediaType);
    expect(await remainsIn(to)).toEqual([]);
    expect(await tagsOf(to)).toMatchObject({ "XMP-dc:Title": RIGHTS.headline.ru });
    expect((await sharp(to).metadata()).icc).toEqual((await sharp(file).metadata()).icc);
    expect(await pixelsOf(to)).toBe(await pixelsOf(file));
  });

  it("of one photograph has the same bytes whenever it is made", async () => {
    const [file = ""] = CAMERA_PHOTOGRAPHS;
    expect(readFileSync(await cleaned(file))).toEqual(readFileSync(await cleaned(file)));
  });

  it("stands as upright as it did", async () => {
    const file = made("side.jpg", await drawn().withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect((await sharp(await cleaned(file)).metadata()).orientation).toBe(6);
  });
});
