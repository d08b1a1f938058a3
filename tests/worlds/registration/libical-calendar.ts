import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What libical makes of a message. */
export interface Received {
  /** Whether it is as RFC 5546 asks of its method, without an error. */
  readonly sound: boolean;
  /** As which it is taken: `REQUEST-NEW`, `REQUEST-RESCHEDULE`, `CANCEL-EVENT`; `OBSOLETE` for what is late. */
  readonly class: string;
  /** Of the entry as it is in the calendar from then on. */
  readonly sequence: number | null;
  readonly status: string | null;
}

const SCRIPT = fileURLToPath(new URL("./libical-calendar.py", import.meta.url));

/** A calendar of this person that libical keeps, after each of these messages. */
export function receivedByLibical(user: string, messages: readonly string[]): Received[] {
  const { stdout, stderr, status } = spawnSync("python3", [SCRIPT], {
    input: JSON.stringify({ user, messages }),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
