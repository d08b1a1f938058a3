import { basename } from "node:path";
import { watch } from "chokidar";

/** Editors write in several steps, and people save several files: this long after the last step. */
const QUIET_MS = 150;

/**
 * Calls `changed` after files in a folder were edited, added or removed; never twice at once, and once more when
 * something was edited meanwhile.
 *
 * @returns how to stop; it answers when nothing runs any more
 */
export async function watchFolder(
  folder: string,
  changed: () => Promise<void>,
): Promise<() => Promise<void>> {
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path) => path !== folder && isScratch(basename(path)),
  });
  let running: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    if (running) {
      again = true;
      return;
    }
    running = changed();
    await running;
    running = undefined;
    if (!again) return;
    again = false;
    await run();
  }

  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(run, QUIET_MS);
  });
  watcher.on("error", (error) => console.error(`${folder} can no longer be watched:`, error));
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  return async () => {
    clearTimeout(timer);
    again = false;
    await watcher.close();
  };
}

/** What editors and file managers leave beside the files they save. */
function isScratch(name: string): boolean {
  return name.startsWith(".") || name.endsWith("~") || /^(?:4913|.+\.sw[a-z]|Thumbs\.db)$/.test(name);
}
