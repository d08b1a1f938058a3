import { ExifTool, ExifToolTask } from "exiftool-vendored";
import { requirePerl } from "./perl.ts";

/**
 * ExifTool (https://exiftool.org), which knows the metadata of every camera, as processes that stay open: starting one
 * for each file would take longer than its work.
 */

/** Two are busy on two cores; each writes one file at a time. */
const PROCESSES = 2;
/** Rewriting a file of many gigabytes on a slow disk. */
const TASK_MS = 30 * 60_000;

/** How long they wait for more to do. As long as they are there, this process does not end. */
const IDLE_MS = 1_000;

let shared: ExifTool | undefined;
let running = 0;
let leave: NodeJS.Timeout | undefined;

/** @throws Refusal `perl-missing` where there is no Perl to run it */
function exiftool(): ExifTool {
  if (shared) return shared;
  requirePerl();
  shared = new ExifTool({
    maxProcs: PROCESSES,
    taskTimeoutMillis: TASK_MS,
    taskRetries: 0,
    // nobody's own configuration: the same file gives the same bytes for everyone
    exiftoolArgs: ["-config", "", "-stay_open", "True", "-@", "-"],
  });
  return shared;
}

/** Runs one command. @returns what it says on standard output @throws Error with what it says is wrong */
export async function runExiftool(args: readonly string[]): Promise<string> {
  clearTimeout(leave);
  running++;
  try {
    return await exiftool().enqueueTask(() => new Command([...args]));
  } finally {
    if (--running === 0) leave = setTimeout(end, IDLE_MS);
  }
}

/** What comes later starts new ones. */
function end(): void {
  const ending = shared;
  shared = undefined;
  ending?.end().catch(() => {}); // they are gone, or go with this process
}

class Command extends ExifToolTask<string> {
  protected parse(output: string, error?: Error): string {
    if (error) throw error;
    return output;
  }
}
