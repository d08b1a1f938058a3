import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for files that a test makes, gone when it asks for that. */
export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), "dateline-media-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
