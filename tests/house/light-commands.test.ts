import { expect, test } from "vitest";
import { PROGRAMS } from "../worlds/commands/commands.ts";
import { importGraph } from "../worlds/sources/import-graph.ts";
import { sourceFiles } from "../worlds/sources/source-files.ts";

/** Programs that are started by hand or by another program, beside those that package.json names. */
const BENCHES = sourceFiles("tests/bench");

/** A package that loads in milliseconds, so that help and refusals come at once. */
const LIGHT_PACKAGES = ["valibot"];
/** Parts of the project that an entry file may load: values and rules, not what works with them. */
const LIGHT_PARTS =
  /^(functions\/domain|infra\/cli|infra\/aws\/stage|infra\/artwork\/(artwork|groups|tools)\.ts$)/;
const LIGHT_FILES = [
  "functions/workflows/content/read/suggestion.ts",
  "functions/workflows/media/metadata/perl.ts",
  "infra/local/machine/bucket-folder.ts",
  "infra/local/machine/child-guard.ts",
  "infra/local/machine/disk-room.ts",
  "infra/local/edge/door.ts",
  "infra/local/machine/dynamodb-local.ts",
  "infra/local/endings.ts",
  "infra/local/machine/free-port.ts",
  "infra/local/machine/java.ts",
  "infra/local/machine/keep-alive.ts",
  "infra/local/machine/state-directory.ts",
  "infra/local/machine/state-usable.ts",
];
const programs = [...new Set([...PROGRAMS.values()].map(({ file }) => file))];
const COMMANDS = sourceFiles("infra/cli/commands");
const entries = [...programs, ...COMMANDS, "tests/bench/publish.ts"];

const graph = importGraph();

const isOwnOrNode = (path: string) => /^(?:node:|infra\/|functions\/)/.test(path);
const isLight = (path: string) =>
  path.startsWith("node:") ||
  LIGHT_PACKAGES.includes(path) ||
  LIGHT_PARTS.test(path) ||
  LIGHT_FILES.includes(path);

test.each(["infra/cli/dateline.ts", "infra/cli/commands/start.ts"])(
  "`npm start` loads no package at all before it has looked at the version of Node: %s",
  (file) => {
    expect(graph.loadedBy(file).filter((path) => !isOwnOrNode(path))).toEqual([]);
  },
);

test("the list of commands loads none of them", () => {
  expect(graph.loadedBy("infra/cli/dateline.ts").filter((path) => COMMANDS.includes(path))).toEqual([]);
});

test.each([...entries, "infra/cli/start/start-newsroom.ts"])(
  "%s loads nothing heavy before its arguments are judged",
  (entry) => {
    expect(graph.loadedBy(entry).filter((path) => !isLight(path))).toEqual([]);
  },
);

test.each([...new Set([...programs, ...BENCHES])])(
  "%s runs outside a test run: nothing that it imports needs vitest",
  (program) => {
    expect(graph.reachedBy(program).filter((path) => /^vitest(\/|$)/.test(path))).toEqual([]);
  },
);
