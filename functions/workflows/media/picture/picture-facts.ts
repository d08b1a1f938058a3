import type { Finding } from "../../../domain/content/problem.ts";

/** A bitmap by its header. */
export interface PictureFacts {
  /** As a viewer shows it, turned upright. */
  readonly width: number;
  readonly height: number;
  /** Whether it has several pictures, one after the other. */
  readonly animated: boolean;
}

/** Decoded, a picture takes four bytes a pixel. */
const MOST_PIXELS = 200_000_000;
const MOST_FRAMES = 500;
/** What no encoder of photographs reaches: a file of kilobytes that would fill the memory. */
const MOST_PIXELS_A_BYTE = 20_000;

const OPENS = "a picture that opens in a viewer";

/** Reads the header of a picture, before any of its pixels, and says why it is too much or no picture at all. */
export async function pictureFacts(path: string, bytes: number): Promise<PictureFacts | Finding> {
  const { default: sharp } = await import("sharp"); // loads native code, and most runs find the facts in the cache
  const read = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!read?.width || !read.height) return { problem: "the picture cannot be read", expected: OPENS };
  const { width, height, pages = 1, orientation = 1, format } = read; // width and height of the first page
  const frames = format === "tiff" ? 1 : pages;
  if (format === "tiff" && pages > 1)
    return {
      problem: `the TIFF holds ${pages} pictures, of which only the first would show`,
      expected: "one picture a file: a preview in it can hold older pixels",
    };
  if (frames > MOST_FRAMES)
    return { problem: `the animation has ${frames} frames`, expected: `at most ${MOST_FRAMES}, or a video` };
  const pixels = width * height * frames;
  if (pixels > MOST_PIXELS)
    return {
      problem: `the picture has ${width} × ${height} pixels${frames > 1 ? ` in ${frames} frames` : ""}`,
      expected: `at most ${MOST_PIXELS / 1_000_000} million of them`,
    };
  if (pixels > bytes * MOST_PIXELS_A_BYTE)
    return { problem: `${bytes} bytes would become ${width} × ${height} pixels`, expected: OPENS };
  const animated = frames > 1;
  return orientation >= 5 ? { width: height, height: width, animated } : { width, height, animated };
}
