import { windowOfMedia } from "../addresses.ts";
import { type Instant, NEVER } from "../instant.ts";
import { isVisible } from "../visibility.ts";

/**
 * Pictures that have times of their own: the address of the bytes names them, so whatever holds the address knows when
 * the picture may be shown. With the picture go its caption and its credit.
 */

const TIMED_ADDRESS = /\/media\/\d+-\d*\/[0-9a-f]{64}\//g;

/** Whether the bytes at an address of media may be shown at `now`. Those of a draft are public at no time anyway. */
export function isPictureShown(path: string, now: Instant): boolean {
  const window = windowOfMedia(path);
  return !window || isVisible({ publishAt: beginOf(window.from), until: window.until }, now);
}

/** Whether a picture comes later than the document that shows it, or goes. */
export function hasOwnTimes(path: string, publishAt: Instant): boolean {
  const window = windowOfMedia(path);
  return window !== undefined && (window.until !== undefined || beginOf(window.from) > publishAt);
}

/** When pictures at addresses of media in a text come and go. */
export function pictureInstants(text: string): Instant[] {
  return timedAddresses(text).flatMap((path) => {
    const window = windowOfMedia(path);
    if (!window) return [];
    const begin = beginOf(window.from);
    return [...(begin === "" ? [] : [begin]), ...(window.until === undefined ? [] : [window.until])];
  });
}

/** Addresses of media in a text that name times, each once, up to the name of the file. */
export const timedAddresses = (text: string): string[] => [...new Set(text.match(TIMED_ADDRESS))];

/** The beginning that the window of a draft names tells nothing: somebody with early access sees it before. */
const beginOf = (from: Instant): Instant => (from >= NEVER ? "" : from);
