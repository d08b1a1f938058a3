import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SCRIPTS } from "../worlds/commands/commands.ts";
import { importGraph } from "../worlds/sources/import-graph.ts";
import { sourceFiles } from "../worlds/sources/source-files.ts";

/*
 * The line between the two lists: `dependencies` are what the newsroom and its commands load, here or in a function,
 * and the two programs that run them; `npm ci --omit=dev && npm start` works. `devDependencies` are what makes the
 * stack (`infra/aws`, and `cdk`, which `npm run deploy` starts), what checks types and format, and what only tests
 * and benches load.
 */

const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync("package.json", "utf8"));
const DIRECT = [...Object.keys(dependencies), ...Object.keys(devDependencies)];

/** `npm start` runs `node --import tsx`, with the Node that npm brings. */
const RUNNERS = ["node", "tsx"];
/** The program that runs `infra/aws`; its name is all that the other rooms know of it. */
const STACK_MAKER = "aws-cdk";

const graph = importGraph();

/** Own files that loading these needs, or may need while they run; and these. */
function reachedFrom(files: readonly string[]): string[] {
  const own = files
    .flatMap((file) => graph.reachedBy(file))
    .filter((path) => /^(functions|infra)\//.test(path));
  return [...new Set([...files, ...own])];
}

/** A package's name as a string of its own, as the beginning of one, or as a folder of `node_modules`. */
const NAMED = /["'`](?:\S*node_modules\/)?((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^"'`]*)?["'`]/g;

/** Packages of package.json that files import, resolve or read; types are gone when a program runs. */
function packagesNamed(files: readonly string[]): Set<string> {
  const named = files.flatMap((file) => {
    const source = readFileSync(file, "utf8")
      .replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, "") // comments
      .replaceAll(/^(?:import|export) type [^;]*;/gm, "");
    return [...source.matchAll(NAMED)].map(([, name = ""]) => name);
  });
  return new Set(named.filter((name) => DIRECT.includes(name)));
}

const product = [
  ...sourceFiles("functions"),
  ...sourceFiles("infra").filter((file) => !file.startsWith("infra/aws/")),
];
const loaded = [...packagesNamed(reachedFrom(product)), ...RUNNERS].filter((name) => name !== STACK_MAKER);

test("dependencies of package.json are what functions and commands load, and nothing else", () => {
  expect(loaded.length).toBeGreaterThan(30);
  expect(Object.keys(dependencies).sort()).toEqual([...new Set(loaded)].sort());
});

describe("every one of devDependencies", () => {
  const settings = ["vitest.config.ts", "tests/setup/mutants/domain.json"];
  const others = [...settings, ...sourceFiles("tests"), ...sourceFiles("infra/aws")];
  const named = packagesNamed([...others, ...product]);
  const programs = new Set(Object.values(SCRIPTS).flatMap((script) => script.split(" ")));
  /** Commands that a package brings, as scripts of package.json call them. */
  const commandsOf = (name: string): string[] => {
    const { bin = {} } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
    return typeof bin === "string" ? [name] : Object.keys(bin);
  };
  const typed = (name: string) => /^@types\/(.+)$/.exec(name)?.[1] ?? "";

  test.each(Object.keys(devDependencies))("%s is loaded, run, or gives types to another", (name) => {
    const isUsed =
      named.has(name) || DIRECT.includes(typed(name)) || commandsOf(name).some((each) => programs.has(each));
    expect(isUsed).toBe(true);
  });
});
