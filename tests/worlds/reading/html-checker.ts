import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** A short run is quicker without the second compiler; the checker asks for a deep stack. */
const JAVA_FLAGS = ["-Xss2m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];
const VALIDATOR = "node_modules/vnu-jar/build/dist/vnu.jar";

/** What the Nu Html Checker says about pages, by name: one start of it for all of them. */
export async function htmlComplaints(pages: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-pages-"));
  try {
    await Promise.all(styledOnce(pages).map(([name, html]) => writeFile(join(folder, `${name}.html`), html)));
    // It writes what it finds to standard error.
    const { stderr } = await promisify(execFile)(
      "java",
      [...JAVA_FLAGS, "-jar", VALIDATOR, "--exit-zero-always", "--format", "gnu", folder],
      { maxBuffer: 16 * 1024 * 1024 },
    );
    return stderr.split("\n").filter((line) => line !== "");
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The same pages, each style sheet in the first page that has it alone: checking it takes longer than its page. */
function styledOnce(pages: Readonly<Record<string, string>>): [name: string, html: string][] {
  const seen = new Set<string>();
  const once = (element: string) => {
    if (seen.has(element)) return "<style></style>";
    seen.add(element);
    return element;
  };
  return Object.entries(pages).map(([name, html]) => [name, html.replace(/<style>[^<]*<\/style>/g, once)]);
}
