import type { PlainTags } from "../../metadata/plain-tags.ts";
import { box, fullBox, uint32 } from "./boxes.ts";

/** As Apple's players and exiftool read them in MP4 and M4A. */
const ITUNES = {
  title: "\xa9nam",
  artist: "\xa9ART",
  copyright: "cprt",
  description: "desc",
  comment: "\xa9cmt",
};
/** QuickTime metadata keys (QuickTime File Format, Metadata). */
const QUICKTIME = ["title", "artist", "copyright", "description", "comment"] as const;

/** Extended type of the box in which MP4 keeps XMP (XMP specification, part 3, 1.2.7). */
const XMP_UUID = Buffer.from("be7acfcb97a942e89c71999491e3afac", "hex");

/** `moov/udta` of an MP4: what it says of itself in one language. */
export function itunesTags(tags: PlainTags): Buffer {
  const items = (Object.keys(ITUNES) as (keyof PlainTags)[]).map((name) =>
    box(ITUNES[name], textItem(tags[name])),
  );
  return box("udta", fullBox("meta", 0, 0, handler("mdir"), box("ilst", ...items)));
}

/** `moov/meta` of a QuickTime movie. */
export function quicktimeTags(tags: PlainTags): Buffer {
  const keys = QUICKTIME.map((name) => box("mdta", Buffer.from(`com.apple.quicktime.${name}`)));
  const items = QUICKTIME.map((name, i) => {
    const item = box("\0\0\0\0", textItem(tags[name]));
    item.writeUInt32BE(i + 1, 4); // an item is named by the number of its key
    return item;
  });
  const list = fullBox("keys", 0, 0, uint32(keys.length), ...keys);
  return box("meta", handler("mdta"), list, box("ilst", ...items));
}

/** Where a QuickTime movie keeps XMP. */
export function quicktimeXmp(xmp: string): Buffer {
  return box("udta", box("XMP_", Buffer.from(xmp)));
}

/** Where an MP4 keeps XMP: after all the rest. */
export function mp4Xmp(xmp: string): Buffer {
  return box("uuid", XMP_UUID, Buffer.from(xmp));
}

/** Type 1 is text in UTF-8. */
function textItem(text: string): Buffer {
  return box("data", uint32(1, 0), Buffer.from(text));
}

function handler(type: string): Buffer {
  const named = Buffer.from(`\0\0\0\0${type}\0\0\0\0\0\0\0\0\0\0\0\0\0`, "latin1");
  return fullBox("hdlr", 0, 0, named);
}
