/** One option of a command. Where `env` is given, the environment variable answers when the flag is absent. */
export interface Option {
  readonly type: "string" | "boolean";
  readonly env?: string;
  /** Whether it may be given several times: its value is then a list, empty when it is absent. */
  readonly multiple?: true;
  /** What stands for the value in `--help`: DIR, TIME. */
  readonly value?: string;
  /** The value when neither the flag nor the variable gives one. */
  readonly default?: string;
  readonly help: string;
}

/**
 * A command of the operator's. Its file imports this module, option tables and values of the domain, and nothing
 * else: `run` judges the arguments first, then what costs little to look at (folders, whether a newsroom runs), and
 * imports what does the work only then. So help and refusals come at once; `tests/house/light-commands.test.ts` holds
 * it.
 */
export interface Command<Options extends Record<string, Option>> {
  /** As one types it: `npm run check`. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** Names of the positional arguments for `--help`: `FILE…`. A command without them takes none. */
  readonly positionals?: string;
  /** What the positional arguments mean, for `--help`: name and explanation. */
  readonly arguments?: readonly (readonly [name: string, help: string])[];
  readonly options: Options;
  /** Whole lines as one types them, for `--help`. */
  readonly examples?: readonly string[];
  /** What `--help` shows of one of its verbs, where one is named; the page of all where none is, or no such. */
  page?(positionals: readonly string[]): Omit<Command<Record<string, Option>>, "run"> | undefined;
  /** Returns the exit code. */
  run(values: Values<Options>, positionals: string[]): Promise<number>;
}

/** A command of which only its page and its run are of interest. */
export type AnyCommand = Command<Record<string, Option>>;

/** The command as it is: says of its options what `run` is given. */
export function defineCommand<Options extends Record<string, Option>>(
  command: Command<Options>,
): Command<Options> {
  return command;
}

/** The options of a command as it is given them: by flag, else by environment variable, else by default. */
export type Values<Options extends Record<string, Option>> = {
  readonly [Name in keyof Options]: string extends Name
    ? boolean | string | readonly string[] | undefined
    : Options[Name]["type"] extends "boolean"
      ? boolean
      : Options[Name]["multiple"] extends true
        ? readonly string[]
        : Options[Name] extends { readonly default: string }
          ? string
          : string | undefined;
};
