import { readFileSync } from "node:fs";

/** Scripts of package.json by name. */
export const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync("package.json", "utf8"),
).scripts;

/** Programs of this project that scripts run, by the name of the script: `tsx infra/cli/check.ts`. */
export const PROGRAMS: ReadonlyMap<string, string> = new Map(
  Object.entries(SCRIPTS).flatMap(([name, script]) => {
    const file = /^(?:tsx|node --import tsx) (\S+\.ts)$/.exec(script)?.[1];
    return file === undefined ? [] : [[name, file] as const];
  }),
);

/** A command of ours as a text names it: `npm run check`, with what follows it. */
export interface NamedCommand {
  /** Name of the script: `check`, `start`, `test`. */
  readonly script: string;
  /** What is handed to it, after `--`. */
  readonly rest: string;
}

/** Commands that a text names, in code spans, code blocks or strings; a backslash carries a line on. */
export function commandsIn(text: string): NamedCommand[] {
  const joined = text.replaceAll(/\\\n\s*/g, "");
  return [...joined.matchAll(/npm (?:run ([a-z][\w:-]*)|(start|test))\b(?: --(?= )([^`\n|]*))?/g)].map(
    ([, run, short, rest = ""]) => ({ script: run ?? short ?? "", rest: rest.replace(/\s#.*$/, "") }),
  );
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

export function helpPage(text: string, code: number): HelpPage {
  const section = (name: string) => new RegExp(`^${name}:\\n((?: {2}.*\\n)+)`, "m").exec(text)?.[1] ?? "";
  return {
    text,
    code,
    flags: [...section("Options").matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name = ""]) => name),
    verbs: [...section("Arguments").matchAll(/^ {2}([a-z][a-z-]*)\b(?!…)/gm)].map(([, name = ""]) => name),
  };
}
