import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let temporary: string | undefined;

/**
 * The folder in which smaller forms of pictures are kept. What no longer belongs to any picture stays in it, some
 * kilobytes each: another run may be uploading it.
 * @param cache without it, or where it cannot be written to, the folder is a temporary one that goes with the process
 */
export function renditionFolder(cache?: string): string {
  if (cache !== undefined) {
    const folder = join(cache, "renditions");
    try {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
      return folder;
    } catch {
      // a cache that cannot be written to costs time on the next run, and nothing else
    }
  }
  return temporaryFolder();
}

function temporaryFolder(): string {
  if (temporary !== undefined) return temporary;
  const folder = mkdtempSync(join(tmpdir(), "dateline-renditions-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  temporary = folder;
  return folder;
}
