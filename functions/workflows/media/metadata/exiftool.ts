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

/** How long they wait for more to do. Waiting, they keep nobody from ending: they go with the process. */
const IDLE_MS = 30_000;

let shared: ExifTool | undefined;

/** @throws Refusal `perl-missing` where there is no Perl to run it */
function exiftool(): ExifTool {
  if (shared) return shared;
  requirePerl();
  shared = new ExifTool({
    maxProcs: PROCESSES,
    taskTimeoutMillis: TASK_MS,
    taskRetries: 0,
    maxIdleMsPerProcess: IDLE_MS,
    // nobody's own configuration: the same file gives the same bytes for everyone
    exiftoolArgs: ["-config", "", "-stay_open", "True", "-@", "-"],
  });
  return shared;
}

/** Runs one command. @returns what it says on standard output @throws Error with what it says is wrong */
export const runExiftool = (args: readonly string[]): Promise<string> =>
  exiftool().enqueueTask(() => new Command([...args]));

class Command extends ExifToolTask<string> {
  protected parse(output: string, error?: Error): string {
    if (error) throw error;
    return output;
  }
}
