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

  error(spot: Spot, finding: Finding): void {
    this.all.push(problemOf(spot, finding, "error"));
  }

  warning(spot: Spot, finding: Finding): void {
    this.all.push(problemOf(spot, finding, "warning"));
  }
}

function problemOf({ file, line }: Spot, finding: Finding, severity: Problem["severity"]): Problem {
  const { problem, expected, suggestion } = finding;
  const hint = suggestion === undefined ? "" : `; did you mean ${suggestion}?`;
  return { file, line, message: `${problem}; expected ${expected}${hint}`, severity };
}

/** By file, line and message, each problem once. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...once.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
