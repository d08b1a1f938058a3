import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KEPT_FOR_THE_RUN } from "../worlds/commands/temporary-folder.ts";

/** Whose folder of temporary files this run has: set once, by the process that starts the workers. */
const OWN = "DATELINE_TEST_TEMPORARY";

/** Gives the run a folder for temporary files of its own, for all its processes. */
export function useOwnTemporaryFolder(): void {
  if (process.env[OWN] !== undefined) return;
  const folder = mkdtempSync(join(tmpdir(), "dateline-tests-"));
  process.env[OWN] = folder;
  process.env.TMPDIR = folder;
  process.once("exit", () => removeAndReport(folder));
}

/** What still lies there when all tests are over was left behind by one of them. */
function removeAndReport(folder: string): void {
  const left = readdirSync(folder).filter((name) => name !== KEPT_FOR_THE_RUN && !OTHERS.test(name));
  rmSync(folder, { recursive: true, force: true });
  if (left.length === 0) return;
  console.error(`Left behind in the folder for temporary files: ${left.join(", ")}`);
  process.exitCode = 1;
}

/**
 * What other people's programs keep there for their next start (tsx, the JVM, DynamoDB Local, Node, Chromium), and
 * where pictures lie that a process without a cache makes: that goes with the process.
 */
const OTHERS =
  /^(?:dateline-renditions-|tsx-|\.|hsperfdata|dynamodb-local-metadata|node-compile-cache|playwright|chromium|fonts|locales$|swiftshader|lib\w+\.so|vk_swiftshader)/;
