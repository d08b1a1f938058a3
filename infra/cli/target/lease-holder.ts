import { readFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import type { LeaseHolder } from "../../../functions/storage/newsroom/lease-state.ts";

/** This process, as others are told who publishes. */
export function thisProcess(): LeaseHolder {
  return { name: `${userInfo().username}@${hostname()}`, machine: machine(), process: process.pid };
}

/** Whether a holder ran on this machine and does not run any more: then nobody need wait for the end of its lease. */
export function hasDied(holder: LeaseHolder): boolean {
  if (holder.machine !== machine()) return false;
  try {
    process.kill(holder.process, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

/** Host names repeat, above all in pipelines; on Linux the number of this start of the machine tells them apart. */
function machine(): string {
  try {
    return `${hostname()} ${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}`;
  } catch {
    return hostname();
  }
}
