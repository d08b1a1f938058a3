import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The program behind every command of whoever runs a newsroom, from the folder of the project. */
export const DATELINE = "infra/cli/dateline.mjs";

/** What a command came to. */
export interface CommandRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of the operator's commands as npm does, in the folder of the project. */
export function command(name: string, ...args: string[]): Promise<CommandRun> {
  return answered(name, "", ...args);
}

/** The same with what somebody types into it. */
export function answered(name: string, typed: string, ...args: string[]): Promise<CommandRun> {
  return new Promise((resolve) => {
    const env = { ...process.env, npm_lifecycle_event: name };
    const script = [DATELINE, name, ...args];
    const child = execFile(process.execPath, script, { cwd: ROOT, env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, stdout, stderr });
    });
    child.stdin?.end(typed);
  });
}
