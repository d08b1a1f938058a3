import { crc32 } from "node:zlib";
import sharp from "sharp";

/** Pictures that hold what programs put beside the pixels. None of these words may be published. */
export const SECRET = "Aigul-43.238N-76.945E";
const secret = Buffer.from(SECRET);

/** A picture of one colour. */
export const drawn = (background = "#c81e3c", width = 64, height = 48) =>
  sharp({ create: { width, height, channels: 3, background } });

/** One that no encoder makes small. */
export const noisy = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#fff",
      noise: { type: "gaussian", mean: 128, sigma: 50 },
    },
  });

export function pngChunk(name: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length);
  chunk.write(name, 4, "latin1");
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

/** With chunks of colour, and with words, private chunks and bytes after its end. */
export async function talkativePng(): Promise<Buffer> {
  const png = await drawn().png().toBuffer();
  const gamma = Buffer.from("0000b18f", "hex");
  const chunks = [
    ...[pngChunk("gAMA", gamma), pngChunk("sBIT", Buffer.from([8, 8, 8]))],
    ...["tEXt", "prVW", "mkTS", "caBX", "vpAg", "zzZz"].map((name) => pngChunk(name, secret)),
  ];
  return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33), secret]);
}

export async function animated(format: "gif" | "webp"): Promise<Buffer> {
  const frames = ["#100", "#700", "#f00"].map((colour) => drawn(colour, 32, 32).png().toBuffer());
  const options = { loop: 3, delay: [100, 200, 300] };
  return sharp(await Promise.all(frames), { join: { animated: true } })
    .toFormat(format, options)
    .toBuffer();
}

/** An animation with a comment and another program's extension. */
export async function talkativeGif(): Promise<Buffer> {
  const gif = await animated("gif");
  const block = Buffer.concat([Buffer.from([secret.length]), secret, Buffer.from([0])]);
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe]), block]);
  const application = Buffer.concat([Buffer.from([0x21, 0xff, 11]), Buffer.from("MAPMAKER1.0"), block]);
  return Buffer.concat([gif.subarray(0, -1), comment, application, gif.subarray(-1)]);
}

/** An animation with chunks that WebP does not know. */
export async function talkativeWebp(): Promise<Buffer> {
  const chunk = Buffer.alloc(8 + secret.length + (secret.length & 1));
  chunk.write("GEOx", "latin1");
  chunk.writeUInt32LE(secret.length, 4);
  secret.copy(chunk, 8);
  const webp = Buffer.concat([await animated("webp"), chunk]);
  webp.writeUInt32LE(webp.length - 8, 4);
  return webp;
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** A progressive JPEG with segments before, and between, its scans, and with another picture after its end. */
export async function talkativeJpeg(): Promise<Buffer> {
  const jpeg = await noisy(320, 240).jpeg({ progressive: true }).toBuffer();
  const scan = jpeg.indexOf(Buffer.from([0xff, 0xda]));
  const next = jpeg.indexOf(Buffer.from([0xff, 0xc4]), scan + 4);
  const segments = [0xe3, 0xe9, 0xec, 0xfe].map((marker) => segment(marker, secret));
  const between = [segment(0xe1, Buffer.from(`Exif\0\0${SECRET}`)), segment(0xfe, secret)];
  const after = [await drawn("#0f0", 8, 8).jpeg().toBuffer(), secret];
  return Buffer.concat([
    ...[jpeg.subarray(0, scan), ...segments, jpeg.subarray(scan, next), ...between, jpeg.subarray(next)],
    ...after,
  ]);
}

/** As Illustrator writes it: author, folder, preview, and the file that it was made from. */
export const TALKATIVE_EPS = `%!PS-Adobe-3.0 EPSF-3.0
%%BoundingBox: 0 0 100 100
%%Title: C:\\Users\\${SECRET}.ai
%%Creator: ${SECRET}
%%For: ${SECRET}
%%DocumentProcessColors: Cyan
%%+ Magenta
%AI7_Thumbnail: 8 8 8
%%BeginData: 10 Hex Bytes
%${SECRET}
%%EndData
%%EndComments
%%BeginPreview: 8 8 1 2
%${SECRET}
%%EndPreview
0 0 moveto 100 100 lineto stroke
showpage
%%EOF
%AI9_PrivateDataBegin
%%Title: /Users/${SECRET}
%AI9_PrivateDataEnd
`;

/** The same behind a table, with a bitmap of what it once looked like (EPSF 3.0, 5.2). */
export async function epsWithPreview(): Promise<Buffer> {
  const program = Buffer.from(TALKATIVE_EPS);
  const preview = Buffer.concat([await drawn().tiff().toBuffer(), secret]);
  const table = Buffer.alloc(30);
  table.writeUInt32BE(0xc5d0d3c6);
  table.writeUInt32LE(table.length, 4);
  table.writeUInt32LE(program.length, 8);
  table.writeUInt32LE(table.length + program.length, 20);
  table.writeUInt32LE(preview.length, 24);
  table.writeUInt16LE(0xffff, 28);
  return Buffer.concat([table, program, preview]);
}
