import { join } from "node:path";
import { packageVersion } from "./package-version.ts";
import { sourceHash } from "./source-hash.ts";

const PACKAGES = [
  "@cantoo/pdf-lib",
  "exiftool-vendored",
  "hono",
  "markdown-it",
  "markdown-it-footnote",
  "mediabunny",
  "sharp",
  "svgo",
  "temporal-polyfill",
  "valibot",
  "yaml",
];

/**
 * Names the code that reads and compiles content, with the versions of the packages and of the zone database that it
 * rests on. It is part of every fingerprint, so changed code compiles everything anew.
 */
export function compilerVersion(): string {
  const here = import.meta.dirname;
  const packages = PACKAGES.map((name) => `${name}@${packageVersion(name)}`);
  return [
    sourceHash(join(here, "../content/open-content.ts")),
    ...packages,
    `tz@${process.versions.tz}`,
  ].join(" ");
}
