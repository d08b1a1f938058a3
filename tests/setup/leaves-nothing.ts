import { readdirSync, readFileSync } from "node:fs";
import { afterAll, expect, vi } from "vitest";

/** Servers that listen and folders that are watched. Sockets kept for the next request and timers end by themselves. */
const WATCHED = new Set(["TCPServerWrap", "PipeServerWrap", "FSEventWrap"]);
/** ExifTool and esbuild stay for the files that follow in this process, and end with it. */
const STAYS = /exiftool|esbuild/i;

function openHandles(): string[] {
  return [...process.getActiveResourcesInfo().filter((name) => WATCHED.has(name)), ...children()].sort();
}

/** Command lines of the programs that this process started and that still run; nothing where there is no /proc. */
function children(): string[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc/self/task").flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, "utf8")
      .split(" ")
      .filter((pid) => pid !== "")
      .flatMap(commandLine)
      .filter((line) => line !== "" && !STAYS.test(line)),
  );
}

function commandLine(pid: string): string[] {
  try {
    return [readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim()];
  } catch {
    return []; // it has ended
  }
}

const before = openHandles();

/** Runs after the last hook of a test file: what it started has ended. */
afterAll(() => vi.waitFor(() => expect(openHandles()).toEqual(before), { timeout: 5_000 }));
