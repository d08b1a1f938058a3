import * as v from "valibot";
import { runExiftool } from "./exiftool.ts";

const Read = v.pipe(
  v.tuple([v.record(v.string(), v.unknown())]),
  v.transform(([tags]) => tags),
);

/** Groups that tell of the file as it lies here, of its pixels and of its colours, and not of who made it and where. */
const HARMLESS =
  /^(ExifTool|System|File|ICC|ICC[-_].*|Composite|PNG-pHYs|IPTC|XMP-(dc|photoshop|iptcCore|iptcExt|xmpRights|rdf|x|pdfaid|pdfuaid))$/;

/**
 * What would betray where, with what and by whom: by the name of the tag, in whatever group. `Artist`, `Creator` and
 * the like of groups other than ours are those of the camera.
 */
const BETRAYING = [
  /GPS|Geolocation|Latitude|Longitude|Altitude|^Location|Coordinates|LocationShown|LocationCreated|SubLocation/i,
  /Serial|OwnerName|^Owner|HostComputer|CameraID|DeviceID|UniqueCamera|LensID|UniqueID|InstanceID|DocumentID|ContentIdentifier|MediaUnique|MediaGroup/i,
  /ThumbnailImage|PreviewImage|JpgFromRaw|OtherImage|ThumbnailTIFF|PreviewTIFF|PhotoshopThumbnail|EmbeddedVideo|MotionPhoto|TrailerLength/i,
  /^(Artist|Author|Creator|By-line|Producer|Company|Manager|LastModifiedBy|LastSavedBy|CreatorTool|Software|FilePath|FileName|RawFileName|DocumentName|PageName|Make|Model|AndroidManufacturer|AndroidModel|History.*|DerivedFrom.*|Ingredients.*|WriterName|ReaderName)$/i,
];

/**
 * @param path of a cleaned file
 * @param ours what we say in it ourselves, which is no trace of anybody else
 * @returns names of what it still tells, with their group; none of a clean file
 */
export async function remainsIn(path: string, ours: readonly string[] = []): Promise<string[]> {
  const output = await runExiftool(["-json", "-G1", "-a", "-ee", "-U", "-api", "largefilesupport=1", path]);
  const tags = v.parse(Read, JSON.parse(output));
  return Object.keys(tags).filter((name) => {
    const [group = "", tag = name] = name.split(":");
    if (/^(File|GIF):Comment$/.test(name)) return true;
    return (
      !HARMLESS.test(group) &&
      !ours.includes(String(tags[name])) &&
      BETRAYING.some((betraying) => betraying.test(tag))
    );
  });
}
