/** Something wrong, or worth a look, in a content file. */
export interface Problem {
  /** Path of the file, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
  /** Errors keep content from being published, warnings do not. */
  readonly severity: "error" | "warning";
}

/** A place in a file. */
export interface Spot {
  readonly file: string;
  readonly line: number;
}

/** What a finding says: what is wrong, what would be right, and what was perhaps meant. */
export interface Finding {
  readonly problem: string;
  readonly expected: string;
  readonly suggestion?: string | undefined;
}

/** Collects the problems of a folder or of the whole content. */
export class Problems {
  readonly all: Problem[] = [];
  /** Files that could not be read: what seems to be missing may stand in them. */
  readonly unreadable = new Set<string>();

  error(spot: Spot, finding: Finding): void {
    this.all.push(problemOf(spot, finding, "error"));
  }

  warning(spot: Spot, finding: Finding): void {
    this.all.push(problemOf(spot, finding, "warning"));
  }

  /** Reports findings of one kind in one file: each by itself, or the first of many with their number. */
  alike(severity: Problem["severity"], places: readonly { spot: Spot; finding: Finding }[]): void {
    const [first] = places;
    if (!first) return;
    if (places.length <= MOST_ALIKE)
      for (const { spot, finding } of places) this.all.push(problemOf(spot, finding, severity));
    else {
      const problem = `${first.finding.problem}${andOthers(places.map(({ spot }) => spot.line))}`;
      this.all.push(problemOf(first.spot, { ...first.finding, problem }, severity));
    }
  }
}

/** Problems of one kind that are listed each by itself; more are one line. */
const MOST_ALIKE = 3;

/** @param lines in order */
function andOthers(lines: readonly number[]): string {
  const others = lines.length - 1;
  return `, and ${others} more like it, the last on line ${lines.at(-1)}`;
}

function problemOf({ file, line }: Spot, finding: Finding, severity: Problem["severity"]): Problem {
  const { problem, expected, suggestion } = finding;
  const hint = suggestion === undefined ? "" : `; did you mean ${suggestion}?`;
  return { file, line, message: `${problem}; expected ${expected}${hint}`, severity };
}

/** By file, line and message, each problem once; many of the same words in one file are one, with their number. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  const ordered = [...once.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.message, b.message),
  );
  const same = new Map<string, number[]>();
  const keyOf = ({ file, message, severity }: Problem) => JSON.stringify([file, message, severity]);
  for (const problem of ordered) {
    const lines = same.get(keyOf(problem)) ?? [];
    lines.push(problem.line);
    same.set(keyOf(problem), lines);
  }
  return ordered.flatMap((problem) => {
    const lines = same.get(keyOf(problem)) ?? [];
    if (lines.length <= MOST_ALIKE) return [problem];
    if (lines[0] !== problem.line) return [];
    return [{ ...problem, message: `${problem.message}${andOthers(lines)}` }];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
