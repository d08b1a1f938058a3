import { readFileSync } from "node:fs";

/** Scripts of package.json by name. */
export const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync("package.json", "utf8"),
).scripts;

/** A program of this project, and what it is started with. */
export interface Program {
  readonly file: string;
  readonly args: readonly string[];
}

/** Programs of this project that scripts run, by the name of the script: `tsx infra/cli/docs.ts`. */
export const PROGRAMS: ReadonlyMap<string, Program> = new Map(
  Object.entries(SCRIPTS).flatMap(([name, script]): [string, Program][] => {
    const [, file, dateline] = /^(?:tsx (\S+\.ts)|node infra\/cli\/dateline\.mjs (\S+))$/.exec(script) ?? [];
    if (file !== undefined) return [[name, { file, args: [] }]];
    return dateline === undefined ? [] : [[name, { file: "infra/cli/dateline.ts", args: [dateline] }]];
  }),
);

/** A command of ours as a text names it: `npm run check`, `npx dateline check`, with what follows it. */
export interface NamedCommand {
  /** Whether it is called without npm: `npx dateline check`. */
  readonly isDateline: boolean;
  /** Name of the script: `check`, `start`, `test`. */
  readonly script: string;
  /** What is handed to it, through npm after `--`. */
  readonly rest: string;
}

const THROUGH_NPM =
  /npm (?:run (?<run>[a-z][\w:-]*)|(?<short>start|test))\b(?: --(?= )(?<afterDashes>[^`\n|]*))?/;
const WITHOUT_NPM = /npx dateline (?<dateline>[a-z][\w-]*)(?<afterName>[^`\n|]*)/;
const NAMED = new RegExp(`${THROUGH_NPM.source}|${WITHOUT_NPM.source}`, "g");

/** Commands that a text names, in code spans, code blocks or strings; a backslash carries a line on. */
export function commandsIn(text: string): NamedCommand[] {
  const joined = text.replaceAll(/\\\n\s*/g, "");
  return [...joined.matchAll(NAMED)].map(({ groups = {} }) => ({
    isDateline: groups.dateline !== undefined,
    script: groups.run ?? groups.short ?? groups.dateline ?? "",
    rest: (groups.afterDashes ?? groups.afterName ?? "").replace(/\s#.*$/, ""),
  }));
}

/** Flags in a command line or in a help page, without their values. */
export const flagsIn = (line: string): string[] =>
  [...line.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g)].map(([, name = ""]) => name);

/** What `--help` of a command shows. */
export interface HelpPage {
  readonly text: string;
  /** Exit code. */
  readonly code: number;
  readonly flags: readonly string[];
  /** First words of its arguments that are to be typed as they stand: `list` of `npm run originals`. */
  readonly verbs: readonly string[];
}

/** The indented lines below a heading of a help page. */
const section = (text: string, name: string) =>
  new RegExp(`^${name}:\\n((?: {2}.*\\n)+)`, "m").exec(text)?.[1] ?? "";

export function helpPage(text: string, code: number): HelpPage {
  return {
    text,
    code,
    flags: [...section(text, "Options").matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name = ""]) => name),
    verbs: [...section(text, "Arguments").matchAll(/^ {2}([a-z][a-z-]*)\b(?!…)/gm)].map(
      ([, name = ""]) => name,
    ),
  };
}

/** Commands that `npx dateline --help` lists, in its order. */
export const listedIn = (text: string): string[] =>
  [...section(text, "Commands").matchAll(/^ {2}(\S+) /gm)].map(([, name = ""]) => name);
