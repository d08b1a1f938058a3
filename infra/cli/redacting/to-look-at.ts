import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type FilesToReview, filesToReview } from "./redact-words.ts";

/**
 * Keeps the whole list of what somebody has to look at, for whoever runs the command alone.
 * @returns the file; undefined where there is nothing to look at
 */
export function saveToLookAt(state: string, files: FilesToReview): string | undefined {
  const file = join(resolve(state), "redact-to-look-at.txt");
  const lines = filesToReview(files);
  rmSync(file, { force: true });
  if (lines.length === 0) return undefined;
  mkdirSync(resolve(state), { recursive: true });
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  return file;
}
