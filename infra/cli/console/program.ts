import { readFileSync } from "node:fs";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { endWith, performCommand } from "./command.ts";
import type { AnyCommand } from "./command-definition.ts";
import { didYouMean } from "./did-you-mean.ts";
import { columns } from "./help-text.ts";

/** The commands of a program by name, in the order in which they are listed. */
export type CommandTable<Name extends string = string> = Readonly<Record<Name, ListedCommand>>;

interface ListedCommand {
  /** A few words for the list; its own page says more. */
  readonly summary: string;
  /** Loads the file of the command, and nothing that it works with. */
  load(): Promise<AnyCommand>;
}

const HELP = ["help", "--help", "-h"];
const PACKAGE = new URL("../../../package.json", import.meta.url);

/** Runs the command that the first argument names, or answers what all of them are. Sets the exit code. */
export function runProgram(commands: CommandTable, args: readonly string[]): Promise<void> {
  const asksHelp = HELP.some((word) => word === args[0]);
  const [name, ...rest] = asksHelp ? args.slice(1) : args;
  return endWith(async () => {
    if (name === undefined) return list(commands, asksHelp);
    if (name === "--version") return showVersion();
    const command = await commandNamed(commands, name).load();
    return performCommand(command, asksHelp ? ["--help", ...rest] : rest);
  });
}

/** Whoever asked for nothing gets the list where wrong calls are told. */
function list(commands: CommandTable, wasAsked: boolean): number {
  const all = Object.entries(commands).map(([name, { summary }]) => [name, summary] as const);
  const page = `Dateline, a serverless newsroom.

Usage: npx dateline COMMAND [options]

Commands:
${columns(all)}

Options:
${columns([
  ["--help", "This page; after a command, its arguments, options and examples"],
  ["--version", "The version of Dateline"],
])}
`;
  (wasAsked ? process.stdout : process.stderr).write(page);
  return wasAsked ? 0 : 2;
}

function showVersion(): number {
  const { version }: { readonly version: string } = JSON.parse(readFileSync(PACKAGE, "utf8"));
  process.stdout.write(`${version}\n`);
  return 0;
}

/** @throws Refusal `option-invalid` */
function commandNamed(commands: CommandTable, name: string): ListedCommand {
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (found) return found;
  const isOption = name.startsWith("-");
  const known = isOption ? ["--help", "--version"] : [...Object.keys(commands), "help"];
  throw new Refusal(
    "option-invalid",
    400,
    isOption ? `There is no option ${name} before a command.` : `There is no command ${name}.`,
    `${didYouMean(name, known)}\`npx dateline --help\` lists the commands.`,
  );
}
