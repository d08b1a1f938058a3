import type { Problem } from "../../../functions/domain/content/problem.ts";
import type { ProblemFormat } from "./problem-formats.ts";

/** A problem on one line: `file:line: what is wrong; expected …`, or as an annotation of GitHub's. */
export function problemLine({ file, line, message, severity }: Problem, format: ProblemFormat): string {
  if (format === "github") return `::${severity} file=${property(file)},line=${line}::${data(message)}`;
  return `${file}:${line}: ${severity === "warning" ? "warning: " : ""}${message}`;
}

/** “2 problems and 3 warnings in 24 files.”, “No problems in 24 files.” */
export function problemSummary(problems: readonly Problem[], files: number): string {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const warnings = problems.length - errors;
  const parts = [errors === 0 ? "No problems" : counted(errors, "problem")];
  if (warnings > 0) parts.push(counted(warnings, "warning"));
  return `${parts.join(" and ")} in ${counted(files, "file")}.`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** Escapes as workflow commands ask for: docs.github.com, “Workflow commands for GitHub Actions”. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
