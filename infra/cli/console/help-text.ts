import type { Command, Option } from "./command-definition.ts";

/** The page that `--help` shows: what a command does, how it is called, its arguments and options, examples. */
export function helpText({
  name,
  summary,
  positionals,
  arguments: meanings = [],
  options,
  examples = [],
}: Omit<Command<Record<string, Option>>, "run">): string {
  const usage = `Usage: ${[name, ...(name.startsWith("npm ") ? ["--"] : []), ...(positionals ? [positionals] : [])].join(" ")} [options]`;
  const rows = [
    ...Object.entries(options).map(([flag, option]) => [nameOf(flag, option), meaningOf(option)] as const),
    ["--help", "This page"] as const,
  ];
  const parts = [
    summary,
    usage,
    ...(meanings.length > 0 ? [`Arguments:\n${columns(meanings)}`] : []),
    `Options:\n${columns(rows)}`,
    ...(examples.length > 0 ? [`Examples:\n${examples.map((line) => `  ${line}`).join("\n")}`] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

const nameOf = (flag: string, { value }: Option) => (value ? `--${flag} ${value}` : `--${flag}`);

function meaningOf({ help, default: usual, env, multiple }: Option): string {
  const notes = [
    ...(multiple ? ["may be given several times"] : []),
    ...(usual === undefined ? [] : [`default: ${usual}`]),
    ...(env === undefined ? [] : [`or set ${env}`]),
  ];
  return notes.length > 0 ? `${help} (${notes.join("; ")})` : help;
}

/** Names and what they mean, below each other. */
export function columns(rows: readonly (readonly [name: string, help: string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, help]) => `  ${name.padEnd(width)}  ${help}`).join("\n");
}
