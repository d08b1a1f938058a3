import { existsSync, readFileSync } from "node:fs";
import { inject } from "vitest";
import { failureOf } from "../../setup/sample-folder.ts";

/** Preparing takes half a minute on a busy machine, once. */
const WAIT_MS = 120_000;
const ASK_EVERY_MS = 100;

/**
 * The folder with the prepared files of the sample content. The run prepares them while its first tests run; who comes
 * before it is ready waits here.
 *
 * @throws Error with what went wrong while they were prepared
 */
export function sampleFiles(): string {
  const folder = inject("sampleCache");
  const asleep = new Int32Array(new SharedArrayBuffer(4));
  const began = performance.now();
  while (!existsSync(folder)) {
    if (existsSync(failureOf(folder))) throw new Error(readFileSync(failureOf(folder), "utf8"));
    if (performance.now() - began > WAIT_MS) throw new Error("The sample files were not prepared in time.");
    Atomics.wait(asleep, 0, 0, ASK_EVERY_MS);
  }
  return folder;
}
