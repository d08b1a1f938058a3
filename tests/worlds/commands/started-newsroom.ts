import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningRecord, runningIn } from "../../../infra/local/machine/state-directory.ts";
import { DATELINE } from "./command.ts";

/** A folder of its own with a copy of the sample content and room for a state. */
export interface Workplace {
  readonly content: string;
  readonly state: string;
  remove(): void;
}

/** @param cache of an earlier compilation, of which the newsroom gets a copy; without it, it compiles everything itself */
export function workplace(cache?: string): Workplace {
  const folder = mkdtempSync(join(tmpdir(), "dateline-"));
  const content = join(folder, "content");
  const state = join(folder, "state");
  cpSync("content", content, { recursive: true });
  if (cache !== undefined) cpSync(cache, join(state, "cache"), { recursive: true });
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  return { content, state, remove };
}

/** `npm start` as a program of its own, with everything it says. */
export interface StartedNewsroom {
  readonly child: ChildProcess;
  said(): string;
  /** Waits until it has said something that it had not said when it was asked. */
  hear(words: RegExp): Promise<void>;
  /** Waits until readers can come. @param timeoutMs for which it may take */
  opened(timeoutMs?: number): Promise<Required<RunningRecord>>;
  /** Ctrl-C in its terminal: the signal reaches npm and everything below it. Waits until all of it is gone. */
  interrupt(): Promise<unknown>;
  exit(): Promise<number | null>;
}

export function npmStart({ content, state }: Workplace, ...flags: string[]): StartedNewsroom {
  const args = ["start", "--silent", "--", "--port", "0", "--content", content, "--state", state, ...flags];
  return listenTo(spawn("npm", args, { detached: true }), state);
}

/** The same without npm, in an environment of our own. */
export function startDirectly(
  { content, state }: Workplace,
  env: NodeJS.ProcessEnv,
  ...flags: string[]
): StartedNewsroom {
  const args = [DATELINE, "start", "--content", content, "--state", state, ...flags];
  return listenTo(spawn(process.execPath, args, { env, detached: true }), state);
}

/** A machine on which everything else is tested, too, takes its time. */
const WAIT_MS = 60_000;

function listenTo(child: ChildProcess, state: string): StartedNewsroom {
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      said += chunk;
    });
  const exited = once(child, "close").then(() => child.exitCode);
  async function hear(words: RegExp, from = said.length, timeoutMs = WAIT_MS): Promise<void> {
    const signal = AbortSignal.timeout(timeoutMs);
    while (!words.test(said.slice(from))) {
      const news = [child.stdout, child.stderr].flatMap((stream) =>
        stream ? [once(stream, "data", { signal }).catch(() => "silent" as const)] : [],
      );
      const event = await Promise.race([...news, exited.then(() => "ended" as const)]);
      if (typeof event === "string")
        throw new Error(`It ${event === "ended" ? "ended" : "waits"} without saying ${words}:\n${said}`);
    }
  }
  return {
    child,
    said: () => said,
    hear: (words) => hear(words),
    opened: async (timeoutMs) => {
      await hear(/The newsroom is open/, 0, timeoutMs);
      const running = runningIn(state);
      const { address, dynamodb, dynamodbPid, s3, table, registrations, mediaBucket, originalsBucket } =
        running ?? {};
      if (
        !running ||
        !address ||
        !dynamodb ||
        !dynamodbPid ||
        !s3 ||
        !table ||
        !registrations ||
        !mediaBucket ||
        !originalsBucket
      )
        throw new Error(`running.json is not complete: ${JSON.stringify(running)}`);
      const stores = { dynamodb, dynamodbPid, s3, table, registrations, mediaBucket, originalsBucket };
      return { pid: running.pid, address, ...stores };
    },
    interrupt: () => {
      process.kill(-(child.pid ?? 0), "SIGINT");
      return exited;
    },
    exit: () => exited,
  };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
