/** Types of files that can be published: by their extension, checked against the first bytes. */
export interface FileType {
  readonly mediaType: string;
  readonly picture: "bitmap" | "vector" | undefined;
  /** Whether a file that begins with these bytes can be of this type. */
  begins(head: Buffer): boolean;
}

const ascii =
  (text: string, offset = 0) =>
  (head: Buffer) =>
    head.subarray(offset, offset + text.length).toString("latin1") === text;
const bytes =
  (...values: number[]) =>
  (head: Buffer) =>
    values.every((value, i) => head[i] === value);
const either =
  (...tests: ((head: Buffer) => boolean)[]) =>
  (head: Buffer) =>
    tests.some((test) => test(head));

/** Files of ISO media say what they hold in the name of their brand (ISO/IEC 14496-12, 4.3). */
const isBrand = (brand: RegExp) => (head: Buffer) =>
  ascii("ftyp", 4)(head) && brand.test(head.toString("latin1", 8, 12));

const ZIP = bytes(0x50, 0x4b, 0x03, 0x04);
const MP4 = ascii("ftyp", 4);
const text = (head: Buffer) => !head.includes(0);

const TYPES: Record<string, FileType> = {
  jpg: picture("image/jpeg", bytes(0xff, 0xd8, 0xff)),
  jpeg: picture("image/jpeg", bytes(0xff, 0xd8, 0xff)),
  png: picture("image/png", bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)),
  gif: picture("image/gif", either(ascii("GIF87a"), ascii("GIF89a"))),
  webp: picture("image/webp", (head) => ascii("RIFF")(head) && ascii("WEBP", 8)(head)),
  heic: picture("image/heic", isBrand(/^(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)/)),
  heif: picture("image/heic", isBrand(/^(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)/)),
  avif: picture("image/avif", isBrand(/^avi[fs]/)),
  tif: picture("image/tiff", either(ascii("II*\0"), ascii("MM\0*"))),
  tiff: picture("image/tiff", either(ascii("II*\0"), ascii("MM\0*"))),
  svg: {
    mediaType: "image/svg+xml",
    picture: "vector",
    begins: (head) => text(head) && /<svg[\s>]/.test(head.toString("utf8")),
  },
  pdf: file("application/pdf", ascii("%PDF-")),
  eps: file("application/postscript", either(ascii("%!PS"), bytes(0xc5, 0xd0, 0xd3, 0xc6))),
  mp4: file("video/mp4", MP4),
  m4a: file("audio/mp4", MP4),
  mov: file("video/quicktime", either(MP4, ascii("moov", 4), ascii("wide", 4))),
  webm: file("video/webm", bytes(0x1a, 0x45, 0xdf, 0xa3)),
  mp3: file(
    "audio/mpeg",
    either(ascii("ID3"), bytes(0xff, 0xfb), bytes(0xff, 0xf3), bytes(0xff, 0xf2), bytes(0xff, 0xfa)),
  ),
  ogg: file("audio/ogg", ascii("OggS")),
  wav: file("audio/wav", (head) => ascii("RIFF")(head) && ascii("WAVE", 8)(head)),
  vtt: file("text/vtt", either(ascii("WEBVTT"), ascii("\xef\xbb\xbfWEBVTT"))),
  zip: file("application/zip", ZIP),
  docx: file("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ZIP),
  xlsx: file("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ZIP),
  pptx: file("application/vnd.openxmlformats-officedocument.presentationml.presentation", ZIP),
  csv: file("text/csv", text),
  txt: file("text/plain", text),
};

/** Bytes of a file's beginning that `begins` wants to see; an SVG may open with a long comment. */
export const HEAD_BYTES = 4096;
export const FILE_EXTENSIONS: readonly string[] = Object.keys(TYPES);

export function fileTypeOf(name: string): FileType | undefined {
  const extension = extensionOf(name);
  return Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined;
}

/** The extension that a file with this beginning should have, if it is of a known binary type. */
export function extensionFor(head: Buffer): string | undefined {
  return FILE_EXTENSIONS.find((extension) => {
    const type = TYPES[extension];
    return type && type.begins !== text && type.begins(head);
  });
}

/** The usual extension of files of a media type. */
export function extensionOfType(mediaType: string): string {
  const extension = FILE_EXTENSIONS.find((each) => TYPES[each]?.mediaType === mediaType);
  if (extension === undefined) throw new Error(`There is no file of type ${mediaType}.`);
  return extension;
}

export function extensionOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1).toLowerCase();
}

function picture(mediaType: string, begins: FileType["begins"]): FileType {
  return { mediaType, picture: "bitmap", begins };
}

function file(mediaType: string, begins: FileType["begins"]): FileType {
  return { mediaType, picture: undefined, begins };
}
