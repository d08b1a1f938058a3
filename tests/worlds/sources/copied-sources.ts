import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { temporaryFolder } from "../commands/temporary-folder.ts";

/** A line that is typed into a file of the sources, before or after a line that stands there once. */
export interface Typed {
  readonly file: string;
  readonly after?: string;
  readonly before?: string;
  readonly line: string;
}

const COPIED = [
  "biome.json",
  "content",
  "functions",
  "infra",
  "package.json",
  "tests",
  "tsconfig.json",
  "vitest.config.ts",
];

/** A copy of the sources in which a change can be tried. It goes with the run of the tests. */
export function copiedSources(): string {
  const folder = temporaryFolder();
  for (const name of COPIED) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return folder;
}

export function typeInto(folder: string, { file, after, before, line }: Typed): void {
  const at = join(folder, file);
  const source = readFileSync(at, "utf8");
  const mark = after ?? before ?? "";
  if (source.split(mark).length !== 2) throw new Error(`${file} does not have once: ${mark}`);
  writeFileSync(
    at,
    source.replace(mark, () => (after === undefined ? `${line}\n${mark}` : `${mark}\n${line}`)),
  );
}

/** What a program says in the folder, and whether it is content. */
export function runIn(folder: string, program: string, ...args: string[]): { ok: boolean; said: string } {
  const { DATELINE_TEST_TEMPORARY: _, ...env } = process.env;
  try {
    const said = execFileSync(join("node_modules", ".bin", program), args, {
      cwd: folder,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: 1e8,
    });
    return { ok: true, said };
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    return { ok: false, said: stdout + stderr };
  }
}
