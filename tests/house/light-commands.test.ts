import { expect, test } from "vitest";
import { PROGRAMS } from "../worlds/commands.ts";
import { importGraph } from "../worlds/import-graph.ts";
import { sourceFiles } from "../worlds/source-files.ts";

/** Programs that are started by hand or by another program, beside those that package.json names. */
const BENCHES = sourceFiles("tests/bench");

/** A package that loads in milliseconds, so that help and refusals come at once. */
const LIGHT_PACKAGES = ["valibot"];
/** Parts of the project that an entry file may load: values and rules, not what works with them. */
const LIGHT_PARTS = /^(functions\/domain|infra\/cli|infra\/aws\/(stage|mail-settings)\.ts$)/;
const LIGHT_FILES = [
  "functions/workflows/content/suggestion.ts",
  "functions/workflows/media/perl.ts",
  "infra/local/bucket-folder.ts",
  "infra/local/child-guard.ts",
  "infra/local/disk-room.ts",
  "infra/local/door.ts",
  "infra/local/dynamodb-local.ts",
  "infra/local/endings.ts",
  "infra/local/free-port.ts",
  "infra/local/java.ts",
  "infra/local/keep-alive.ts",
  "infra/local/state-directory.ts",
  "infra/local/state-usable.ts",
];
const entries = [...new Set([...PROGRAMS.values(), "tests/bench/publish.ts"])];

const graph = importGraph();

const isOwnOrNode = (path: string) => /^(?:node:|infra\/|functions\/)/.test(path);
const isLight = (path: string) =>
  path.startsWith("node:") ||
  LIGHT_PACKAGES.includes(path) ||
  LIGHT_PARTS.test(path) ||
  LIGHT_FILES.includes(path);

test("`npm start` loads no package at all before it has looked at the version of Node", () => {
  expect(graph.loadedBy("infra/cli/start.ts").filter((path) => !isOwnOrNode(path))).toEqual([]);
});

test.each([...entries, "infra/cli/start-newsroom.ts"])(
  "%s loads nothing heavy before its arguments are judged",
  (entry) => {
    expect(graph.loadedBy(entry).filter((path) => !isLight(path))).toEqual([]);
  },
);

test.each([...new Set([...PROGRAMS.values(), ...BENCHES])])(
  "%s runs outside a test run: nothing that it imports needs vitest",
  (program) => {
    expect(graph.reachedBy(program).filter((path) => /^vitest(\/|$)/.test(path))).toEqual([]);
  },
);
