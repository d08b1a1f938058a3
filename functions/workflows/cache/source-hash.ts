import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/**
 * Hash of the source of some modules and of everything of ours that they import: another hash means that they may
 * do something else. Versions of packages are not part of it.
 * @param entries absolute paths
 */
export function sourceHash(...entries: string[]): string {
  const sources = new Map<string, string>();
  const read = (file: string) => {
    if (sources.has(file)) return;
    const source = readFileSync(file, "utf8");
    sources.set(file, source);
    for (const [, imported] of source.matchAll(/\bfrom\s+"(\.{1,2}\/[^"]+)"/g))
      if (imported) read(join(dirname(file), imported));
  };
  for (const entry of entries) read(entry);
  const base = dirname(entries[0] ?? "");
  const named = [...sources].map(
    ([file, source]) => [relative(base, file).replaceAll("\\", "/"), source] as const,
  );
  const hash = createHash("sha256");
  for (const [name, source] of named.sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${name}\0${source}\0`);
  return hash.digest("hex").slice(0, 32);
}
