import { Refusal } from "../../../functions/domain/refusal.ts";
import { type Running, whatRuns } from "../../local/machine/state-directory.ts";

/** A newsroom that `npm start` runs on this machine, ready for readers. */
export type RunningNewsroom = { readonly [Name in keyof Running]-?: NonNullable<Running[Name]> };

/**
 * The newsroom that runs on a state directory, and answers.
 * @throws Refusal `newsroom-unreachable`
 */
export async function runningNewsroom(state: string): Promise<RunningNewsroom> {
  const running = whatRuns(state);
  if (!isReady(running) || !(await answers(running.address)))
    throw newsroomUnreachable(`No newsroom runs on ${state}.`);
  return running;
}

function isReady(running: Running | undefined): running is RunningNewsroom {
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
] as const satisfies readonly (keyof Running)[];

export function newsroomUnreachable(message: string): Refusal {
  return new Refusal(
    "newsroom-unreachable",
    503,
    message,
    "Start it with `npm start` in another terminal, or name a deployed one with `--stage dev`.",
  );
}

const PATIENCE_MS = 5_000;

export function answers(address: string): Promise<boolean> {
  const asked = fetch(address, {
    method: "HEAD",
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return asked.then(
    () => true,
    () => false,
  );
}
