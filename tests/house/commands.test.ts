import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, test, vi } from "vitest";
import { COMMAND_NAMES, isCommandName } from "../../infra/cli/console/command-names.ts";
import { commandHere } from "../worlds/commands/command-here.ts";
import {
  commandsIn,
  flagsIn,
  type HelpPage,
  helpPage,
  listedIn,
  PROGRAMS,
  type Program,
  SCRIPTS,
} from "../worlds/commands/commands.ts";
import { sourceFiles } from "../worlds/sources/source-files.ts";

/** Programs that are called without npm, by what one types. */
const OTHERS: readonly [string, Program][] = [
  ["npx tsx tests/bench/publish.ts", { file: "tests/bench/publish.ts", args: [] }],
];
const typed = (script: string) => (script === "start" ? "npm start" : `npm run ${script}`);
const ENTRIES = new Map([
  ...[...PROGRAMS].map(([name, program]) => [typed(name), program] as const),
  ...OTHERS,
]);
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

const help = new Map<string, HelpPage>();
beforeAll(async () => {
  for (const [name, { file, args }] of ENTRIES) {
    vi.stubEnv("npm_lifecycle_event", args[0]);
    const { stdout, code } = await commandHere(file, ...args, "--help");
    help.set(name, helpPage(stdout, code));
  }
  vi.unstubAllEnvs();
});

test.each([...ENTRIES.keys()])("%s answers --help with what it does and how it is called", (name) => {
  const { text, code, flags, verbs } = help.get(name) ?? helpPage("", 1);
  expect(code).toBe(0);
  expect(text).toMatch(/^\S.*\.\n\nUsage: /);
  expect(text).toContain(`\nUsage: ${name}`);
  expect(flags).toContain("help");
  for (const line of text.split("\n")) expect(line).not.toMatch(/undefined|\[object/);
  if (/^Usage: .* \[options\]$/m.test(text) && text.includes("\nArguments:\n"))
    expect(text).toContain(`\nExamples:\n  ${name}`);
  for (const example of text.split("\nExamples:\n")[1]?.trim().split("\n") ?? [])
    expect(misuse(example.trim())).toEqual([]);
  expect(new Set(verbs).size).toBe(verbs.length);
});

/** What is wrong with a command as a page or a message names it. */
function misuse(text: string): string[] {
  return commandsIn(text).flatMap(({ isDateline, script, rest }) => {
    if (isDateline && !isCommandName(script)) return [`there is no npx dateline ${script}`];
    if (!Object.hasOwn(SCRIPTS, script)) return [`there is no npm run ${script}`];
    const page = help.get(typed(script));
    if (!page) return [];
    const unknown = flagsIn(rest).filter((flag) => !page.flags.includes(flag));
    const [first = ""] = rest.trim().split(/\s+/);
    const strangeVerb = page.verbs.length > 0 && /^[a-z][a-z-]*$/.test(first) && !page.verbs.includes(first);
    return [
      ...unknown.map((flag) => `npm run ${script} has no --${flag}`),
      ...(strangeVerb ? [`npm run ${script} knows no ${first}`] : []),
    ];
  });
}

test.each(PAGES)("%s names commands and options that exist", (page) => {
  expect(misuse(readFileSync(page, "utf8"))).toEqual([]);
});

test("messages and comments of the product name commands and options that exist", () => {
  const files = ["functions", "infra"].flatMap(sourceFiles);
  expect(
    files.flatMap((file) => misuse(readFileSync(file, "utf8")).map((wrong) => `${file}: ${wrong}`)),
  ).toEqual([]);
});

test("an option that a page names alone is one of a command", () => {
  const known = new Set([...help.values()].flatMap(({ flags }) => flags));
  const OF_GIT = ["replace-text"];
  for (const page of PAGES) {
    const alone = [...readFileSync(page, "utf8").matchAll(/`(--[a-z][^`]*)`/g)].flatMap(([, span = ""]) =>
      flagsIn(span),
    );
    expect({ page, unknown: alone.filter((flag) => !known.has(flag) && !OF_GIT.includes(flag)) }).toEqual({
      page,
      unknown: [],
    });
  }
});

test("files that pages name in commands exist", () => {
  const named = PAGES.flatMap((page) =>
    [...readFileSync(page, "utf8").matchAll(/npx (?:vitest run|tsx) ([^\s`]+)/g)].map(
      ([, file = ""]) => file,
    ),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
});

/** A file of the project in a code span; `content/` is what a reader will write, and NAME stands for any. */
const OWN_FILE = /`((?:tests|functions|infra)\/[\w./-]+\.tsx?|[\w-]+(?:\.\w+)?\.test\.ts)`/g;
const TESTS = globSync("tests/**/*.test.{ts,tsx}");

test("source files and tests that pages name exist", () => {
  const named = PAGES.flatMap((page) =>
    [...readFileSync(page, "utf8").matchAll(OWN_FILE)].map(([, file = ""]) => file),
  );
  expect(named.length).toBeGreaterThan(50);
  const exists = (file: string) =>
    file.includes("/") ? existsSync(file) : TESTS.some((path) => path.endsWith(`/${file}`));
  expect(named.filter((file) => !exists(file) && !file.includes("NAME"))).toEqual([]);
});

/** Commands of the README's table in its order; one row may name several. */
const ROWS = readFileSync("README.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `np"))
  .flatMap((line) => {
    const named = commandsIn(line).map(({ script }) => script);
    return named[0] === "withdraw" ? [...named, "gone", "redirect", "republish"] : named;
  });

test("the README names every command", () => {
  expect([...PROGRAMS.keys()].filter((script) => !ROWS.includes(script))).toEqual([]);
});

test("README, package.json and `npx dateline --help` have the same commands, in one order", async () => {
  expect(ROWS.filter(isCommandName)).toEqual(COMMAND_NAMES);
  const { stdout } = await commandHere("infra/cli/dateline.ts", "--help");
  expect(listedIn(stdout)).toEqual(COMMAND_NAMES);
  const scripts = Object.entries(SCRIPTS).filter(([, script]) => script.includes("dateline.mjs"));
  expect(Object.fromEntries(scripts)).toEqual(
    Object.fromEntries(COMMAND_NAMES.map((name) => [name, `node infra/cli/dateline.mjs ${name}`])),
  );
});
