import { basename, relative } from "node:path";
import { watch } from "chokidar";

/** Editors write in several steps, and people save several files: this long after the last step. */
const QUIET_MS = 150;

/**
 * Calls `changed` with the files of a folder that were edited, added or removed, as paths within it; never twice at
 * once, and once more for what was edited meanwhile.
 *
 * @returns how to stop: from then on nothing is called; what runs already ends by itself
 */
export async function watchFolder(
  folder: string,
  changed: (files: readonly string[]) => Promise<void>,
): Promise<() => Promise<void>> {
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path) => path !== folder && isScratch(basename(path)),
  });
  const edited = new Set<string>();
  let running = false;
  let timer: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    while (edited.size > 0) {
      const files = [...edited].sort();
      edited.clear();
      await changed(files);
    }
    running = false;
  }

  watcher.on("all", (_event, path) => {
    edited.add(relative(folder, path).replaceAll("\\", "/"));
    clearTimeout(timer);
    timer = setTimeout(run, QUIET_MS);
  });
  watcher.on("error", (error) => console.error(`${folder} can no longer be watched:`, error));
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  return async () => {
    clearTimeout(timer);
    edited.clear();
    await watcher.close();
  };
}

/** What editors and file managers leave beside the files they save. */
function isScratch(name: string): boolean {
  return name.startsWith(".") || name.endsWith("~") || /^(?:4913|.+\.sw[a-z]|Thumbs\.db)$/.test(name);
}
