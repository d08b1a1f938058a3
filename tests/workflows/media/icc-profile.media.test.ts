import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { runExiftool } from "../../../functions/workflows/media/metadata/exiftool.ts";
import { cleanPicture } from "../../../functions/workflows/media/picture/clean-picture.ts";
import { withoutDevice } from "../../../functions/workflows/media/picture/icc-profile.ts";
import { remainsIn } from "../../../functions/workflows/media/verify-clean.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { RIGHTS } from "../../worlds/documents/rights.ts";
import { drawn } from "../../worlds/media/pictures.ts";

const SERIAL = "SERIAL-4711";

const profileOf = async (picture: Buffer | string) =>
  (await sharp(picture).metadata()).icc ?? Buffer.alloc(0);

/** A profile with one tag more, as macOS writes it for the display that a screenshot was made on. */
async function displayProfile(): Promise<Buffer> {
  const plain = await profileOf(await drawn().withIccProfile("p3").png().toBuffer());
  const count = plain.readUInt32BE(128);
  const end = 132 + 12 * count;
  const device = Buffer.alloc(40);
  device.write("mmod");
  device.write(SERIAL, 8);
  const profile = Buffer.concat([plain.subarray(0, end), Buffer.alloc(12), plain.subarray(end), device]);
  profile.writeUInt32BE(profile.length, 0);
  profile.writeUInt32BE(count + 1, 128);
  for (let at = 136; at < end; at += 12) profile.writeUInt32BE(profile.readUInt32BE(at) + 12, at);
  profile.write("mmod", end);
  profile.writeUInt32BE(profile.length - device.length, end + 4);
  profile.writeUInt32BE(device.length, end + 8);
  return profile;
}

it.each(["png", "jpeg", "webp", "tiff"] as const)(
  "a %s keeps the profile of its colours, and not the serial number of the display",
  async (format) => {
    const folder = temporaryFolder();
    const [from, to, icc] = ["from", "to", "icc"].map((name) => join(folder, `${name}.${format}`));
    if (!from || !to || !icc) throw new Error("There are three names.");
    writeFileSync(icc, await displayProfile());
    await drawn("#a08070").toFormat(format, { lossless: true }).toFile(from);
    await runExiftool(["-overwrite_original", `-icc_profile<=${icc}`, from]);
    expect(await remainsIn(from)).toContain("ICC_Profile:MakeAndModel");
    await cleanPicture({ from, to, mediaType: `image/${format}`, rights: RIGHTS });
    expect(await remainsIn(to)).toEqual([]);
    expect(readFileSync(to).includes(SERIAL)).toBe(false);
    const inSrgb = (file: string) => sharp(file).toColourspace("srgb").raw().toBuffer();
    expect((await inSrgb(to)).equals(await inSrgb(from))).toBe(true);
    expect((await profileOf(to)).length).toBe((await displayProfile()).length);
  },
);

it("a profile that names no device is left as it is, and so is none at all", async () => {
  expect(withoutDevice(await profileOf(await drawn().withIccProfile("p3").png().toBuffer()))).toBeUndefined();
  expect(withoutDevice(Buffer.from("no profile"))).toBeUndefined();
});
