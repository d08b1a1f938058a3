import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inThree, words, writeContent } from "./small-newsroom.ts";

const PARAGRAPH =
  "The ministry reported the cases of the year, the shelters that took people in, and the help that came from partners across the country. ";

/**
 * Writes the small newsroom and `count` releases beside it, `release-00001` and so on, each in three languages
 * with one figure, an hour apart from the beginning of 2010. The same count gives the same bytes.
 */
export async function writeReleases(directory: string, count: number): Promise<void> {
  await writeContent(directory);
  for (let n = 1; n <= count; n++) writeRelease(directory, n);
}

/** Writes one of the generated releases; another `edit` changes its English text. */
export function writeRelease(directory: string, n: number, edit = ""): void {
  const slug = `release-${String(n).padStart(5, "0")}`;
  const folder = join(directory, "releases", slug);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "release.yaml"), facts(n));
  const make = (language: string, translationOf?: string) =>
    words(
      {
        title: `Release ${n} in ${language}`,
        summary: `What release ${n} says, in ${language}.`,
        city: "Astana",
        translationOf,
        figures: { [`figure-${n}`]: { value: String(n), label: "cases", source: "Ministry" } },
      },
      `There were ${n} cases.${language === "en" ? edit : ""}\n\n## Background\n\n${PARAGRAPH.repeat(8)}\n`,
    );
  for (const [name, text] of Object.entries(inThree(folder, make)))
    if (text !== null) writeFileSync(name, text);
}

function facts(n: number): string {
  const hash = createHash("sha256").update(`release ${n}`).digest("hex");
  const id = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  const publishAt = new Date(Date.UTC(2010, 0, 1) + n * 3_600_000).toISOString().slice(0, 19);
  return `id: ${id}
source: en
publishAt: ${publishAt}Z
topics: [${n % 2 === 0 ? "data" : "protection"}]
contacts: [press]
figures:
  - { id: figure-${n}, number: ${n}, asOf: "2020" }
`;
}
