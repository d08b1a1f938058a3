import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { everyPage } from "../../worlds/every-page.ts";

const VALIDATOR = "node_modules/vnu-jar/build/dist/vnu.jar";

test("the Nu Html Checker has nothing to say about any kind of page in any language", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dateline-pages-"));
  const pages = LANGUAGES.flatMap((language) =>
    Object.entries(everyPage(language)).map(([name, html]) => ({ file: `${name}.${language}.html`, html })),
  );
  try {
    await Promise.all(pages.map(({ file, html }) => writeFile(join(folder, file), html)));
    expect(await complaints(folder)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);

/** One start of the validator for all files of a folder; it writes what it finds to standard error. */
async function complaints(folder: string): Promise<string[]> {
  const run = promisify(execFile)(
    "java",
    ["-jar", VALIDATOR, "--exit-zero-always", "--format", "gnu", folder],
    {
      maxBuffer: 16 * 1024 * 1024,
    },
  );
  const { stderr } = await run;
  return stderr.split("\n").filter((line) => line !== "");
}
