import { parseArgs } from "node:util";
import { Refusal } from "../../../functions/domain/refusal.ts";
import type { AnyCommand, Command, Option, Values } from "./command-definition.ts";
import { didYouMean } from "./did-you-mean.ts";

type Callable = Pick<AnyCommand, "name" | "positionals" | "options">;
type Given = ReadonlyMap<string, readonly (string | true)[]>;

/**
 * Reads the arguments of a command.
 * @returns `help` in the place of the values where it was asked for
 * @throws Refusal `option-invalid` for an unknown flag, a flag without its value or with one it does not take, and an
 * argument where the command takes none
 */
export function readArguments<Options extends Record<string, Option>>(
  command: Pick<Command<Options>, "name" | "positionals" | "options">,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): { values: Values<Options> | "help"; positionals: string[] } {
  const { given, positionals, help } = parse(command, args);
  if (help) return { values: "help", positionals };
  refuseTakenByNpm(command, given, env);
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(command.options))
    values[name] = effectiveValue(option, given.get(name), env);
  return { values: values as Values<Options>, positionals };
}

function effectiveValue(
  option: Option,
  given: readonly (string | true)[] | undefined,
  env: NodeJS.ProcessEnv,
) {
  const variable = option.env === undefined ? undefined : env[option.env] || undefined;
  if (option.type === "boolean")
    return given !== undefined || (variable !== undefined && variable !== "0" && variable !== "false");
  if (option.multiple) return given ?? (variable === undefined ? [] : [variable]);
  return given?.at(-1) ?? variable ?? option.default;
}

function parse({ name, positionals, options }: Callable, args: readonly string[]) {
  const wordIn = (token: { kind: string; value?: string | undefined }): string[] =>
    token.kind === "positional" && token.value !== undefined ? [token.value] : [];
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      help: { type: "boolean", short: "h" },
      ...Object.fromEntries(Object.entries(options).map(([each, { type }]) => [each, { type }])),
    },
    strict: false,
    tokens: true,
  });
  const isOption = tokens.filter((token) => token.kind === "option");
  if (isOption.some((token) => token.name === "help"))
    return { given: new Map(), positionals: tokens.flatMap(wordIn), help: true };
  const given = new Map<string, (string | true)[]>();
  for (const token of isOption) {
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) throw unknownOption(name, token.rawName, Object.keys(options));
    given.set(token.name, [...(given.get(token.name) ?? []), readValue(token, option, name)]);
  }
  const words = tokens.flatMap(wordIn);
  if (positionals === undefined && words[0] !== undefined)
    throw invalid(`${words[0]} is one word too many.`, `\`${name}\` takes no arguments but options.`);
  return { given, positionals: words, help: false };
}

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function readValue(
  { rawName, value, inlineValue }: OptionToken,
  option: Option,
  name: string,
): string | true {
  if (option.type === "boolean") {
    if (value === undefined) return true;
    throw invalid(`${rawName} takes no value.`, "Give it alone, or leave it out.");
  }
  const shown = option.value ?? "VALUE";
  if (value === undefined)
    throw invalid(`${rawName} needs a value.`, `Write ${rawName} ${shown}; \`${helpOf(name)}\` explains it.`);
  if (!inlineValue && /^-[-a-z]/i.test(value))
    throw invalid(
      `${rawName} needs a value, and ${value} looks like an option.`,
      `Write ${rawName} ${shown}, or ${rawName}=${value} if this is what you mean.`,
    );
  return value;
}

function unknownOption(name: string, asked: string, known: readonly string[]): Refusal {
  const flags = [...known, "help"].map((each) => `--${each}`);
  return invalid(
    `There is no option ${asked}.`,
    `${didYouMean(asked, flags)}\`${helpOf(name)}\` lists the options.`,
  );
}

/** Settings of npm's own that people keep in their `.npmrc`: that one is set does not show that it was typed here. */
const KEPT_BY_NPM = ["yes", "force", "json"];

/**
 * `npm run publish --dry-run` gives the flag to npm, and without this check the command would publish. npm passes what
 * it took as `npm_config_…` (docs.npmjs.com, “config”).
 * @throws Refusal `option-invalid`
 */
function refuseTakenByNpm({ name, options }: Callable, given: Given, env: NodeJS.ProcessEnv): void {
  if (env.npm_lifecycle_event === undefined) return;
  const taken = Object.keys(options).find(
    (option) =>
      !KEPT_BY_NPM.includes(option) && !given.has(option) && env[`npm_config_${option.replaceAll("-", "_")}`],
  );
  if (taken !== undefined)
    throw invalid(
      `npm took --${taken} for itself.`,
      `Write \`${name} -- --${taken}${options[taken]?.value ? ` ${options[taken].value}` : ""}\`.`,
    );
}

const helpOf = (name: string) => (name.startsWith("npm ") ? `${name} -- --help` : `${name} --help`);

function invalid(message: string, help: string): Refusal {
  return new Refusal("option-invalid", 400, message, help);
}
