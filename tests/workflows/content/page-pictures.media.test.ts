import { readFileSync } from "node:fs";
import { basename } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import type { MediaObject } from "../../../functions/workflows/manifest.ts";
import { runExiftool } from "../../../functions/workflows/media/metadata/exiftool.ts";
import { remainsIn } from "../../../functions/workflows/media/verify-clean.ts";
import { compiledIn } from "../../worlds/content/compiled.ts";
import { contentFolder } from "../../worlds/content/content.ts";
import { everyPicture, ILLUSTRATED_UNITS } from "../../worlds/content/every-picture.ts";
import { CAMERA_PHOTOGRAPHS } from "../../worlds/media/camera-photographs.ts";
import {
  drawn,
  noisy,
  SECRET,
  talkativeGif,
  talkativeJpeg,
  talkativePng,
  talkativeWebp,
} from "../../worlds/media/pictures.ts";

const UNITS = [...ILLUSTRATED_UNITS.map(({ folder }) => folder), "site.yaml"];

/** What units publish of pictures. */
async function published(
  lead: Buffer,
  inText: Readonly<Record<string, Buffer>>,
  folders: readonly string[] = UNITS,
): Promise<MediaObject[]> {
  const directory = await contentFolder(everyPicture(lead, inText));
  const units = await Promise.all(
    folders.map((folder) => compiledIn(directory, folder, folder === "site.yaml" ? "site" : undefined)),
  );
  for (const unit of units) expect(unit.media.length, unit.folder).toBeGreaterThan(0);
  return units.flatMap(({ media }) => media).filter(({ mediaType }) => mediaType.startsWith("image/"));
}

const holdsSecret = ({ file }: MediaObject): boolean => readFileSync(file).includes(SECRET);

/** As a telephone writes a motion photo: a film with sound and place behind the picture, told of in XMP. */
async function motionPhoto(): Promise<Buffer> {
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:E="http://ns.adobe.com/exif/1.0/" E:GPSLatitude="51,7.6967N" E:GPSLongitude="71,25.8E" dc:subject="${SECRET}" xmlns:dc="http://purl.org/dc/elements/1.1/"/></rdf:RDF></x:xmpmeta>`;
  const jpeg = await noisy(1300, 700)
    .withExif({
      IFD0: { Artist: SECRET, Copyright: SECRET },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 7/1 0/1" },
    })
    .withXmp(xmp)
    .jpeg()
    .toBuffer();
  const film = Buffer.concat([Buffer.from("0000001866747970" + "6d703432", "hex"), Buffer.from(SECRET)]);
  return Buffer.concat([jpeg, film]);
}

test("pictures shown at any door lose film, place, owner and all that programs put beside the pixels", async () => {
  const photograph = await motionPhoto();
  const objects = await published(photograph, {
    "motion.jpg": photograph,
    "photo.png": await talkativePng(),
    "photo.gif": await talkativeGif(),
    "photo.webp": await talkativeWebp(),
    "photo.jpg": await talkativeJpeg(),
  });
  expect(objects.filter(holdsSecret)).toEqual([]);
  const files = [...new Set(objects.map(({ file }) => file))];
  for (const file of files) expect(await remainsIn(file), file).toEqual([]);
  expect(await runExiftool(["-json", "-a", "-G1", "-xmp:gps*", "-gps:all", ...files])).not.toMatch(/GPS/);
});

test("photographs of many cameras show neither device nor place on a page", async () => {
  const photographs = CAMERA_PHOTOGRAPHS.map((path) => [basename(path), readFileSync(path)] as const);
  const inText = Object.fromEntries(photographs);
  const objects = await published(await motionPhoto(), inText, ["pages/about"]);
  expect(objects.length).toBeGreaterThanOrEqual(photographs.length);
  for (const { file } of objects) expect(await remainsIn(file), file).toEqual([]);
});

test("a drawing in a text loses its scripts and what it refers to, and is shown", async () => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" onload="alert(1)"><script>1</script><!-- ${SECRET} --><image href="https://evil.example/x.png"/><rect width="9" height="9"/></svg>`;
  const objects = await published(await motionPhoto(), { "drawing.svg": Buffer.from(drawing) }, [
    "events/press-day",
  ]);
  const drawings = objects.filter(({ mediaType }) => mediaType === "image/svg+xml");
  expect(drawings).not.toEqual([]);
  for (const { file } of drawings)
    expect(readFileSync(file, "utf8")).not.toMatch(/<script|onload|evil|Aigul/);
});

test.each([
  ["a TIFF", "photo.tif", () => noisy(900, 600).tiff()],
  ["a JPEG of four colours", "photo.jpg", () => noisy(900, 600).toColourspace("cmyk").jpeg()],
  ["16 bits a colour", "photo.png", () => noisy(900, 600).toColourspace("rgb16").png()],
  ["a still GIF", "photo.gif", () => drawn("#135", 900, 600).gif()],
] as const)("%s becomes what browsers show, in text and preview alike", async (_, name, draw) => {
  const bytes = await draw().toBuffer();
  const lead = name.endsWith("jpg")
    ? await noisy(1300, 700).toColourspace("cmyk").jpeg().toBuffer()
    : await motionPhoto();
  for (const { file, mediaType } of await published(lead, { [name]: bytes }, ["releases/first"])) {
    expect(["image/webp", "image/jpeg"]).toContain(mediaType);
    const { space, depth, format } = await sharp(file).metadata();
    expect([space, depth, `image/${format}`]).toEqual(["srgb", "uchar", mediaType]);
  }
});

test("a large picture of a text comes in three widths, none of them its own bytes", async () => {
  const large = await noisy(3000, 2000).jpeg().toBuffer();
  const directory = await contentFolder(everyPicture(await motionPhoto(), { "photo.jpg": large }));
  const unit = await compiledIn(directory, "pages/about");
  const [document] = unit.documents;
  expect(document?.items[0]?.body.match(/photo-(\d+)\.webp \1w/g)).toEqual([
    "photo-500.webp 500w",
    "photo-1000.webp 1000w",
    "photo-1600.webp 1600w",
  ]);
  for (const { bytes } of unit.media) expect(bytes).toBeLessThan(large.length);
});

test("a preview is a JPEG of 1200 x 630 pixels with its credit and no word that a page says of it", async () => {
  const directory = await contentFolder(
    everyPicture(await motionPhoto(), { "photo.jpg": await talkativeJpeg() }),
  );
  const unit = await compiledIn(directory, "releases/first");
  const preview = unit.media.find(({ key }) => key.endsWith("lead-preview.jpg"));
  if (!preview) throw new Error("There is no preview.");
  expect(await sharp(preview.file).metadata()).toMatchObject({ width: 1200, height: 630, format: "jpeg" });
  expect(preview.bytes).toBeLessThan(300_000);
  const tags = await runExiftool([
    "-json",
    "-Credit",
    "-Source",
    "-UsageTerms",
    "-Description",
    preview.file,
  ]);
  expect(JSON.parse(tags)).toMatchObject([{ Credit: "A view", Source: "Organisation" }]);
  expect(tags).not.toContain("Description");
});
