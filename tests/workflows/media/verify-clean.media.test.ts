import { join } from "node:path";
import { expect, it } from "vitest";
import { runExiftool } from "../../../functions/workflows/media/metadata/exiftool.ts";
import { remainsIn } from "../../../functions/workflows/media/verify-clean.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { drawn } from "../../worlds/media/pictures.ts";

async function jpegThatSays(...tags: string[]): Promise<string> {
  const file = join(temporaryFolder(), "photo.jpg");
  await drawn().jpeg().toFile(file);
  if (tags.length > 0) await runExiftool(["-overwrite_original", "-m", ...tags, file]);
  return file;
}

it.each([
  ["where it was taken", "-GPSLatitude=43.2", "GPS:GPSLatitude"],
  ["where, in XMP alone", "-XMP-exif:GPSLatitude=43.2", "XMP-exif:GPSLatitude"],
  ["the street, in a field of ours' neighbours", "-XMP-iptcCore:Location=Abai 10", "XMP-iptcCore:Location"],
  ["the place within the city", "-IPTC:Sub-location=Abai 10", "IPTC:Sub-location"],
  ["the camera by its number", "-ExifIFD:SerialNumber=4711", "ExifIFD:SerialNumber"],
  ["the lens by its number", "-LensSerialNumber=4711", "ExifIFD:LensSerialNumber"],
  ["its owner", "-OwnerName=A. Nyzametdin", "ExifIFD:OwnerName"],
  ["the computer", "-HostComputer=aigul-laptop", "IFD0:HostComputer"],
  ["who is seen", "-XMP-iptcExt:PersonInImage=Aigul", "XMP-iptcExt:PersonInImage"],
  ["whose face is where", "-XMP-mwg-rs:RegionName=Aigul", "XMP-mwg-rs:RegionName"],
  ["which file it was made from", "-XMP-xmpMM:DerivedFromDocumentID=x", "XMP-xmpMM:DerivedFromDocumentID"],
  ["its identifier", "-ImageUniqueID=0123456789abcdef", "ExifIFD:ImageUniqueID"],
  ["words of the camera", "-UserComment=home", "ExifIFD:UserComment"],
  ["words of Windows", "-XPAuthor=Aigul", "IFD0:XPAuthor"],
  ["keywords", "-IPTC:Keywords=shelter", "IPTC:Keywords"],
  ["a comment", "-Comment=from the shelter", "File:Comment"],
  ["a folder", "-ImageDescription=/Users/aigul/shelter.psd", "IFD0:ImageDescription"],
])("a picture that still tells %s is named", async (_, tag, name) => {
  expect(await remainsIn(await jpegThatSays(tag))).toContain(name);
});

it("a picture that tells nothing has nothing left in it", async () => {
  expect(await remainsIn(await jpegThatSays())).toEqual([]);
});

it("our own words in a field of the camera's are no trace of anybody", async () => {
  const file = await jpegThatSays("-Artist=A. Omarov");
  expect(await remainsIn(file)).toEqual(["IFD0:Artist"]);
  expect(await remainsIn(file, ["A. Omarov"])).toEqual([]);
});
