import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Problems } from "../../../domain/content/problem.ts";
import type { ContentCache } from "../../cache/content-cache.ts";
import { cachedMedia } from "../read/loaded-unit.ts";
import type { MediaFacts } from "../read/media-file.ts";
import { parseSource } from "../read/parse-source.ts";
import { zoneIn } from "../read/read-retraction.ts";
import type { SiteRead } from "../read/site-read.ts";
import { SITE } from "../read/source-files.ts";
import { suggestion } from "../read/suggestion.ts";
import { textOf } from "../read/text-file.ts";
import type { Moment, ReferenceUse } from "../read/unit-record.ts";
import { topLevelFields } from "../read/yaml/top-level-fields.ts";
import { readYaml } from "../read/yaml/yaml-text.ts";
import { inspectRedactions } from "./inspect-moments.ts";
import { inspectPictures, inspectUnusedPictures } from "./inspect-pictures.ts";
import { inspectPreview } from "./inspect-preview.ts";
import { noPictures, spot } from "./inspection.ts";

const FILE = "site.yaml";
/** Beside site.yaml, for those who keep the content. */
const ALLOWED = [FILE, "README.md"];

export async function inspectSite(
  directory: string,
  rootFiles: readonly string[],
  cache: ContentCache,
  problems: Problems,
): Promise<SiteRead> {
  const media = new Map<string, MediaFacts>();
  const unreadable: string[] = [];
  for (const name of rootFiles) {
    if (ALLOWED.includes(name)) continue;
    try {
      media.set(name, await cachedMedia({ folder: ".", path: directory }, name, cache));
    } catch {
      unreadable.push(name);
    }
  }
  const bytes = siteBytes(directory, rootFiles, problems);
  const text = bytes && textOf(bytes, FILE, problems);
  const quiet = text === undefined ? new Problems() : problems;
  const yaml = readYaml(text ?? "");
  const file = parseSource(yaml, FILE, SITE, quiet);
  const named = new Set<string>();
  const { image } = file.sound;
  const zone = file.sound.zone ?? zoneIn(topLevelFields(bytes));
  const moments: Moment[] = [];
  const uses: ReferenceUse[] = [];
  const inspection = { unit: { media, unreadable }, problems, named, moments, uses, pictures: noPictures() };
  inspectPictures(inspection, file, file.sound, { zone: zone ?? "UTC", publishAt: undefined });
  if (image) inspectPreview(inspection, image.file, spot(file, "image", "file"));
  inspectUnusedPictures(inspection, file, file.sound);
  for (const list of ["topics", "goals", "series", "contacts", "licences"] as const) {
    const seen = new Set<string>();
    file.sound[list]?.forEach(({ id }, i) => {
      if (seen.has(id))
        problems.error(spot(file, list, i, "id"), {
          problem: `the id ${id} is there twice in ${list}`,
          expected: "each once",
        });
      seen.add(id);
    });
  }
  for (const name of unreadable)
    if (named.has(name))
      problems.error(
        { file: name, line: 1 },
        { problem: "the file cannot be read", expected: "a plain file that you may read" },
      );
  for (const name of [...media.keys(), ...unreadable])
    if (!named.has(name) && problems.unreadable.size === 0)
      problems.warning(
        { file: name, line: 1 },
        {
          problem: "unknown file, which is not published",
          expected: `${FILE}, the picture that it names, or README.md`,
          suggestion: suggestion(name, ALLOWED),
        },
      );
  const isReadable = text !== undefined && file.isReadable;
  inspectRedactions({ problems, moments }, file, file.sound.redactions, zone ?? "UTC");
  return { file, path: directory, isReadable, zone, media, renditions: cache.renditions, moments, uses };
}

function siteBytes(directory: string, rootFiles: readonly string[], problems: Problems): Buffer | undefined {
  if (!rootFiles.includes(FILE)) {
    problems.error(
      { file: FILE, line: 1 },
      { problem: "the file is missing", expected: "site.yaml, which describes the newsroom as a whole" },
    );
    return undefined;
  }
  try {
    return readFileSync(join(directory, FILE));
  } catch {
    problems.error({ file: FILE, line: 1 }, { problem: "the file cannot be read", expected: "a plain file" });
    return undefined;
  }
}
