import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { KitSource } from "../../../functions/domain/content/kit-source.ts";
import { captions } from "../../../infra/artwork/captions.ts";
import { sceneSvg } from "../../../infra/artwork/drawing/scene.ts";
import { KIT_PICTURES } from "../../../infra/artwork/kit-pictures.ts";

const FOLDER = "content/media-kits/world-day-2020";
const kit = v.parse(KitSource, parse(await readFile(join(FOLDER, "kit.yaml"), "utf8")));
const filesOf = (extension: RegExp) =>
  kit.assets
    .flatMap((asset) => [asset.file, asset.poster ?? [], Object.values(asset.captions ?? {})].flat())
    .filter((file) => extension.test(file));
const bytesOf = (file: string) => readFile(join(FOLDER, file));

describe("the sample media kit", () => {
  test.each(filesOf(/\.(jpg|png)$/))(
    "%s is what its name says and carries no position or device",
    async (file) => {
      const picture = await sharp(await bytesOf(file)).metadata();
      expect(picture.format).toBe(file.endsWith("jpg") ? "jpeg" : "png");
      expect(picture.width).toBeGreaterThanOrEqual(1280);
      expect(picture.exif).toBeUndefined();
      expect(picture.xmp).toBeUndefined();
    },
  );

  test.each(filesOf(/\.pdf$/))("%s is one tagged page that names its language", async (file) => {
    const text = (await bytesOf(file)).toString("latin1");
    const language = /-(..)\.pdf$/.exec(file)?.[1];
    expect(text.startsWith("%PDF-")).toBe(true);
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(text).toContain("/StructTreeRoot");
    expect(text).toContain(`/Lang (${language})`);
  });

  test("the clip is an MP4 of less than a megabyte", async () => {
    const clip = await bytesOf("heart-of-stars.mp4");
    expect(clip.subarray(4, 8).toString()).toBe("ftyp");
    expect(clip.length).toBeLessThan(1_000_000);
  });

  test("captions beside the clip are those that the program draws it with", async () => {
    const clip = kit.assets.find((asset) => asset.id === "heart-of-stars");
    for (const language of ["en", "ru", "kk"] as const)
      expect(await readFile(join(FOLDER, clip?.captions?.[language] ?? ""), "utf8")).toBe(captions(language));
  });

  test("every picture says that it is sample artwork, and is drawn alike each time", () => {
    for (const [, draw] of KIT_PICTURES) {
      const drawing = sceneSvg(draw());
      expect(drawing).toContain(">Sample artwork</text>");
      expect(sceneSvg(draw())).toBe(drawing);
    }
  });
});
