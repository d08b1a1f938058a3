import { readFileSync } from "node:fs";

/** Scripts of package.json by name. */
export const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync("package.json", "utf8"),
).scripts;

/** Programs of this project that scripts run, by the name of the script: `tsx infra/cli/check.ts`. */
export const PROGRAMS: ReadonlyMap<string, string> = new Map(
  Object.entries(SCRIPTS).flatMap(([name, script]) => {
    const file = /^tsx (\S+\.ts)$/.exec(script)?.[1];
    return file === undefined ? [] : [[name, file] as const];
  }),
);
