import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What source files import once types are gone, by path from the root of the project; packages by their names. */
export interface ImportGraph {
  /** Everything that loading a file loads: what it imports statically, directly or through others. */
  loadedBy(file: string): string[];
  /** The same with what is imported only while the program runs. */
  reachedBy(file: string): string[];
}

/** Reads the imports of programs, by path from the root of the project, and of everything that they import. */
export async function importGraph(programs: readonly string[]): Promise<ImportGraph> {
  const { metafile } = await build({
    entryPoints: [...programs],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    outdir: "unused",
    metafile: true,
    platform: "node",
    format: "esm",
    packages: "external",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    logLevel: "error",
  });
  const walk = (file: string, follows: (kind: string) => boolean): string[] => {
    const reached = new Set<string>();
    const open = [file];
    for (let next = open.pop(); next !== undefined; next = open.pop())
      for (const { path, kind } of metafile.inputs[next]?.imports ?? []) {
        if (reached.has(path) || !follows(kind)) continue;
        reached.add(path);
        open.push(path);
      }
    return [...reached].sort();
  };
  return {
    loadedBy: (file) => walk(file, (kind) => kind !== "dynamic-import"),
    reachedBy: (file) => walk(file, () => true),
  };
}
