import { parseArgs } from "node:util";
import { Refusal } from "../../functions/domain/refusal.ts";

/** One option of a command. Where `env` is given, the environment variable answers when the flag is absent. */
export interface Option {
  readonly type: "string" | "boolean";
  readonly env?: string;
  /** Whether it may be given several times: its value is then a list, empty when it is absent. */
  readonly multiple?: true;
  /** What stands for the value in `--help`: DIR, TIME. */
  readonly value?: string;
  readonly help: string;
}

export interface Command<Options extends Record<string, Option>> {
  /** As one types it: `npm run check`. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** Names of the positional arguments for `--help`: `FILE…`. */
  readonly positionals?: string;
  readonly options: Options;
  /** Answers the exit code. */
  run(values: Values<Options>, positionals: string[]): Promise<number>;
}

export type Values<Options extends Record<string, Option>> = {
  readonly [Name in keyof Options]: Options[Name]["type"] extends "boolean"
    ? boolean
    : Options[Name]["multiple"] extends true
      ? readonly string[]
      : string | undefined;
};

const NODE_MAJOR = 24;

/**
 * Runs a command of the operator's: checks the Node version, reads flags and environment, answers `--help`, and
 * turns every refusal into one readable line on standard error and exit code 1. A stack trace is shown only for
 * a fault of Dateline's own.
 */
export async function runCommand<Options extends Record<string, Option>>(
  command: Command<Options>,
): Promise<void> {
  try {
    requireNode(process.versions.node);
    const { values, positionals } = readArguments(command, process.argv.slice(2), process.env);
    if (values === "help") {
      process.stdout.write(helpText(command));
      return;
    }
    process.exitCode = await command.run(values, positionals);
  } catch (thrown) {
    const error = fileUnusable(thrown) ?? thrown;
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message} ${error.help}\n`);
    process.exitCode = 1;
  }
}

/** What the system says of a file or a folder, for whoever named it; undefined for any other error. */
function fileUnusable(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !("syscall" in error) || !("path" in error)) return undefined;
  const reason = /^\w+: ([^,]+)/.exec(error.message)?.[1] ?? error.message;
  return new Refusal(
    "file-unusable",
    500,
    `${String(error.path)} cannot be used: ${reason}.`,
    "Look at what stands there and at its permissions, or name another place.",
    { cause: error },
  );
}

/** @throws Refusal `node-version` for another major than the one Lambda runs */
function requireNode(version: string): void {
  if (Number.parseInt(version, 10) === NODE_MAJOR) return;
  throw new Refusal(
    "node-version",
    500,
    `Dateline runs on Node ${NODE_MAJOR}, this is Node ${version}.`,
    "Run `npm ci` and start it through npm, which brings the right one; if npm blocked install scripts, run `npm rebuild node` first.",
  );
}

/** @throws Refusal `option-invalid` for an unknown flag or a flag without its value */
function readArguments<Options extends Record<string, Option>>(
  command: Command<Options>,
  args: string[],
  env: NodeJS.ProcessEnv,
): { values: Values<Options> | "help"; positionals: string[] } {
  const options: ParsedOptions = {
    help: { type: "boolean", short: "h" },
  };
  for (const [name, option] of Object.entries(command.options))
    options[name] = { type: option.type, multiple: option.multiple ?? false };
  const parsed = parse(command.name, args, options, command.positionals !== undefined);
  if (parsed.values.help) return { values: "help", positionals: [] };
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const given = parsed.values[name] ?? (option.env === undefined ? undefined : env[option.env]);
    values[name] =
      option.type === "boolean"
        ? given !== undefined && given !== false && given !== "" && given !== "0"
        : option.multiple
          ? [given ?? []].flat()
          : given;
  }
  return { values: values as Values<Options>, positionals: parsed.positionals };
}

type ParsedOptions = Record<string, { type: "string" | "boolean"; short?: string; multiple?: boolean }>;

function parse(name: string, args: string[], options: ParsedOptions, allowPositionals: boolean) {
  try {
    return parseArgs({ args, options, allowPositionals, strict: true });
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split(". ")[0] ?? "") : String(cause);
    throw new Refusal("option-invalid", 400, `${reason}.`, `\`${name} -- --help\` lists the options.`, {
      cause,
    });
  }
}

function helpText(command: Command<Record<string, Option>>): string {
  const rows = Object.entries(command.options).map(([name, option]) => {
    const flag = option.value ? `--${name} ${option.value}` : `--${name}`;
    return { flag, help: option.env ? `${option.help} (${option.env})` : option.help };
  });
  rows.push({ flag: "--help", help: "This page" });
  const width = Math.max(...rows.map((row) => row.flag.length));
  const usage = `${command.name} --${command.positionals ? ` ${command.positionals}` : ""} [options]`;
  return `${command.summary}\n\nUsage: ${usage}\n\n${rows.map((row) => `  ${row.flag.padEnd(width)}  ${row.help}`).join("\n")}\n`;
}
