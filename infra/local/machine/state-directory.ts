import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import * as v from "valibot";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { BUCKET_FOLDER } from "./bucket-folder.ts";
import { diskFull, hasRoom } from "./disk-room.ts";
import { isDynamoDbLocal } from "./dynamodb-local.ts";
import { makeUsable, storing } from "./state-usable.ts";

/** Bucket of the originals, which were not published and may be nowhere else. */
export const ORIGINALS = "dateline-originals";

/** What `running.json` tells other commands about the newsroom that runs on a state directory. */
export const RunningRecord = v.object({
  pid: v.number(),
  /** From here on: once it is ready. */
  address: v.optional(v.string()),
  dynamodb: v.optional(v.string()),
  dynamodbPid: v.optional(v.number()),
  s3: v.optional(v.string()),
  table: v.optional(v.string()),
  registrations: v.optional(v.string()),
  mediaBucket: v.optional(v.string()),
  originalsBucket: v.optional(v.string()),
});
export type RunningRecord = v.InferOutput<typeof RunningRecord>;

/** Where everything lies that survives a restart. */
export interface StateDirectory {
  readonly path: string;
  readonly dynamodb: string;
  readonly s3: string;
  /** Mail that was caught. */
  readonly mail: string;
  /** What compiling remembers. */
  readonly cache: string;
  /** Tells others what runs here, and where. */
  tell(running: Omit<RunningRecord, "pid">): void;
  /** Whether all of the content was published here at least once: what readers then see is no half of it. */
  readonly wasPublished: boolean;
  /** Remembers that all of the content has been published. */
  published(): void;
  /** Whether its files were stored by Dateline 0.1, which kept them in another form. */
  readonly isOutdated: boolean;
  /** Forgets what was published, and nothing else: neither originals nor what Dateline did not put here. */
  empty(): void;
  release(): void;
}

/**
 * Takes a state directory for this process. What an earlier one left behind when it was killed is ended first.
 *
 * @throws Refusal `already-running` when another newsroom runs on it
 * @throws Refusal `state-unusable`, `disk-full` when nothing can be stored in it
 */
export async function takeState(directory: string): Promise<StateDirectory> {
  const path = resolve(directory);
  const note = join(path, "running.json");
  const mark = join(path, "published");
  const [dynamodb, s3, mail, cache] = [
    join(path, "dynamodb"),
    join(path, "s3"),
    join(path, "mail"),
    join(path, "cache"),
  ];
  makeUsable(path, [dynamodb, s3, mail, cache]);
  const before = runningIn(path);
  if (before && (await isRunning(before))) throw alreadyRunning(path, before);
  if (before) await endLeftover(before);
  storing(path, () => rmSync(note, { force: true }));
  storing(path, () => {
    try {
      writeFileSync(note, JSON.stringify({ pid: process.pid }), { flag: "wx" });
    } catch (error) {
      if (isThere(error)) throw alreadyRunning(path, runningIn(path)); // another start was a moment faster
      rmSync(note, { force: true });
      throw error;
    }
  });
  if (!existsSync(mark) && !hasRoom(path)) {
    rmSync(note, { force: true });
    throw diskFull(path);
  }
  return {
    path,
    dynamodb,
    s3,
    mail,
    cache,
    tell: (running) =>
      storing(path, () =>
        writeFileSync(note, `${JSON.stringify({ pid: process.pid, ...running }, undefined, 2)}\n`),
      ),
    get wasPublished() {
      return existsSync(mark);
    },
    published: () => {
      if (!existsSync(mark)) storing(path, () => writeFileSync(mark, ""));
    },
    isOutdated: existsSync(join(s3, "buckets")),
    empty: () => {
      rmSync(mark, { force: true });
      removeWithin(dynamodb, (name) => name.startsWith("shared-local-instance.db"));
      removeWithin(s3, (name) => name !== ORIGINALS && existsSync(join(s3, name, BUCKET_FOLDER)));
      removeWithin(s3, (name) => name === "buckets" || name === "_multipart"); // as Dateline 0.1 kept them
      removeWithin(cache, (name) => name.startsWith("content."));
      removeWithin(mail, (name) => name.endsWith(".eml"));
    },
    release: () => {
      if (runningIn(path)?.pid === process.pid) rmSync(note, { force: true });
    },
  };
}

/** The newsroom that runs, or last ran, on a state directory. */
export function runningIn(path: string): RunningRecord | undefined {
  try {
    return v.parse(RunningRecord, JSON.parse(readFileSync(join(path, "running.json"), "utf8")));
  } catch {
    return undefined; // not there, or cut off when its writer was killed
  }
}

const ANSWER_MS = 5_000;

/** A process number alone proves little after a restart of the machine: the newsroom must answer, too. */
async function isRunning({ pid, address }: RunningRecord): Promise<boolean> {
  if (pid === process.pid || !isAlive(pid)) return false;
  if (address === undefined) return true; // it is still starting
  const signal = AbortSignal.timeout(ANSWER_MS);
  return fetch(address, { method: "HEAD", redirect: "manual", signal }).then(
    () => true,
    () => signal.aborted, // it listens there, and is busy
  );
}

/** Ends a DynamoDB Local that outlived a `kill -9`; two at once would spoil each other's tables. */
async function endLeftover({ dynamodb, dynamodbPid }: RunningRecord): Promise<void> {
  if (dynamodb === undefined || dynamodbPid === undefined) return;
  if (!isAlive(dynamodbPid) || !(await isDynamoDbLocal(dynamodb))) return;
  process.kill(dynamodbPid, "SIGKILL");
  while (isAlive(dynamodbPid)) await pause(20);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

function removeWithin(directory: string, isOurs: (name: string) => boolean): void {
  if (!existsSync(directory)) return;
  for (const name of readdirSync(directory)) {
    if (isOurs(name)) rmSync(join(directory, name), { recursive: true });
  }
  if (readdirSync(directory).length === 0) rmdirSync(directory);
}

function alreadyRunning(path: string, running: RunningRecord | undefined): Refusal {
  const where = running?.address ?? "and is just starting";
  return new Refusal(
    "already-running",
    409,
    `A newsroom already runs on ${path}: ${where} (process ${running?.pid ?? "unknown"}).`,
    "Use that one, end it with Ctrl-C, or give this one a place of its own with `--state DIR --port PORT`.",
  );
}
