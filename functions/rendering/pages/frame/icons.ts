/**
 * The mark of favicon.ts as PNG, for readers that show no SVG: feed readers, Safari, home screens. Drawn by sharp with
 * sixteen colours; `tests/rendering/pages/icons.media.test.ts` draws them again.
 */
const PNG = {
  16: "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQBAMAAADt3eJSAAAAMFBMVEUUSY4USY4AVX8TSI8USI8USY////9Yfq/r7/X5+/w9aKOrvtcfUpRDbaWsv9ceUZSpmF3fAAAABXRSTlOI5QbniFSNXmMAAAAJcEhZcwAABYkAAAWJAW1onfoAAABDSURBVAjXY1AxDQWCQCYG1lAwCGAwhTCCGUKhAIkRcwfKWJGxFMJ4lrZ9WlpmKRIDLhV/H107jCEKoQMRliqIQpwBAOeYLZ9Zr5yVAAAAAElFTkSuQmCC",
  32: "iVBORw0KGgoAAAANSUhEUgAAACAAAAAgBAMAAACBVGfHAAAAMFBMVEUZTIsTSI4YTZETSI8SS40UR48USY/////n7PR8msFHcKhaf7C6yd68y9+7yt41Yp+VCAjaAAAABnRSTlMCzPdsG25WyzjfAAAACXBIWXMAAAsTAAALEwEAmpwYAAAAgElEQVQoz2NgYBVKgwNFAwYGFrE0JJDowMCYhgIEGMJQBZIZxFAFEhnUUAWSGNLQALUEsmYuQxFIul5ep4YskFteXn4MWWA5UKAqux1IlldsAwlMB7IqM8rBoA2rAIaWPHRDk46X16jhdRgNvI8RyBjRYIYeURhRiRHZDMyoyQEAjqTKwhOsALYAAAAASUVORK5CYII=",
  180: "iVBORw0KGgoAAAANSUhEUgAAALQAAAC0BAMAAADP4xsBAAAAMFBMVEUUSY////9Teq0oWZlAa6SjuNTt8ff5+/0bTpO0xdvI1OXW3+xjh7WWrc12lb6Lpch7NzlOAAAACXBIWXMAAD5JAAA+SQE1IK/ZAAABmUlEQVRo3u3YvS4EURQH8I2PxEdscoLdGJuQfQKdSrJWFLrVa4Z4ANEQBdFpJDqlTku8AG9Aq+IRtlUxDHZ3zpm54vx9JP9fO3P/mdy599yPUomIiIiIiIiIiIiI6P/ob9aXIMGH97GI7K3NuScvJ8GJ3Vnn5BX5MH3tmrwgHaKGY3Jf3Bkt+47Rbel26pY82JMskdswWe2Nliun5LFMskQHPtE32WhpuSQPbCnRNZfoESVZKi4/8lGLdumRoViNnvh8oVnPkVcry2qyTL4/Pz6XXJt2ORvVW1TTzi7HUmDK/C2LRouHt944kULrVvSd0eDs9elRcbJUrS65NBqMq4VLtWEsiNb7NXM6ZXvbKNXW+zPJ02EJ0vjK2Es/ZT4s+ja07KVLpFW5FBdhy0BXdDssekeNNnuzoi8SOaPpB6OBHQL8jcDBB5wywIlulqftb5cnZFEFLgXABQy47AI3C8aMa/3xjRlwOwncBCO37sADB/KYBDzcIY+kwIM08viPvLR4uWp5Ql21IC+IiIiIiIiIiIiIiIh+1zOXg7aLJGH+vgAAAABJRU5ErkJggg==",
} as const;

export type IconSize = keyof typeof PNG;

/** @param size pixels of each side; 180 fills its corners, which home screens round by themselves */
export const iconPng = (size: IconSize): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(PNG[size], "base64"));

const HEADER_BYTES = 6;
const ENTRY_BYTES = 16;

/** The small sizes in one ICO file: a header, an entry for each picture, then the pictures, which may be PNG. */
export function iconIco(): Uint8Array<ArrayBuffer> {
  const sizes = [16, 32] as const;
  const pictures = sizes.map(iconPng);
  const head = Buffer.alloc(HEADER_BYTES + ENTRY_BYTES * sizes.length);
  head.writeUInt16LE(1, 2); // icons, no cursors
  head.writeUInt16LE(sizes.length, 4);
  let offset = head.length;
  sizes.forEach((size, n) => {
    const entry = HEADER_BYTES + ENTRY_BYTES * n;
    const { length } = pictures[n] ?? [];
    head.writeUInt8(size, entry);
    head.writeUInt8(size, entry + 1);
    head.writeUInt16LE(1, entry + 4); // planes
    head.writeUInt16LE(32, entry + 6); // bits of a pixel
    head.writeUInt32LE(length ?? 0, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += length ?? 0;
  });
  return new Uint8Array(Buffer.concat([head, ...pictures]));
}
