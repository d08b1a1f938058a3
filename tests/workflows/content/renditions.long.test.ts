import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { originalOf, thumbnailOf } from "../../../functions/domain/documents/kit.ts";
import type { MediaObject } from "../../../functions/workflows/manifest.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { bodyAt, compiledIn } from "../../worlds/content/compiled.ts";
import { contentFolder, SAMPLE_CONTENT } from "../../worlds/content/content.ts";
import { picture, SMALL_NEWSROOM } from "../../worlds/content/small-newsroom.ts";

const KIT = "media-kits/photos";

/** A photograph as a camera leaves it: lying on its side, signed, with a profile. */
const photograph = () =>
  sharp({
    create: {
      width: 900,
      height: 1350,
      channels: 3,
      background: "#fff",
      noise: { type: "gaussian", mean: 120, sigma: 60 },
    },
  })
    .withMetadata({ orientation: 6, icc: "p3", exif: { IFD0: { Copyright: "A. Maker", Make: "Camera" } } })
    .jpeg()
    .toBuffer();

const withPhotograph = async () =>
  contentFolder({
    [`${KIT}/kit.yaml`]: String(SMALL_NEWSROOM[`${KIT}/kit.yaml`]).replace("steppe.png", "steppe.jpg"),
    [`${KIT}/steppe.png`]: null,
    [`${KIT}/steppe.jpg`]: await photograph(),
  });

async function thumbnailIn(directory: string, cache: string): Promise<MediaObject> {
  const { media } = await compiledIn(directory, KIT, undefined, cache);
  const thumbnail = media.find(({ key }) => key.endsWith("-thumbnail.webp"));
  if (!thumbnail) throw new Error("The kit has no thumbnail.");
  return thumbnail;
}

const keptIn = (cache: string) =>
  readdirSync(join(cache, "renditions")).map((name) => join(cache, "renditions", name));

describe("a thumbnail", () => {
  it("stands upright and small beside the original, and says whose it is and nothing else", async () => {
    const unit = await compiledIn(await withPhotograph(), KIT);
    const kit = bodyAt(unit, "/ru/kits/photos");
    const [asset] = kit.kind === "kit" ? kit.assets : [];
    const thumbnail = asset && thumbnailOf(asset);
    const object = unit.media.find(({ key }) => `/${key}` === thumbnail?.path);
    expect(asset && originalOf(asset)).toMatchObject({ width: 1350, height: 900 });
    expect(thumbnail).toMatchObject({
      width: 400,
      height: 267,
      bytes: object?.bytes,
      mediaType: "image/webp",
    });
    expect(object).toMatchObject({ disposition: "inline", mediaType: "image/webp" });
    const made = await sharp(object?.file).metadata();
    expect(made).toMatchObject({ format: "webp", width: 400, height: 267 });
    expect([made.exif, made.icc, made.orientation]).toEqual([undefined, undefined, undefined]);
    expect(made.xmp?.toString()).toContain("<photoshop:Credit>A. Maker</photoshop:Credit>");
  });

  it("has the same bytes wherever and on however many threads it is made", async () => {
    const directory = await withPhotograph();
    const one = await thumbnailIn(directory, temporaryFolder());
    const threads = sharp.concurrency();
    sharp.concurrency(threads === 1 ? 4 : 1);
    try {
      const other = await thumbnailIn(directory, temporaryFolder());
      expect(other.key).toBe(one.key);
      expect(readFileSync(other.file).equals(readFileSync(one.file))).toBe(true); // no difference of pixels is told
    } finally {
      sharp.concurrency(threads);
    }
  });

  it("is taken from the cache, under the hash of its original, even when all else is read anew", async () => {
    const [directory, cache] = [await withPhotograph(), temporaryFolder()];
    await thumbnailIn(directory, cache);
    const [file = ""] = keptIn(cache).filter((each) => /-thumbnail-\w+\.webp$/.test(each));
    const planted = await sharp(await picture(400, 267))
      .webp()
      .toBuffer();
    writeFileSync(file, planted);
    rmSync(join(cache, "content.jsonl"));
    const { file: made } = await thumbnailIn(directory, cache);
    const pixelsOf = (picture: string | Buffer) => sharp(picture).raw().toBuffer();
    expect((await pixelsOf(made)).equals(await pixelsOf(planted))).toBe(true);
  });

  it("is not touched by a second run, and made again where it was lost", async () => {
    const [directory, cache] = [await withPhotograph(), temporaryFolder()];
    const { key } = await thumbnailIn(directory, cache);
    const kept = keptIn(cache);
    const times = () => kept.map((file) => statSync(file).ctimeMs);
    const before = times();
    expect((await thumbnailIn(directory, cache)).key).toBe(key);
    expect(times()).toEqual(before);
    for (const file of kept) rmSync(file);
    expect((await thumbnailIn(directory, cache)).key).toBe(key);
    expect(keptIn(cache)).toEqual(kept);
  });

  it("is that of the poster for a video, and none for a drawing", async () => {
    const unit = await compiledIn(SAMPLE_CONTENT, "media-kits/world-day-2020");
    const kit = bodyAt(unit, "/en/kits/world-day-2020");
    const assets = new Map(kit.kind === "kit" ? kit.assets.map((asset) => [asset.id, asset]) : []);
    const thumbnailIn = (id: string) => {
      const asset = assets.get(id);
      return asset && thumbnailOf(asset)?.path;
    };
    expect(thumbnailIn("heart-of-stars")).toMatch(/\/heart-of-stars-thumbnail\.webp$/);
    expect(thumbnailIn("logo-vector")).toBeUndefined();
    expect(thumbnailIn("fact-sheet-en")).toBeUndefined();
  });
});

it("the picture of a release comes in several widths on its page, and lists carry it for previews only", async () => {
  const unit = await compiledIn(SAMPLE_CONTENT, "releases/world-day-2020-25-years");
  const release = bodyAt(unit, "/kk/releases/world-day-2020-25-years");
  const image = release.kind === "release" ? release.image : undefined;
  expect(image).toMatchObject({ mediaType: "image/jpeg", web: { width: 1000, mediaType: "image/webp" } });
  expect(image?.forms?.map(({ width }) => width)).toEqual([500, 1000, 1200]);
  const entries = unit.documents
    .flatMap(({ items }) => items)
    .filter(({ key }) => key.pk.startsWith("list#"));
  expect(entries.some(({ body }) => body.includes("share-preview.jpg"))).toBe(true);
  expect(entries.filter(({ body }) => /share-\d+\.webp/.test(body))).toEqual([]);
});
