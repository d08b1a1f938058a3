import { hiddenCharacters } from "../../../domain/content/hidden-character.ts";
import type { Finding, Problems, Spot } from "../../../domain/content/problem.ts";

/** Letters shown on each side of a hidden character. */
const AROUND = 12;

/**
 * Reports characters that readers do not see.
 * @param at where the text stands: the spot of its first line, or that of each index
 */
export function reportHiddenCharacters(
  text: string,
  at: Spot | ((index: number) => Spot),
  problems: Problems,
): void {
  const places = new Map<string, { spot: Spot; finding: Finding }[]>();
  const lines = typeof at === "function" ? undefined : linesOf(text);
  for (const { at: index, code, name } of hiddenCharacters(text)) {
    const spot = typeof at === "function" ? at(index) : { ...at, line: at.line + (lines?.(index) ?? 0) };
    const ofCode = places.get(code) ?? [];
    places.set(code, ofCode);
    ofCode.push({ spot, finding: findingOf(text, index, code, name) });
  }
  for (const ofCode of places.values()) problems.alike("error", ofCode);
}

function findingOf(text: string, index: number, code: string, name: string): Finding {
  const from = text.lastIndexOf("\n", index - 1) + 1;
  const length = String.fromCodePoint(text.codePointAt(index) ?? 0).length;
  const before = text.slice(Math.max(from, index - AROUND), index);
  const after = text.slice(index + length, index + length + AROUND).split("\n")[0] ?? "";
  const visible = (part: string) => part.replaceAll(/[\p{C}\u2028\u2029]/gu, "");
  const [left, right] = [visible(before), visible(after)];
  return {
    problem: `${name} (${code}) in “${left}[${code}]${right}”`,
    expected: `“${left}${right}”, typed anew`,
  };
}

/** How many lines end before an index; indexes come in order. */
function linesOf(text: string): (index: number) => number {
  let line = 0;
  let at = 0;
  return (index) => {
    for (let next = text.indexOf("\n", at); next !== -1 && next < index; next = text.indexOf("\n", at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}

const CONFLICT = /^(?:<{7}|>{7})(?: .*)?$/m;

/** Reports what a merge of git leaves in a file, and says whether it did: nothing else of the file can be read then. */
export function reportConflict(text: string, file: string, problems: Problems): boolean {
  const conflict = CONFLICT.exec(text);
  if (!conflict) return false;
  const line = text.slice(0, conflict.index).split("\n").length;
  problems.error(
    { file, line },
    {
      problem: `marks of a merge that was not finished, from ${conflict[0]} on`,
      expected: "one of the versions between the marks, without the lines of <<<<<<<, ======= and >>>>>>>",
    },
  );
  return true;
}
