import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Every source file under a folder, by its path. */
export function sourceFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|tsx|js)$/.test(name))
    .sort()
    .map((name) => join(directory, name));
}
