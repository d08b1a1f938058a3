import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { renditionFolder } from "./rendition-folder.ts";

/** Remembers what reading a file or a folder came to, under a key that changes with its content. */
export interface ContentCache {
  /** Folder that keeps smaller forms of pictures. */
  readonly renditions: string;
  get<Schema extends v.GenericSchema>(key: string, schema: Schema): v.InferOutput<Schema> | undefined;
  set(key: string, value: unknown): void;
  /** Writes what is new since it was opened, and drops what was not asked for. */
  save(): void;
}

const FILE = "content.jsonl";
const NEWLINE = "\n";

/**
 * A cache in one file of JSON lines, `[key, value]` each. A line that is damaged, because a run was killed while
 * it wrote, counts as not there.
 * @param version of the code that made the values; another one starts the file anew
 * @param directory where the file stands; without it, nothing is remembered beyond this object
 */
export function contentCache(version: string, directory?: string): ContentCache {
  const file = directory === undefined ? undefined : join(directory, FILE);
  const header = JSON.stringify(["version", version]);
  const lines = file ? linesOf(file, header) : new Map<string, string>();
  const stored = lines.size;
  const used = new Map<string, string>();
  const added: string[] = [];
  function write(folder: string, path: string): void {
    const outgrown = used.size * 2 < stored + added.length;
    if (stored > 0 && !outgrown) {
      if (added.length > 0) appendFileSync(path, added.map((line) => line + NEWLINE).join(""));
    } else if (used.size > 0) {
      mkdirSync(folder, { recursive: true });
      const next = `${path}.${process.pid}`;
      writeFileSync(next, [header, ...used.values()].map((line) => line + NEWLINE).join(""));
      renameSync(next, path);
    }
  }

  return {
    renditions: renditionFolder(directory),
    get(key, schema) {
      const line = lines.get(JSON.stringify(key));
      if (line === undefined) return undefined;
      const parsed = v.safeParse(schema, valueIn(line));
      if (!parsed.success) return undefined;
      used.set(JSON.stringify(key), line);
      return parsed.output;
    },
    set(key, value) {
      const line = JSON.stringify([key, value]);
      lines.set(JSON.stringify(key), line);
      used.set(JSON.stringify(key), line);
      added.push(line);
    },
    save() {
      if (!file || !directory) return;
      try {
        write(directory, file);
      } catch {
        return; // a folder that cannot be written to costs time on the next run, and nothing else
      }
      added.length = 0;
    },
  };
}

/** Lines by key as JSON, unparsed: parsing waits until a value is asked for. */
function linesOf(file: string, header: string): Map<string, string> {
  const lines = new Map<string, string>();
  if (!existsSync(file) || !statSync(file).isFile()) return lines;
  const [first, ...rest] = readFileSync(file, "utf8").split(NEWLINE);
  if (first !== header) return lines;
  for (const line of rest) {
    const key = /^\[("(?:[^"\\]|\\.)*"),/.exec(line)?.[1];
    if (key !== undefined && line.endsWith("]")) lines.set(key, line);
  }
  return lines;
}

function valueIn(line: string): unknown {
  try {
    const pair: unknown = JSON.parse(line);
    return Array.isArray(pair) ? pair[1] : undefined;
  } catch {
    return undefined;
  }
}
