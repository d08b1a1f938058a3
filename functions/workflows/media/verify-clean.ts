import { createReadStream } from "node:fs";
import * as v from "valibot";
import { runExiftool } from "./metadata/exiftool.ts";

const Read = v.pipe(
  v.tuple([v.record(v.string(), v.unknown())]),
  v.transform(([tags]) => tags),
);

/** Groups that tell of the file as it lies here, and what ExifTool works out from others. */
const ABOUT_THE_FILE = /^(SourceFile|ExifTool|System|File|Composite)$/;

/** What we write ourselves. All else of these groups comes from elsewhere: places, names of people, identifiers. */
const OURS =
  /^(IPTC:(CodedCharacterSet|EnvelopeRecordVersion|ApplicationRecordVersion|ObjectName|Headline|Caption-Abstract|By-line|Credit|Source|CopyrightNotice|SpecialInstructions|DateCreated|City|Country-Primary.*)|XMP-dc:(Title|Description|Rights|Creator|Format|Language|Date|Type)(-.+)?|XMP-photoshop:(Instructions|Headline|Credit|Source|DateCreated|City|Country)|XMP-iptcCore:(CountryCode|AltTextAccessibility(-.+)?)|XMP-iptcExt:DigitalSourceType|XMP-xmpRights:(Marked|UsageTerms(-.+)?|WebStatement)|XMP-(rdf:About|x:.*|pdfaid:.*|pdfuaid:.*))$/;
const GROUPS_OF_RIGHTS = /^(IPTC|XMP-(dc|photoshop|iptcCore|iptcExt|xmpRights|rdf|x|pdfaid|pdfuaid))$/;

/** Groups that a picture needs for its pixels and colours; in it, any other is a trace. */
const PICTURES = /^(image\/(jpeg|png|apng|webp|tiff|gif)|application\/postscript)$/;
const GROUPS_OF_PICTURES = /^(JFIF|Adobe|IFD0|ExifIFD|InteropIFD|PNG|PNG-(pHYs|cICP)|RIFF|GIF|PostScript)$/;

/**
 * What would betray where, with what and by whom: by the name of the tag, in whatever group. `Artist`, `Creator` and
 * the like of groups other than ours are those of the camera.
 */
const BETRAYING = [
  /GPS|Geolocation|GeoTiff|ModelTiePoint|ModelTransform|PixelScale|Latitude|Longitude|Altitude|^Location|Coordinates|LocationShown|LocationCreated|SubLocation/i,
  /Serial|OwnerName|^Owner|HostComputer|CameraID|DeviceID|UniqueCamera|LensID|UniqueID|InstanceID|DocumentID|ContentIdentifier|MediaUnique|MediaGroup/i,
  /ThumbnailImage|PreviewImage|JpgFromRaw|OtherImage|ThumbnailTIFF|PreviewTIFF|TIFFPreview|WMFPreview|PhotoshopThumbnail|EmbeddedVideo|MotionPhoto|TrailerLength/i,
  /^(Artist|Author|Creator|By-line|Producer|Company|Manager|LastModifiedBy|LastSavedBy|CreatorTool|Software|FilePath|FileName|RawFileName|DocumentName|PageName|Make|Model|AndroidManufacturer|AndroidModel|History.*|DerivedFrom.*|Ingredients.*|WriterName|ReaderName|For|Routing|UserComment|XP(Author|Comment|Keywords|Subject|Title)|PersonInImage.*|Region.*)$/i,
];

/** Folders of somebody's machine. */
const PATH = /file:\/\/\/|\b[A-Z]:\\{1,2}\w|\/(Users|home|Volumes)\/\w/;

/**
 * @param path of a cleaned file
 * @param ours what we say in it ourselves, which is no trace of anybody else
 * @returns names of what it still tells, with their group; none of a clean file
 */
export async function remainsIn(path: string, ours: readonly string[] = []): Promise<string[]> {
  const output = await runExiftool(["-json", "-G1", "-a", "-ee", "-U", "-api", "largefilesupport=1", path]);
  const tags = v.parse(Read, JSON.parse(output));
  const mediaType = String(tags["File:MIMEType"]);
  const left = Object.entries(tags)
    .filter(([name, value]) => !ours.includes(String(value)) && betrays(name, String(value), mediaType))
    .map(([name]) => name);
  if (mediaType === "application/postscript" && (await namesPath(path))) left.push("path of a file");
  return left;
}

function betrays(name: string, value: string, mediaType: string): boolean {
  const [group = "", tag = name] = name.split(":");
  if (/^(File|GIF):(Comment|Text)$/.test(name)) return true;
  if (ABOUT_THE_FILE.test(group)) return false;
  if (group.startsWith("ICC")) return tag === "MakeAndModel";
  if (GROUPS_OF_RIGHTS.test(group)) return !OURS.test(name);
  if (PICTURES.test(mediaType) && !GROUPS_OF_PICTURES.test(group)) return true;
  // ExifTool takes a TIFF's own pixels for a preview when they are compressed as JPEG
  if (mediaType === "image/tiff" && /^IFD0:(PreviewImage|OtherImage|JpgFromRaw)/.test(name)) return false;
  return BETRAYING.some((betraying) => betraying.test(tag)) || PATH.test(value);
}

/** A drawing's program is text that no reader of metadata looks into. */
async function namesPath(path: string): Promise<boolean> {
  let before = "";
  for await (const chunk of createReadStream(path, { encoding: "latin1", highWaterMark: 1 << 20 })) {
    const text = `${before}${chunk}`;
    if (PATH.test(text)) return true;
    before = text.slice(-16);
  }
  return false;
}
