import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

const NAME = "DATELINE_TEST_MARK";

/** An environment by which every process below one can be found again, also those that outlive it (Linux, proc(5)). */
export function markedEnvironment(): { env: NodeJS.ProcessEnv; running(): string[] } {
  const mark = randomUUID();
  return {
    env: { ...process.env, [NAME]: mark },
    running: () =>
      readdirSync("/proc")
        .filter((name) => /^\d+$/.test(name) && readOr(`/proc/${name}/environ`).includes(`${NAME}=${mark}`))
        .map((name) => readOr(`/proc/${name}/cmdline`).replaceAll("\0", " "))
        .filter((command) => command !== ""), // ended, and not yet taken note of
  };
}

/** Empty for a process that has ended meanwhile, or is somebody else's. */
function readOr(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
