import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ArtworkGroup } from "./groups.ts";
import { WORKS } from "./works.ts";

/** Draws groups of files into the sample content, and prints each file. */
export async function draw(content: string, groups: readonly ArtworkGroup[]): Promise<void> {
  for (const { name } of groups)
    for await (const { file, bytes } of WORKS[name](content))
      process.stdout.write(`${await save(join(content, file), bytes)} ${file}\n`);
}

/** Writes a file unless it already holds these bytes, and says what it did. */
async function save(path: string, drawn: Buffer | string | undefined): Promise<string> {
  if (drawn === undefined) return "not drawn, ffmpeg is missing (`apt-get install ffmpeg`):";
  const bytes = Buffer.from(drawn);
  const before = await readFile(path).catch(() => undefined);
  if (before?.equals(bytes)) return "unchanged";
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  return before === undefined ? "created" : "changed";
}
