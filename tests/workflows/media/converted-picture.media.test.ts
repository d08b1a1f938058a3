import { readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { runExiftool } from "../../../functions/workflows/media/metadata/exiftool.ts";
import { remainsIn } from "../../../functions/workflows/media/verify-clean.ts";
import { compiledIn } from "../../worlds/content/compiled.ts";
import { contentFolder, openFolder } from "../../worlds/content/content.ts";
import { everyPicture } from "../../worlds/content/every-picture.ts";
import { SMALL_NEWSROOM } from "../../worlds/content/small-newsroom.ts";
import { noisy, SECRET } from "../../worlds/media/pictures.ts";

const HEIC = readFileSync("tests/fixtures/telephone/phone.heic");
const lead = () => noisy(1300, 700).jpeg().toBuffer();

test("the telephone's picture of this test names its owner, so that a copy of it would be seen", () => {
  expect(HEIC.includes(SECRET)).toBe(true);
});

test.each([
  ["heic", async () => HEIC],
  [
    "avif",
    () =>
      noisy(320, 240)
        .withExif({ IFD0: { Artist: SECRET } })
        .avif()
        .toBuffer(),
  ],
] as const)(
  "a picture of a text in %s is published in forms that every browser shows, and nothing of its owner",
  async (ending, made) => {
    const directory = await contentFolder(everyPicture(await lead(), { [`photo.${ending}`]: await made() }));
    const unit = await compiledIn(directory, "pages/about");
    expect(unit.media.map(({ mediaType }) => mediaType)).toEqual(["image/webp"]);
    for (const { file } of unit.media) {
      expect(readFileSync(file).includes(SECRET)).toBe(false);
      expect(await remainsIn(file)).toEqual([]);
      expect(await sharp(file).metadata()).toMatchObject({ width: 320, height: 240, space: "srgb" });
    }
  },
);

test("colours of a wide profile are those that the telephone showed", async () => {
  const directory = await contentFolder(everyPicture(await lead(), { "photo.heic": HEIC }));
  const unit = await compiledIn(directory, "pages/about");
  const [first] = unit.media;
  const { data, info } = await sharp(first?.file).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * info.channels).subarray(0, 3),
  ];
  const near = (found: number[], meant: readonly number[]) =>
    expect(Math.max(...found.map((value, i) => Math.abs(value - (meant[i] ?? 0))))).toBeLessThan(12);
  near(at(160, 120), [0xff, 0x66, 0x00]);
  near(at(10, 10), [0x77, 0xaa, 0xbb]);
});

test("a picture of a kit in HEIC is offered as a JPEG under that name, with its rights and nothing of its owner", async () => {
  const kit = "media-kits/photos";
  const directory = await contentFolder({
    [`${kit}/kit.yaml`]: String(SMALL_NEWSROOM[`${kit}/kit.yaml`]).replace("steppe.png", "steppe.heic"),
    [`${kit}/steppe.png`]: null,
    [`${kit}/steppe.heic`]: HEIC,
  });
  const unit = await compiledIn(directory, kit);
  const original = unit.media.find(({ key }) => key.endsWith("/steppe.jpg"));
  expect(original).toMatchObject({ mediaType: "image/jpeg" });
  expect(unit.documents.map(({ path }) => path)).toContain("/downloads/photos/steppe.jpg");
  const tags = await runExiftool(["-json", "-G1", "-Credit", "-ProfileDescription", original?.file ?? ""]);
  expect(JSON.parse(tags)).toMatchObject([{ "IPTC:Credit": expect.any(String) }]);
  expect(readFileSync(original?.file ?? "").includes(SECRET)).toBe(false);
  expect(await remainsIn(original?.file ?? "")).toEqual([]);
});

test("a HEIC that cannot be decoded is named with the telephone's setting that helps", async () => {
  const damaged = Buffer.from(HEIC);
  damaged.fill(0, damaged.length - 600);
  const directory = await contentFolder(
    everyPicture(await lead(), { "photo.heic": damaged.subarray(0, -700) }),
  );
  const { problems } = await openFolder(directory);
  const found = problems
    .filter(({ message }) => message.includes("photo.heic"))
    .map(({ message }) => message);
  expect(found.join("\n")).toMatch(/photo\.heic: the picture cannot be (?:decoded|read)/);
});

test("a file whose name lies is called by its real type", async () => {
  const directory = await contentFolder(everyPicture(await lead(), { "photo.jpg": HEIC }));
  const { problems } = await openFolder(directory);
  expect(problems.map(({ message }) => message).join("\n")).toContain(
    "photo.jpg: the file does not hold what .jpg says but looks like .heic",
  );
});
