import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What source files import, by path from the root of the project; packages by their names. Types are not imports. */
export interface ImportGraph {
  /** Everything that loading a file loads: what it imports statically, directly or through others. */
  loadedBy(file: string): string[];
  /** The same with what is imported only while the program runs. */
  reachedBy(file: string): string[];
}

interface Import {
  readonly path: string;
  readonly whileRunning: boolean;
}

const STATIC = /^(?:import|export)\s(?!type\b)(?:[^;"']*?\sfrom\s)?\s*"([^"]+)";/gm;
const DYNAMIC = /\bimport\(\s*"([^"]+)"/g;

/** Reads the imports of source files, each once, when they are asked for. */
export function importGraph(): ImportGraph {
  const known = new Map<string, readonly Import[]>();
  const importsOf = (file: string): readonly Import[] => {
    const found = known.get(file) ?? (existsSync(file) ? importsIn(file) : []);
    known.set(file, found);
    return found;
  };
  const walk = (file: string, follows: (each: Import) => boolean): string[] => {
    const reached = new Set<string>();
    const open = [file];
    for (let next = open.pop(); next !== undefined; next = open.pop())
      for (const each of importsOf(next)) {
        if (reached.has(each.path) || !follows(each)) continue;
        reached.add(each.path);
        open.push(each.path);
      }
    return [...reached].sort();
  };
  return {
    loadedBy: (file) => walk(file, ({ whileRunning }) => !whileRunning),
    reachedBy: (file) => walk(file, () => true),
  };
}

function importsIn(file: string): Import[] {
  const source = readFileSync(file, "utf8");
  const found = (pattern: RegExp, whileRunning: boolean) =>
    [...source.matchAll(pattern)].map(([, name = ""]) => ({ path: resolved(file, name), whileRunning }));
  return [...found(STATIC, false), ...found(DYNAMIC, true)];
}

const resolved = (file: string, name: string): string =>
  name.startsWith(".") ? join(dirname(file), name) : name;
