import type { LogCircumstances } from "../domain/metrics.ts";
import type { Housekept } from "../workflows/housekeeping/dependencies.ts";
import { housekeptLine } from "../workflows/housekeeping/log-line.ts";
import { failureLine } from "./runtime/failure-line.ts";

/**
 * A run of housekeeping that tells what it came to and fails where part of it did, so that the alarm on failures sees
 * it; everything else was done all the same.
 */
export function housekeepingHandler(
  run: () => Promise<Housekept>,
  write: (line: string) => void,
  circumstances: () => LogCircumstances,
) {
  return async (): Promise<void> => {
    const done = await run();
    for (const failure of done.failures)
      write(failureLine("housekeeping-failed", failure, circumstances().now));
    write(housekeptLine(done, circumstances()));
    if (done.failures.length > 0)
      throw new Error(
        `Housekeeping could not do ${done.failures.length} things; the next minute tries again.`,
      );
  };
}
