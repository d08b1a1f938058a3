import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourceFiles } from "../../worlds/sources/source-files.ts";

const FILES = [...sourceFiles("functions"), ...sourceFiles("infra")];
const holding = (pattern: RegExp): string[] =>
  FILES.filter((file) => pattern.test(readFileSync(file, "utf8"))).sort();

test("nothing marks bytes as public but the cleaner and the making of an archive", () => {
  expect(holding(/\basPublic\b/)).toEqual([
    "functions/workflows/archive/public-archive.ts",
    "functions/workflows/media/prepare-file.ts",
    "functions/workflows/media/public-bytes.ts",
  ]);
});

test("an archive is made public in one place, of files that were cleaned", () => {
  expect(holding(/\bpublicArchive\b/)).toEqual([
    "functions/workflows/archive/public-archive.ts",
    "functions/workflows/content/compile/kit-archives.ts",
  ]);
  expect(readFileSync("functions/workflows/archive/archived-file.ts", "utf8")).toContain(
    "interface ArchivedFile extends PublicBytes",
  );
});

test("nothing of content reaches the public bucket but what bears the mark", () => {
  expect(readFileSync("functions/workflows/manifest.ts", "utf8")).toContain(
    "interface MediaObject extends PublicBytes",
  );
  expect(holding(/\bmedia\.upload\(/)).toEqual(["functions/workflows/publish/media-upload.ts"]);
  expect(readFileSync("functions/workflows/publish/media-upload.ts", "utf8")).toMatch(
    /async function bring\(object: MediaObject\)/,
  );
});
