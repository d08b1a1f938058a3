import type { Finding } from "../../../../domain/content/problem.ts";
import { indentationRepairs } from "./indentation.ts";
import { type IsField, type LineRepair, repairsOf, silentRepairsOf } from "./line-repairs.ts";
import type { YamlPath } from "./yaml-path.ts";
import { readYaml, type YamlText } from "./yaml-text.ts";

/** A slip of the pen in a line, with the line as it should be. */
export interface YamlSlip {
  readonly line: number;
  /** Slips of one kind. */
  readonly kind: string;
  readonly finding: Finding;
}

/** YAML after its slips were put right, so that the rest of the file can be checked. */
export interface RepairedYaml {
  readonly yaml: YamlText;
  readonly slips: readonly YamlSlip[];
  /** Whether everything could be read in the end. */
  readonly isReadable: boolean;
}

/** Slips put right in one file; with more of them it is no YAML at all. */
const MOST_SLIPS = 40;
/** Lines around an error that may be its cause: those below first, since errors are reported where a group begins. */
const AROUND = [0, 1, 2, ...Array.from({ length: 12 }, (_, i) => -1 - i)];
/** Characters read in search of repairs, in all, and of a file that is searched. */
const MOST_READ = 1_000_000;
const LONGEST = 50_000;

export function repaired(yaml: YamlText, isField: IsField): RepairedYaml {
  const slips: YamlSlip[] = [];
  const budget = { left: MOST_READ };
  let current = yaml;
  while (!isRead(current)) {
    const next = slips.length < MOST_SLIPS ? repairedOnce(current, isField, budget) : undefined;
    if (!next) return { yaml: current, slips: [...slips, unclear(current)], isReadable: false };
    slips.push(next.slip);
    current = next.yaml;
  }
  return { yaml: current, slips, isReadable: true };
}

const isRead = ({ errors, value }: YamlText): boolean =>
  errors.length === 0 && (value === null || value === undefined || typeof value === "object");

function repairedOnce(
  yaml: YamlText,
  isField: IsField,
  budget: { left: number },
): { yaml: YamlText; slip: YamlSlip } | undefined {
  if (yaml.isEndless || yaml.text.length > LONGEST) return undefined;
  const lines = yaml.text.split("\n");
  const error = yaml.errors[0] ?? yaml.firstLine;
  const begin = lines.findIndex((line) => /^\s*[^\s#]/.test(line)); // a first line that is set in moves the error down
  const around = AROUND.map((away) => error - yaml.firstLine + away);
  for (const at of /^\s/.test(lines[begin] ?? "") ? [begin, ...around] : around) {
    const line = lines[at];
    if (line === undefined || line.trim() === "") continue;
    for (const repair of [...repairsOf(line, isField), ...indentationRepairs(lines, at)]) {
      budget.left -= yaml.text.length;
      if (budget.left < 0) return undefined;
      const text = lines.with(at, repair.line).join("\n");
      const next = readYaml(text, yaml.firstLine);
      const number = at + yaml.firstLine;
      const [nextError = Number.POSITIVE_INFINITY] = next.errors;
      const isBetter = nextError > (repair.reachesDown ? number : Math.max(error, number));
      if (isBetter && (next.errors.length > 0 || isRead(next)))
        return { yaml: next, slip: slipOf(number, repair) };
    }
  }
  return undefined;
}

function slipOf(line: number, repair: LineRepair): YamlSlip {
  const { problem, remedy } = repair;
  const shown = repair.line === "" || repair.isHelp ? undefined : `\`${repair.line}\``;
  const expected = [remedy, shown].filter((part) => part !== undefined).join(": ");
  return { line, kind: problem, finding: { problem, expected } };
}

function unclear({ text, firstLine, errors, isEndless }: YamlText): YamlSlip {
  const line = errors[0] ?? firstLine;
  if (isEndless)
    return {
      line,
      kind: "endless",
      finding: {
        problem: "the fields stand within each other too deeply, or repeat each other by & and *",
        expected: "each field by itself",
      },
    };
  const words = (text.split("\n")[line - firstLine] ?? "").trim();
  const shown = words.length > 60 ? `${words.slice(0, 59)}…` : words;
  return {
    line,
    kind: "unclear",
    finding: {
      problem:
        shown === ""
          ? "the fields cannot be read from here on"
          : `the fields cannot be read from \`${shown}\` on`,
      expected: 'the name of a field, a colon, a blank and its text, such as `title: "My title"`',
    },
  };
}

/**
 * Slips that leave YAML that can be read, but not as what it should be: `-protection`, `- id:cases`, `title:"text"`.
 * @param path of what is not right
 * @param right what would be, in the value of the whole
 */
export function silentSlips(
  yaml: YamlText,
  path: YamlPath,
  isField: IsField,
  right: { readonly wanted: "text" | "structure"; readonly in: (value: unknown) => boolean },
): { readonly yaml: YamlText; readonly slips: readonly YamlSlip[] } | undefined {
  const lines = yaml.text.split("\n");
  const slips: YamlSlip[] = [];
  const from = yaml.lineOf(path) - yaml.firstLine;
  for (let at = from; at < lines.length; at++) {
    const [repair] = silentRepairsOf(lines[at] ?? "", isField, right.wanted);
    if (repair) {
      lines[at] = repair.line;
      slips.push(slipOf(at + yaml.firstLine, repair));
    } else if (at > from) break;
  }
  const next = slips.length > 0 ? readYaml(lines.join("\n"), yaml.firstLine) : undefined;
  return next && isRead(next) && right.in(next.value) ? { yaml: next, slips } : undefined;
}
