import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { asStarted } from "../../../infra/cli/console/as-started.ts";
import { COMMAND_NAMES } from "../../../infra/cli/console/command-names.ts";
import { commandHere } from "../../worlds/commands/command-here.ts";
import { listedIn } from "../../worlds/commands/commands.ts";

/** As it is called without a script of package.json. */
const dateline = (...args: string[]) => commandHere("infra/cli/dateline.ts", ...args);

beforeEach(() => {
  vi.stubEnv("npm_lifecycle_event", "npx");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([[["--help"]], [["-h"]], [["help"]]])("%j lists every command with a few words", async (args) => {
  const { code, stdout, stderr } = await dateline(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(listedIn(stdout)).toEqual(COMMAND_NAMES);
  for (const line of stdout.split("\n").filter((each) => /^ {2}[a-z]/.test(each)))
    expect(line).toMatch(/^ {2}[a-z]+ +[A-Z].{10,70}[^.]$/);
});

test("without a command it lists them where mistakes are told, with exit code 2", async () => {
  const { code, stdout, stderr } = await dateline();
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toBe((await dateline("--help")).stdout);
});

test("it tells the version of package.json", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(await dateline("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test.each(COMMAND_NAMES)(
  "`dateline help %s` is the page of the command, as one calls it here",
  async (name) => {
    const page = await dateline(name, "--help");
    expect(page).toMatchObject({ code: 0, stderr: "" });
    expect(page.stdout).toMatch(
      new RegExp(`^\\S.*\\.\\n\\nUsage: npx dateline ${name}( .*)? \\[options\\]\\n`),
    );
    expect(page.stdout).not.toMatch(/npm (?:start|run)/);
    expect(await dateline("help", name)).toEqual(page);
  },
);

test("help of a verb is that of the verb, however it is asked for", async () => {
  const page = await dateline("registrations", "list", "--help");
  expect(page.stdout).toContain("\nUsage: npx dateline registrations list EVENT [options]\n");
  expect(await dateline("help", "registrations", "list")).toEqual(page);
});

test.each([
  [["chek"], "There is no command chek. Did you mean check? `npx dateline --help` lists the commands."],
  [["help", "publsh"], "There is no command publsh. Did you mean publish?"],
  [["hlep"], "There is no command hlep. Did you mean help?"],
  [["constructor"], "There is no command constructor. `npx dateline --help` lists the commands."],
  [["docs"], "There is no command docs."],
  [["--stage", "dev", "publish"], "There is no option --stage before a command."],
  [["--verson"], "Did you mean --version?"],
  [["check", "--contnt", "."], "Did you mean --content? `npx dateline check --help` lists the options."],
  [["originals", "lst"], "There is no `lst`. Did you mean list?"],
  [["registrations", "lst"], "There is no `lst`. Did you mean list?"],
  [["embargo", "grnt"], "There is no `grnt`. Did you mean grant?"],
  [["new", "relase"], "Did you mean release? Give kind and name: `npx dateline new release my-release`"],
])("%j is refused in one line, with exit code 2", async (args, said) => {
  const { code, stdout, stderr } = await dateline(...args);
  expect({ code, stdout, lines: stderr.split("\n").length }).toEqual({ code: 2, stdout: "", lines: 2 });
  expect(stderr).toContain(said);
});

test("a refusal that is no mistake in the call ends with 1", async () => {
  const { code, stderr } = await dateline("check", "--content", "/nowhere");
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: "There is no folder /nowhere. `--content DIR` names the folder that holds site.yaml.\n",
  });
});

test("`dateline.mjs`, which npm links, does the same as a process of its own", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["infra/cli/dateline.mjs", "--version"]);
  expect(stdout).toBe((await dateline("--version")).stdout);
});

test.each([
  ["npm start", "npx dateline start"],
  ["`npm run check`", "`npx dateline check`"],
  ["npm run publish -- --dry-run", "npx dateline publish --dry-run"],
  ["npm run --silent registrations -- list", "npx dateline registrations list"],
  ["npm run docs -- --help, npm run synth, npm test", "npm run docs -- --help, npm run synth, npm test"],
])("%s is told as %s to whoever did not come through npm run", (text, told) => {
  expect(asStarted(text, {})).toBe(told);
  expect(asStarted(text, { npm_lifecycle_event: "npx" })).toBe(told);
  expect(asStarted(text, { npm_lifecycle_event: "check" })).toBe(text);
});
