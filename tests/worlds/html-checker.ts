import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const VALIDATOR = "node_modules/vnu-jar/build/dist/vnu.jar";

/** What the Nu Html Checker says about pages, by name: one start of it for all of them. */
export async function htmlComplaints(pages: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-pages-"));
  try {
    const files = Object.entries(pages);
    await Promise.all(files.map(([name, html]) => writeFile(join(folder, `${name}.html`), html)));
    // It writes what it finds to standard error.
    const { stderr } = await promisify(execFile)(
      "java",
      ["-jar", VALIDATOR, "--exit-zero-always", "--format", "gnu", folder],
      { maxBuffer: 16 * 1024 * 1024 },
    );
    return stderr.split("\n").filter((line) => line !== "");
  } finally {
    await rm(folder, { recursive: true });
  }
}
