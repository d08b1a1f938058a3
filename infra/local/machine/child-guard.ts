import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Ends a child, first politely; waits until it is gone. */
export type EndChild = () => Promise<void>;

const TIMEOUT_MS = 3_000;

/**
 * Promises that a child never outlives this process, however that ends. An exit is seen here; a `kill -9` is seen
 * by a small shell that waits for the end of its standard input, which the system closes when we die.
 */
export function guardChild(child: ChildProcess): EndChild {
  const endAtExit = () => child.kill("SIGKILL");
  process.once("exit", endAtExit);
  const watch = process.platform === "win32" ? undefined : watchFromOutside(child);
  child.once("exit", () => {
    process.off("exit", endAtExit);
    watch?.kill("SIGKILL");
  });
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    const force = setTimeout(() => child.kill("SIGKILL"), TIMEOUT_MS);
    await gone;
    clearTimeout(force);
  };
}

function watchFromOutside(child: ChildProcess): ChildProcess {
  const watch = spawn("/bin/sh", ["-c", `read -r _; kill -9 ${child.pid}`], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true, // Ctrl-C in a terminal reaches the whole group: the watch must live on until we are gone
  });
  watch.on("error", () => {}); // without a shell only a `kill -9` of ours goes unseen, and the next start ends what it left
  watch.unref();
  return watch;
}
