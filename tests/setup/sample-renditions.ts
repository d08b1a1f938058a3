import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { toInstant } from "../../functions/domain/instant.ts";
import { openContent } from "../../functions/workflows/content/open-content.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A folder in which the files of the sample content have been made; tests take copies of it. */
    sampleCache: string;
  }
}

/** Makes the files of the sample kit once for the whole run: that takes longer than most tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  const cache = mkdtempSync(join(tmpdir(), "dateline-sample-"));
  project.provide("sampleCache", cache);
  const { manifest } = await openContent("content", {
    address: "https://newsroom.example.org",
    rendering: "test",
    now: toInstant(new Date()),
    cache,
  });
  for (const unit of manifest?.units ?? []) if (unit.id.startsWith("kit/")) await unit.compile();
  return () => rmSync(cache, { recursive: true, force: true });
}
