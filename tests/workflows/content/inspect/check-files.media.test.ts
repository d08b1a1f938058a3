import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe } from "vitest";
import { edited, holds, KIT } from "../../../worlds/content/content-problems.ts";
import { picture, SMALL_NEWSROOM } from "../../../worlds/content/small-newsroom.ts";

describe("files", () => {
  const png = () => picture(60, 40);
  const grainy = () =>
    sharp({
      create: {
        width: 200,
        height: 200,
        channels: 3,
        background: "#fff",
        noise: { type: "gaussian", mean: 128, sigma: 40 },
      },
    })
      .png()
      .toBuffer();
  holds([
    [
      "an unknown file with what was meant",
      () => ({ "releases/first/kz.md": "x" }),
      "releases/first/kz.md:1: error unknown file",
      "did you mean kk.md?",
    ],
    [
      "an unknown folder with what was meant",
      () => ({ "relases/x/release.yaml": "" }),
      "relases:1: warning unknown folder",
      "did you mean releases?",
    ],
    [
      "a file that nothing names",
      async () => ({ "media-kits/photos/extra.png": await png() }),
      "media-kits/photos/extra.png:1: error nothing refers to this file",
    ],
    [
      "a folder without its YAML",
      () => ({ "releases/second/en.md": String(SMALL_NEWSROOM["pages/about/en.md"]) }),
      "releases/second:1: error release.yaml is missing",
    ],
    [
      "a folder name that is no address",
      () => ({ "pages/About_Us/page.yaml": "" }),
      'pages/About_Us:1: error the folder name "About_Us" cannot be an address',
    ],
    [
      "a page at an address of ours",
      () => ({ "pages/topics/page.yaml": "" }),
      "pages/topics/page.yaml:1: error /en/topics is an address of the newsroom's own",
    ],
    [
      "a file that is not what its name says",
      () => ({ "media-kits/photos/steppe.png": Buffer.from("%PDF-1.7") }),
      `${KIT}:7: error steppe.png: the file does not hold what .png says but looks like .pdf`,
    ],
    [
      "a picture that is cut off",
      async () => ({ "media-kits/photos/steppe.png": (await png()).slice(0, 20) }),
      "steppe.png: the picture cannot be read",
    ],
    [
      "a picture that begins well and is damaged further on",
      async () => ({ "media-kits/photos/steppe.png": (await grainy()).slice(0, 20_000) }),
      `${KIT}:7: error steppe.png: the picture is damaged and cannot be read to its end`,
    ],
    [
      "a picture with more pixels than can be decoded",
      async () => ({ "media-kits/photos/steppe.png": sayingItHas(20_000, 30_000, await png()) }),
      `${KIT}:7: error steppe.png: the picture has 20000 × 30000 pixels; expected at most 200 million of them`,
    ],
    [
      "a missing file",
      () => ({ "media-kits/photos/steppe.png": null }),
      "there is no file steppe.png in this folder",
    ],
    [
      "a preview that is too small",
      async () => ({ "share.png": await picture(600, 315) }),
      "site.yaml:7: error share.png has 600 × 315 pixels; expected a photograph or another bitmap of at least 1200 × 630",
    ],
    [
      "two files of one name",
      async () => ({
        ...edited(
          KIT,
          "assets:\n",
          "assets:\n  - { id: other, file: a/Steppe.png, kind: photograph, people: false, creator: A, created: 2020, licence: cc-by-4-0 }\n",
        ),
        "media-kits/photos/a/Steppe.png": await png(),
      }),
      `${KIT}:8: error steppe.png is already the file name of other`,
    ],
    [
      "a site too large for every page",
      () =>
        edited(
          "site.yaml",
          "navigation: [about]",
          `navigation: [about]\nnotice: { en: ${"x".repeat(4096)}, ru: x, kk: x }`,
        ),
      "site.yaml:1: error what every page carries of this file has",
    ],
  ]);
});

/** A PNG whose first chunk claims another size (PNG 3, 11.2.1): width at 16, height at 20, checksum at 29. */
function sayingItHas(width: number, height: number, png: Uint8Array): Uint8Array {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}
