import { Refusal } from "../../../functions/domain/refusal.ts";
import { type RunningRecord, runningIn } from "../../local/machine/state-directory.ts";

/** A newsroom that `npm start` runs on this machine, ready for readers. */
export type RunningNewsroom = { readonly [Name in keyof RunningRecord]-?: NonNullable<RunningRecord[Name]> };

/**
 * The newsroom that runs on a state directory, and answers.
 * @throws Refusal `newsroom-unreachable`
 */
export async function runningNewsroom(state: string): Promise<RunningNewsroom> {
  const running = runningIn(state);
  if (!isReady(running) || !(await isAnswering(running.address)))
    throw newsroomUnreachable(`No newsroom runs on ${state}.`);
  return running;
}

function isReady(running: RunningRecord | undefined): running is RunningNewsroom {
  return running?.address !== undefined && PARTS.every((part) => running[part] !== undefined);
}

/** What a newsroom notes of itself once it is ready. */
const PARTS = [
  "dynamodb",
  "dynamodbPid",
  "s3",
  "table",
  "registrations",
  "mediaBucket",
  "originalsBucket",
] as const satisfies readonly (keyof RunningRecord)[];

export function newsroomUnreachable(message: string): Refusal {
  return new Refusal(
    "newsroom-unreachable",
    503,
    message,
    "Start it with `npm start` in another terminal, or name a deployed one with `--stage dev`.",
  );
}

const TIMEOUT_MS = 5_000;

export function isAnswering(address: string): Promise<boolean> {
  const asked = fetch(address, {
    method: "HEAD",
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return asked.then(
    () => true,
    () => false,
  );
}
