import { isbot } from "isbot";
import type { DownloadDocument } from "../documents/signpost.ts";
import type { Instant } from "../instant.ts";

/** Who asked: a person with a browser, or a program. */
export const DOWNLOADERS = ["reader", "robot"] as const;
export type Downloader = (typeof DOWNLOADERS)[number];

/**
 * All that is kept of a download: no cookie, no network address, nothing that would tell one reader from another or
 * two downloads of one reader from two of two.
 */
export interface CountedDownload {
  /** In UTC, `yyyy-mm-dd`. */
  readonly day: string;
  /** Slug of the kit, and name of the file, as they stand in the address. */
  readonly kit: string;
  readonly file: string;
  readonly rendition: DownloadDocument["rendition"];
  readonly by: Downloader;
}

/** What a request says that decides whether it is counted; header values as they came. */
export interface DownloadRequest {
  readonly method: string;
  readonly range?: string | undefined;
  readonly secPurpose?: string | undefined;
  readonly purpose?: string | undefined;
  readonly userAgent?: string | undefined;
}

/**
 * The download that a redirect to the bytes begins; undefined when it begins none, which is so for
 *
 * - any other method than GET: HEAD asks what it would get (RFC 9110, section 9.3.2);
 * - a range that does not begin at the first byte: a download that goes on after it was cut, or one of several
 *   connections for the same file, comes through this address again (RFC 9110, section 14.2);
 * - a range of the first one or two bytes: a probe whether ranges work (IAB Tech Lab, Podcast Measurement Technical
 *   Guidelines 2.1, leaves these out);
 * - what a browser fetches in advance and perhaps for nothing: `Sec-Purpose` (Fetch Standard) and `Purpose`, which
 *   older Safari and Chrome send.
 *
 * Who is cut before the first byte arrived and asks again is counted again: nothing is kept by which to know better.
 */
export function countedDownload(
  { path, rendition }: Pick<DownloadDocument, "path" | "rendition">,
  request: DownloadRequest,
  now: Instant,
): CountedDownload | undefined {
  const [, , kit, file] = path.split("/");
  if (!kit || !file || !beginsDownload(request)) return undefined;
  return { day: dayOf(now), kit, file, rendition, by: downloaderOf(request.userAgent) };
}

/** The day in UTC that holds an instant. */
export const dayOf = (instant: Instant): string => instant.slice(0, 10);

function beginsDownload({ method, range, secPurpose, purpose }: DownloadRequest): boolean {
  if (method !== "GET") return false;
  if ([secPurpose, purpose].some((value) => /^\s*prefetch\b/i.test(value ?? ""))) return false;
  const first = /^\s*bytes\s*=\s*(?:(\d+)\s*)?-\s*(\d*)/i.exec(range ?? "");
  if (!first) return true; // no range, or one in a unit that nobody knows and that is answered with the whole
  const [, from = "", to] = first;
  return from !== "" && Number(from) === 0 && (to === "" || Number(to) > LAST_BYTE_OF_PROBE);
}

/** Probes ask for `bytes=0-0` or `bytes=0-1`. */
const LAST_BYTE_OF_PROBE = 1;

/**
 * A robot is what says so: crawlers, previews of messengers, libraries and tools such as curl and wget, which mostly
 * scripts run. COUNTER, which counts the use of what publishers put online, leaves these out, too (Code of Practice
 * 5.1, section 7.8). Who names no program at all is none a person uses.
 */
function downloaderOf(userAgent = ""): Downloader {
  return userAgent.trim() === "" || isbot(userAgent) ? "robot" : "reader";
}
