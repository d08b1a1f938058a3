import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What lies in it goes with the run of the tests: see `tests/setup/own-temporary-folder.ts`. */
export const KEPT_FOR_THE_RUN = "kept-for-the-run";

/** An empty folder that is removed when the run of the tests ends. */
export function temporaryFolder(): string {
  const kept = join(tmpdir(), KEPT_FOR_THE_RUN);
  mkdirSync(kept, { recursive: true });
  return mkdtempSync(join(kept, "dateline-"));
}
