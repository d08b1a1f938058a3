import { cpSync } from "node:fs";
import {
  type Content,
  type ContentOptions,
  openContent,
} from "../../../functions/workflows/content/open-content.ts";
import { temporaryFolder } from "../commands/temporary-folder.ts";
import { sampleFiles } from "./sample-files.ts";
import { type ContentFiles, writeContent } from "./small-newsroom.ts";

/** The small newsroom in a temporary folder, which goes with the process. */
export async function contentFolder(changes: ContentFiles = {}): Promise<string> {
  const directory = temporaryFolder();
  await writeContent(directory, changes);
  return directory;
}

/** What is made of pictures is made once for all tests of a process. */
let cache: string | undefined;
let sampleCache: string | undefined;

/** The sample content, for which the run has prepared the files; only projects with `tests/setup/sample-files.ts` open it. */
export const SAMPLE_CONTENT = "content";

function cacheFor(directory: string): string {
  if (directory === SAMPLE_CONTENT) {
    sampleCache ??= copyOfSampleFiles();
    return sampleCache;
  }
  cache ??= temporaryFolder();
  return cache;
}

function copyOfSampleFiles(): string {
  const folder = temporaryFolder();
  cpSync(sampleFiles(), folder, { recursive: true });
  return folder;
}

/** Opens a folder as a publisher would in the year 2026. */
export async function openFolder(directory: string, options: Partial<ContentOptions> = {}): Promise<Content> {
  return openContent(directory, {
    cache: cacheFor(directory),
    address: "https://newsroom.example.org",
    rendering: "test",
    now: "2026-01-01T00:00:00Z",
    ...options,
  });
}
