import { expect, test } from "vitest";
import { readArguments } from "../../../infra/cli/console/arguments.ts";
import { helpText } from "../../../infra/cli/console/help-text.ts";

const COMMAND = {
  name: "npm run print",
  positionals: "FILE…",
  options: {
    paper: { type: "string", env: "PAPER", value: "SIZE", default: "A4", help: "Size of the paper" },
    copies: { type: "string", value: "N", help: "How many" },
    page: { type: "string", multiple: true, value: "N", help: "A page" },
    "dry-run": { type: "boolean", env: "DRY_RUN", help: "Prints nothing" },
    yes: { type: "boolean", help: "Does not ask" },
  },
} as const;
const read = (args: string[], env: NodeJS.ProcessEnv = {}) => readArguments(COMMAND, args, env);

test("a flag comes before the environment variable, and that before the default", () => {
  expect(read([]).values).toEqual({
    paper: "A4",
    copies: undefined,
    page: [],
    "dry-run": false,
    yes: false,
  });
  expect(read([], { PAPER: "A5", DRY_RUN: "1" }).values).toMatchObject({
    paper: "A5",
    "dry-run": true,
  });
  expect(read(["--paper", "A3", "a.txt"], { PAPER: "A5", DRY_RUN: "0" }).values).toMatchObject({
    paper: "A3",
    "dry-run": false,
  });
});

test("an empty environment variable is none", () => {
  expect(read([], { PAPER: "" }).values).toMatchObject({ paper: "A4" });
});

test("an option that may be given several times is a list, and what follows -- is no option", () => {
  const { values, positionals } = read(["--page", "1", "--page=2", "--", "--copies"]);
  expect([values, positionals]).toEqual([expect.objectContaining({ page: ["1", "2"] }), ["--copies"]]);
});

test("help is answered whatever else is wrong", () => {
  for (const flag of ["--help", "-h"])
    expect(read(["--papr", flag])).toEqual({ values: "help", positionals: [] });
});

test.each([
  [["--papr", "A4"], "There is no option --papr.", "Did you mean --paper? `npm run print -- --help`"],
  [["--hepl"], "There is no option --hepl.", "Did you mean --help?"],
  [["-x"], "There is no option -x.", "`npm run print -- --help` lists the options."],
  [["--paper"], "--paper needs a value.", "Write --paper SIZE"],
  [["--paper", "--yes"], "--paper needs a value, and --yes looks like an option.", "or --paper=--yes"],
  [["--yes=no"], "--yes takes no value.", "leave it out"],
])("%j is refused: %s", (args, message, help) => {
  expect(() => read(args)).toThrow(
    expect.objectContaining({ code: "option-invalid", message, help: expect.stringContaining(help) }),
  );
});

test("a word is refused where a command takes none", () => {
  const { positionals: _, ...alone } = COMMAND;
  expect(() => readArguments(alone, ["a.txt"], {})).toThrow("a.txt is one word too many.");
});

test("a flag that npm took because `--` was left out is not passed over in silence", () => {
  const env = { npm_lifecycle_event: "print", npm_config_dry_run: "true" };
  expect(() => read([], env)).toThrow(
    expect.objectContaining({
      message: "npm took --dry-run for itself.",
      help: "Write `npm run print -- --dry-run`.",
    }),
  );
  expect(read(["--dry-run"], env).values).toMatchObject({ "dry-run": true });
  expect(read([], { ...env, npm_config_dry_run: "", npm_config_yes: "true" }).values).toMatchObject({
    "dry-run": false,
    yes: false,
  });
});

test("help shows usage, arguments, options with default and variable, and examples", () => {
  const page = helpText({
    ...COMMAND,
    summary: "Prints files.",
    arguments: [["FILE", "What is printed"]],
    examples: ["npm run print -- a.txt"],
  });
  expect(page).toBe(`Prints files.

Usage: npm run print -- FILE… [options]

Arguments:
  FILE  What is printed

Options:
  --paper SIZE  Size of the paper (default: A4; or set PAPER)
  --copies N    How many
  --page N      A page (may be given several times)
  --dry-run     Prints nothing (or set DRY_RUN)
  --yes         Does not ask
  --help        This page

Examples:
  npm run print -- a.txt
`);
});
