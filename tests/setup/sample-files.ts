import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { toInstant } from "../../functions/domain/instant.ts";
import { openContent } from "../../functions/workflows/content/open-content.ts";
import { onceARun } from "./once-a-run.ts";

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
 * the code that prepares it, and kept for later runs.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { service, release } = await onceARun("sample files", async () => ({
    folder: await sampleFiles(),
    stop: () => {},
  }));
  project.provide("sampleCache", service.folder);
  return release;
}

async function sampleFiles(): Promise<string> {
  const folder = join(CACHES, hashOf(SOURCES));
  if (existsSync(folder)) return folder;
  rmSync(CACHES, { recursive: true, force: true });
  mkdirSync(CACHES, { recursive: true });
  const unfinished = mkdtempSync(join(CACHES, "unfinished-"));
  await prepareInto(unfinished);
  renameSync(unfinished, folder);
  return folder;
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
