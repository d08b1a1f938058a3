import { Refusal, type RefusalCode } from "../../../functions/domain/refusal.ts";
import { readArguments } from "./arguments.ts";
import type { Command, Option } from "./command-definition.ts";
import { helpText } from "./help-text.ts";
import { say, warnOfRefusal } from "./say.ts";

const NODE_MAJOR = 24;

/** Exit code of a command that was called wrongly, as of most programs; whatever else is refused ends with 1. */
const WRONG_USE = 2;
const OF_WRONG_USE: readonly RefusalCode[] = [
  "option-invalid",
  "stage-unknown",
  "early-person-invalid",
  "why-missing",
];
const BAD_REQUEST = 400;

/** Exit code of what an emergency interrupted, as of sendmail's EX_TEMPFAIL: run again, it may succeed. */
const PREEMPTED = 75;

/** A program that is one command. */
export function runCommand<Options extends Record<string, Option>>(command: Command<Options>): Promise<void> {
  return endWith(() => performCommand(command, process.argv.slice(2)));
}

/**
 * Runs a command: reads flags and environment, and answers `--help`.
 * @param args after its name
 * @returns its exit code
 */
export async function performCommand<Options extends Record<string, Option>>(
  command: Command<Options>,
  args: readonly string[],
): Promise<number> {
  const { values, positionals } = readArguments(command, args, process.env);
  if (values !== "help") return command.run(values, positionals);
  say(helpText(command.page?.(positionals) ?? command));
  return 0;
}

/**
 * Ends with the exit code that the work comes to. Looks at the version of Node before it, and turns every refusal into
 * one readable line on standard error and exit code 1, 2 where the arguments are wrong, 75 where an emergency command
 * interrupted it. A stack trace is shown only for a fault of Dateline's own.
 */
export async function endWith(work: () => Promise<number>): Promise<void> {
  if (!process.stdout.listeners("error").includes(ignoreClosedPipe))
    process.stdout.on("error", ignoreClosedPipe);
  try {
    requireNode(process.versions.node);
    process.exitCode = await work();
  } catch (thrown) {
    const error = fileUnusable(thrown) ?? thrown;
    if (!(error instanceof Refusal)) throw error;
    warnOfRefusal(error);
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf({ code, status }: Refusal): number {
  if (code === "publish-preempted") return PREEMPTED;
  return OF_WRONG_USE.includes(code) && status === BAD_REQUEST ? WRONG_USE : 1;
}

/** A reader such as `head` that has seen enough is no failure, and what the command does goes on to its end. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

/** What the system says of a file or a folder, for whoever named it; undefined for any other error. */
function fileUnusable(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !("syscall" in error) || !("path" in error)) return undefined;
  const reason = /^\w+: ([^,]+)/.exec(error.message)?.[1] ?? error.message;
  return new Refusal(
    "file-unusable",
    500,
    `${String(error.path)} cannot be used: ${reason}.`,
    "Look at what stands there and at its permissions, or name another place.",
    { cause: error },
  );
}

/** @throws Refusal `node-version` for another major than the one Lambda runs */
function requireNode(version: string): void {
  if (Number.parseInt(version, 10) === NODE_MAJOR) return;
  throw new Refusal(
    "node-version",
    500,
    `Dateline runs on Node ${NODE_MAJOR}, this is Node ${version}.`,
    "Run `npm ci` and start it through npm, which brings the right one; if npm blocked install scripts, run `npm rebuild node` first.",
  );
}
