import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { toInstant } from "../../functions/domain/instant.ts";
import { openContent } from "../../functions/workflows/content/open-content.ts";
import { onceARun } from "./once-a-run.ts";
import { failureOf } from "./sample-folder.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A folder with the prepared files of the sample content; tests take copies of it. */
    sampleCache: string;
  }
}

/** Goes with `npm ci`, and is made anew by the next run. */
const CACHES = "node_modules/.cache/dateline/sample-files";
/** What the prepared files follow from. */
const SOURCES = ["content", "functions/workflows/media", "functions/workflows/archive", "package-lock.json"];

/**
 * Prepares the files of the sample kit, which takes longer than most tests: once for each state of the sample and of
 * the code that prepares it, and kept for later runs. Tests begin meanwhile; `tests/worlds/content/sample-files.ts` waits.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { service, release } = await onceARun("sample files", async () => {
    const folder = join(CACHES, hashOf(SOURCES));
    const prepared = existsSync(folder) ? Promise.resolve() : prepare(folder);
    return { folder, stop: () => prepared };
  });
  project.provide("sampleCache", service.folder);
  return release;
}

async function prepare(folder: string): Promise<void> {
  rmSync(CACHES, { recursive: true, force: true });
  mkdirSync(CACHES, { recursive: true });
  const unfinished = mkdtempSync(join(CACHES, "unfinished-"));
  try {
    await prepareInto(unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    writeFileSync(failureOf(folder), error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

async function prepareInto(cache: string): Promise<void> {
  const { manifest } = await openContent("content", {
    address: "https://newsroom.example.org",
    rendering: "test",
    now: toInstant(new Date()),
    cache,
  });
  for (const unit of manifest?.units ?? []) if (unit.id.startsWith("kit/")) await unit.compile();
}

/** Hash of the names and bytes of files and of all files in folders. */
function hashOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesIn)) hash.update(path).update("\0").update(readFileSync(path));
  return hash.digest("hex");
}

function filesIn(path: string): string[] {
  if (path.endsWith(".json")) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  return entries.map(({ parentPath, name }) => join(parentPath, name)).sort();
}
