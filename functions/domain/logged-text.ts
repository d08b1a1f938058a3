import { createHash } from "node:crypto";
import { FEED_FORMATS, SEGMENTS } from "./addresses.ts";
import { LANGUAGES } from "./language.ts";

/** What in addresses and keys is of the newsroom's own, and says nothing of what somebody wrote. */
const OURS: ReadonlySet<string> = new Set([
  ...LANGUAGES,
  ...Object.values(SEGMENTS),
  ...FEED_FORMATS.map((format) => `feed.${format}`),
  ...[
    "api v1 media downloads sitemaps topics series register registration follow search early",
    "calendar.ics events.ics statements figures changes document part form md txt",
    "versions turnings notices takedowns ledger list topic feed site sitemap fence hidden redacted pending",
    "release event kit page original reader robot publish state mark",
  ].flatMap((words) => words.split(" ")),
]);

/** Ids, hashes, numbers and times. */
const COUNTED =
  /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32,}|[\d-]+|[\d-]+T[\d:.]+Z)$/;

/** Addresses, object keys, and keys of items. */
const NAMING = new RegExp(
  `(?<![\\w/.~-])(https?://[^/\\s"'\`<>]+)?(/?(?:${[...LANGUAGES, "media", "downloads", "api", "sitemaps"].join("|")})/[^\\s"'\`<>]*|[^\\s"'\`<>]*#[^\\s"'\`<>]*)`,
  "g",
);

/**
 * A text for a log of ours: in addresses and keys each name that somebody chose, such as a slug or the name of a file,
 * is the beginning of its hash. Redacting cannot reach what was logged, and a slug may hold the name of a person.
 *
 * @example
 * withoutNames("/en/releases/a-name is no JSON") === "/en/releases/~43c0ec1b is no JSON"
 */
export function withoutNames(text: string): string {
  return text.replace(
    NAMING,
    (_, origin: string | undefined, path: string) => `${origin ?? ""}${hidden(path)}`,
  );
}

function hidden(path: string): string {
  return path.replace(/[^/#?&=]+/g, (part) => {
    const [, name = "", end = ""] = /^(.*?)([.,:;)]*)$/.exec(part) ?? [];
    return name === "" || OURS.has(name) || COUNTED.test(name) ? part : `${hashed(name)}${end}`;
  });
}

const hashed = (name: string) => `~${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
