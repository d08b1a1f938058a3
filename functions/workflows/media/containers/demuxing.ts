import { ALL_FORMATS, CustomSource, Input, Logging, LogLevel } from "mediabunny";
import type { ReadAt } from "./read-at.ts";

Logging.level = LogLevel.Silent; // what is wrong is said in findings

/** A recording as Mediabunny reads it, for as long as the work takes. It must not close the file, which is not its own. */
export async function demuxing<T>(file: ReadAt, work: (input: Input) => Promise<T>): Promise<T> {
  const source = new CustomSource({
    getSize: () => file.bytes,
    read: (start, end) => file.exactly(start, end - start),
    prefetchProfile: "fileSystem",
    handleUnhandledError: () => undefined, // reading ahead into damage fails where nobody waits for it
  });
  const input = new Input({ source, formats: ALL_FORMATS });
  try {
    return await work(input);
  } finally {
    input.dispose();
  }
}
