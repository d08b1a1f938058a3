import sharp from "sharp";
import { bell, seededRandom } from "./drawing/random.ts";

const GRAIN_TILE = 512;

/**
 * A drawing as a JPEG with a fine grain, which hides the steps that gradients otherwise show. The bytes depend on
 * the drawing and on the versions of sharp and of the fonts, on nothing else; there is no metadata in them.
 */
export async function jpeg(svg: string, options: { quality: number; grain: number }): Promise<Buffer> {
  return sharp(Buffer.from(svg))
    .removeAlpha()
    .composite([{ input: grain(options.grain), raw: GRAIN_SHAPE, tile: true, blend: "soft-light" }])
    .jpeg({ quality: options.quality, mozjpeg: true })
    .toBuffer();
}

/** A drawing as a PNG; `colours` limits the palette, which keeps flat drawings small. */
export async function png(svg: string, options: { colours?: number; width?: number } = {}): Promise<Buffer> {
  const image = sharp(Buffer.from(svg), { density: 72 });
  if (options.width !== undefined) image.resize({ width: options.width });
  return image
    .png({
      compressionLevel: 9,
      ...(options.colours === undefined ? {} : { palette: true, colours: options.colours }),
    })
    .toBuffer();
}

const GRAIN_SHAPE = { width: GRAIN_TILE, height: GRAIN_TILE, channels: 4 } as const;

function grain(strength: number): Buffer {
  const random = seededRandom(1951);
  const tile = Buffer.alloc(GRAIN_TILE * GRAIN_TILE * 4);
  for (let offset = 0; offset < tile.length; offset += 4) {
    const level = Math.round(128 + bell(random) * 127 * strength);
    tile.fill(Math.min(Math.max(level, 0), 255), offset, offset + 3);
    tile[offset + 3] = 255;
  }
  return tile;
}
