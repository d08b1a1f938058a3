import { type Findings, unsearched } from "./findings.ts";

/** The first bytes of a compound file: of Word before 2007, and of any later office file that is encrypted. */
const COMPOUND = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/**
 * What no search for words sees in a file that is neither text nor a container of files.
 * @param begins its first bytes, each as a character
 */
export function unseenIn(mediaType: string, begins: string): Findings {
  if (mediaType.startsWith("image/")) return unsearched("pixels");
  if (mediaType.startsWith("audio/")) return unsearched("sound");
  if (mediaType.startsWith("video/")) return unsearched("sound", "video");
  return begins.startsWith(COMPOUND) ? unsearched("encrypted", "format") : unsearched("format");
}
