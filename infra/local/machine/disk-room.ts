import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal, refusalLine } from "../../../functions/domain/refusal.ts";

/** What the largest transaction of DynamoDB may take; with less left, storing fails now or soon. */
const ROOM_BYTES = 4 * 1024 * 1024;

/** Whether a folder can still take a few megabytes. It is tried, since a quota shows in no other way. */
export function hasRoom(folder: string): boolean {
  const file = join(folder, `room-${process.pid}.tmp`);
  try {
    writeFileSync(file, Buffer.alloc(ROOM_BYTES));
    return true;
  } catch (error) {
    return !isNoSpace(error);
  } finally {
    rmSync(file, { force: true });
  }
}

/** Whether an error, or what caused it, is the system's that no space is left on the device or within the quota. */
export function isNoSpace(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  return code === "ENOSPC" || code === "EDQUOT" || isNoSpace(error.cause);
}

export function diskFull(folder: string, cause?: unknown): Refusal {
  return new Refusal(
    "disk-full",
    507,
    `The disk is full: nothing more can be stored in ${folder}.`,
    "Free some space there, or give the newsroom another place with `--state DIR`.",
    { cause },
  );
}

/** Finds out whether a failure to store comes from a full disk, which the stand-ins for DynamoDB and S3 do not name. */
export interface DiskRoom {
  /** @returns Refusal `disk-full` when no room is left; undefined when the failure has another cause */
  explain(error: unknown): Refusal | undefined;
}

/** How long it is not named again. */
const NAMED_FOR_MS = 10 * 60_000;

/**
 * @param report is given the line for the terminal, once and not with every request that fails
 * @param isRoomLeft for tests, which have no full disk
 */
export function diskRoom(
  folder: string,
  report: (line: string) => void,
  isRoomLeft: (folder: string) => boolean = hasRoom,
): DiskRoom {
  let namedAt = Number.NEGATIVE_INFINITY;
  return {
    explain: (error) => {
      if (error instanceof Refusal && error.code === "disk-full") return error;
      if (isRoomLeft(folder) && !isNoSpace(error)) return undefined;
      const refusal = diskFull(folder, error);
      if (performance.now() - namedAt > NAMED_FOR_MS) {
        namedAt = performance.now();
        report(`${refusalLine(refusal)}\n`);
      }
      return refusal;
    },
  };
}
