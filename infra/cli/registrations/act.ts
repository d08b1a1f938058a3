import { Refusal } from "../../../functions/domain/refusal.ts";
import { TARGET_OPTIONS } from "../target-options.ts";
import type { Desk, Given } from "./registrations-target.ts";

type Option = Exclude<keyof Given, keyof typeof TARGET_OPTIONS>;

/** One of the acts of `npm run registrations`. */
export interface Act {
  /** What is named after the act. */
  readonly names: string;
  readonly least: number;
  readonly most: number;
  /** Options that mean something to it, beside those that say which newsroom. */
  readonly takes: readonly Option[];
  readonly run: (desk: Desk, values: Given, names: readonly string[]) => Promise<string>;
}

/**
 * An option that an act ignores would promise what does not happen.
 * @throws Refusal `option-invalid`
 */
export function requireTaken(verb: string, { takes }: Pick<Act, "takes">, values: Given): void {
  const known: readonly string[] = [...takes, ...Object.keys(TARGET_OPTIONS)];
  const [stray] = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === false || known.includes(name) ? [] : [name],
  );
  if (stray === undefined) return;
  throw new Refusal(
    "option-invalid",
    400,
    `${verb} takes no --${stray}.`,
    takes.length === 0 ? "It takes no options." : `It takes ${takes.map((each) => `--${each}`).join(", ")}.`,
  );
}

/** Says what an act takes, or which acts there are. */
export function unclear(acts: ReadonlyMap<string, Act>, verb = ""): Refusal {
  const act = acts.get(verb);
  const takes = act && (act.names === "" ? "nothing after it" : act.names);
  return new Refusal(
    "option-invalid",
    400,
    act ? `${verb} takes ${takes}.` : `Say what to do: ${[...acts.keys()].join(", ")}.`,
    "`npm run registrations -- --help` tells how.",
  );
}
