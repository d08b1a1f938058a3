import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { diskFull, isNoSpace } from "./disk-room.ts";

/**
 * Makes the state folder where it is missing, and sees that it and those of its folders that are there can be written
 * to: what DynamoDB Local cannot write shows in no other way than as a fault of its own, much later.
 *
 * @throws Refusal `state-unusable`, `disk-full`
 */
export function makeUsable(path: string, folders: readonly string[]): void {
  storing(path, () => {
    makeFolder(path);
    for (const folder of [path, ...folders]) {
      if (!existsSync(folder)) continue;
      if (!statSync(folder).isDirectory()) throw unusable(path, `${folder} is a file`);
      accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    }
  });
}

/** Not by `recursive`, which never comes back from a folder under `/proc` (Node 24). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Does what stores something in the state folder. @throws Refusal `state-unusable`, `disk-full` when it cannot be stored */
export function storing<Result>(path: string, store: () => Result): Result {
  try {
    return store();
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error) || !("code" in error)) throw error;
    if (isNoSpace(error)) throw diskFull(path, error);
    throw unusable(path, reasonOf(error.code, error.message), error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "this user has no permission to write there",
  EPERM: "this user has no permission to write there",
  EROFS: "it is read-only",
  EEXIST: "a file stands there",
  ENOTDIR: "a part of its path is a file",
  ENOENT: "no folder can be made there",
};

function reasonOf(code: unknown, message: string): string {
  return REASONS[String(code)] ?? /^\w+: ([^,]+)/.exec(message)?.[1] ?? message;
}

function unusable(path: string, reason: string, cause?: unknown): Refusal {
  return new Refusal(
    "state-unusable",
    500,
    `The state folder ${path} cannot be used: ${reason}.`,
    "Name a folder that this user can write to with `--state DIR`.",
    { cause },
  );
}
