import { constants } from "node:fs";
import { copyFile, link, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Where originals lie on this machine, each under its SHA-256, so that compiling finds them. */
export const originalsFolder = (cache: string): string => join(cache, "originals");

/** What a part that was not brought whole is called meanwhile. */
export const partOf = (folder: string, sha256: string): string => join(folder, `${sha256}.part`);

/** The originals in a cache folder. */
export async function originalsIn(cache: string): Promise<Set<string>> {
  const names = await readdir(originalsFolder(cache)).catch(() => []);
  return new Set(names.filter((name) => /^[0-9a-f]{64}$/.test(name)));
}

/** Only whoever runs this may look in: pictures of people lie here. */
export async function makeOriginalsFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/**
 * Leaves a copy of a file under its hash, without taking room where the file system can share it: as a clone, which
 * later edits of the file leave alone, else as a hard link, else in full.
 */
export async function keepOriginal(file: string, sha256: string, folder: string): Promise<void> {
  await makeOriginalsFolder(folder);
  const kept = join(folder, sha256);
  if (await stat(kept).catch(() => undefined)) return;
  const next = join(folder, `${sha256}.${process.pid}`);
  try {
    await copyFile(file, next, constants.COPYFILE_FICLONE_FORCE)
      .catch(() => link(file, next))
      .catch(() => copyFile(file, next));
    await rename(next, kept);
  } finally {
    await rm(next, { force: true });
  }
}

/** Takes an original, and what was brought of it, off this machine. */
export async function forgetOriginal(sha256: string, folder: string): Promise<void> {
  for (const path of [join(folder, sha256), partOf(folder, sha256)]) await rm(path, { force: true });
}
