import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { vi } from "vitest";
import type { CommandRun } from "./command.ts";

/**
 * Runs the entry file of a command in this process, which costs milliseconds where a process of its own costs tenths of
 * a second. For help and refusals: what a command loads when it works stays loaded.
 */
export async function commandHere(file: string, ...args: string[]): Promise<CommandRun> {
  const { argv, exitCode } = process;
  const listeners = process.stdout.listeners("error");
  let [stdout, stderr] = ["", ""];
  const out = vi.spyOn(process.stdout, "write").mockImplementation((part) => {
    stdout += part;
    return true;
  });
  const error = vi.spyOn(process.stderr, "write").mockImplementation((part) => {
    stderr += part;
    return true;
  });
  vi.resetModules();
  try {
    process.argv = [process.execPath, file, ...args];
    process.exitCode = undefined;
    await import(pathToFileURL(resolve(file)).href);
    return { code: Number(process.exitCode ?? 0), stdout, stderr };
  } finally {
    out.mockRestore();
    error.mockRestore();
    for (const each of process.stdout.listeners("error"))
      if (!listeners.includes(each)) process.stdout.off("error", each as () => void);
    process.argv = argv;
    process.exitCode = exitCode;
  }
}
