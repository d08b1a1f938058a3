import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PROGRAMS } from "../worlds/commands/programs.ts";

/** Packages that the tests name when a program is missing. */
const needed = [...new Set(Object.values(PROGRAMS).flatMap((program) => program.package.split(" ")))].sort();

test.each([
  ["README.md", /^apt install (.+)$/m],
  [".ci/run", /apt-get install [^\\\n]*\\\n +(.+)$/m],
])("%s installs the packages that npm run interop needs, and no other", (file, line) => {
  const named = line.exec(readFileSync(file, "utf8"))?.[1]?.split(/\s+/) ?? [];
  expect(named.sort()).toEqual(needed);
});
