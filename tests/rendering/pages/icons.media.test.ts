import sharp, { type Sharp } from "sharp";
import { expect, test } from "vitest";
import { FAVICON_SVG } from "../../../functions/rendering/pages/frame/favicon.ts";
import { type IconSize, iconIco, iconPng } from "../../../functions/rendering/pages/frame/icons.ts";

/** How far apart two colours may be: sixteen of them stand for all shades of an edge. */
const APART = 24;

const pixels = async (image: Sharp): Promise<Buffer> => image.ensureAlpha().raw().toBuffer();
const drawn = (size: IconSize) => {
  const svg = size === 180 ? FAVICON_SVG.replace(' rx="6"', "") : FAVICON_SVG;
  return sharp(Buffer.from(svg), { density: (72 * size) / 32 }).resize(size, size);
};

test.each([16, 32, 180] as const)("the icon of %i pixels is the mark as the SVG has it", async (size) => {
  const icon = sharp(iconPng(size));
  expect(await icon.metadata()).toMatchObject({ format: "png", width: size, height: size });
  const [stored, mark] = await Promise.all([pixels(icon), pixels(drawn(size))]);
  const differing = stored.filter((value, n) => Math.abs(value - (mark[n] ?? 0)) > APART).length;
  expect(differing / stored.length).toBeLessThan(0.02);
});

test("the ICO holds each small icon where its entry says", () => {
  const ico = Buffer.from(iconIco());
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 2]);
  const held = [6, 22].map((entry) => {
    const offset = ico.readUInt32LE(entry + 12);
    return { size: ico[entry], bytes: ico.subarray(offset, offset + ico.readUInt32LE(entry + 8)) };
  });
  expect(held).toEqual([16, 32].map((size) => ({ size, bytes: Buffer.from(iconPng(size as IconSize)) })));
});
