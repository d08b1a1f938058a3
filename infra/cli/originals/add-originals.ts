import { open } from "node:fs/promises";
import { basename } from "node:path";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { fileTypeOf } from "../../../functions/workflows/content/read/file-types.ts";
import { hashOfFile } from "../../../functions/workflows/originals/hash-file.ts";
import { keepOriginal } from "../../../functions/workflows/originals/originals-folder.ts";
import { warnOfRefusal } from "../console/say.ts";
import type { OriginalsTarget } from "../target/originals-target.ts";
import { type FileProgress, pasteLines, percent } from "./originals-words.ts";

/**
 * Puts files into the store and leaves a copy of each on this machine; tells for each what to write into kit.yaml.
 * What is wrong with one keeps the others from nothing.
 *
 * @returns how many could not be added
 */
export async function addOriginals(
  files: readonly string[],
  target: OriginalsTarget,
  progress: FileProgress,
): Promise<number> {
  let failed = 0;
  for (const file of files) {
    try {
      await addOriginal(file, target, progress);
    } catch (error) {
      const reason = whyNot(file, error) ?? target.explain?.(error);
      if (!reason) throw error;
      progress.end();
      warnOfRefusal(reason);
      failed++;
    }
  }
  return failed;
}

async function addOriginal(
  file: string,
  { store, folder }: OriginalsTarget,
  progress: FileProgress,
): Promise<void> {
  const bytes = await readableBytes(file);
  const name = basename(file);
  const sha256 = await hashOfFile(file, (done) => progress.show("Reading", name, done, bytes));
  if ((await store.bytesOf(sha256)) === bytes) {
    progress.line(`${name} is there already:`);
  } else {
    const begun = await store.begun(sha256);
    if (begun > 0) progress.line(`${name} goes on at ${percent(begun, bytes)} %.`);
    await store.add({
      file,
      sha256,
      bytes,
      mediaType: fileTypeOf(name)?.mediaType ?? "application/octet-stream",
      onProgress: (done) => {
        if (done >= begun) progress.show("Adding", name, done, bytes);
      },
    });
    progress.line(`${name} is added:`);
  }
  await keepOriginal(file, sha256, folder);
  progress.line(pasteLines(name, sha256));
}

/** @throws Refusal `file-unusable` for what is no file, or is empty; an error of the system for what it refuses */
async function readableBytes(file: string): Promise<number> {
  const handle = await open(file);
  try {
    const stats = await handle.stat();
    if (stats.isDirectory()) throw unusable(file, "it is a folder", "Name the files in it.");
    if (!stats.isFile()) throw unusable(file, "it is no file", "Name a file.");
    if (stats.size === 0) throw unusable(file, "it is empty", "Name a file with content.");
    return stats.size;
  } finally {
    await handle.close();
  }
}

/** What is wrong with the file itself; undefined for any other error. */
function whyNot(file: string, error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return undefined;
  if (error.code === "ENOENT") return unusable(file, "it does not exist", "Look at its name.");
  if (error.code === "EACCES" || error.code === "EPERM")
    return unusable(file, "it may not be read", "Look at its permissions.");
  return undefined;
}

function unusable(file: string, why: string, help: string): Refusal {
  return new Refusal("file-unusable", 400, `${file} cannot be added: ${why}.`, help);
}
