import { type LineRepair, partsOf } from "./line-repairs.ts";

/** Lines looked back at for the groups that are open. */
const FURTHEST = 200;

/**
 * What may be wrong with how far a line is from the left edge: a tab, a number of blanks that fits no group, or a text
 * that goes on at the left edge.
 * @param at index in `lines`
 */
export function indentationRepairs(lines: readonly string[], at: number): LineRepair[] {
  const line = lines[at] ?? "";
  const text = line.trimStart();
  if (text === "" || text.startsWith("#")) return [];
  const above = lines.slice(Math.max(0, at - FURTHEST), at).filter((each) => /^\s*[^\s#]/.test(each));
  const edges = edgesAbove(above);
  const last = partsOf(above.at(-1) ?? "");
  const opens = last.value === "" && last.key !== undefined;
  const own = /^\s*/.exec(line)?.[0] ?? "";
  if (own.includes("\t")) {
    const widths =
      above.length === 0
        ? [0]
        : [own.replaceAll("\t", "  ").length, own.replaceAll("\t", "    ").length, ...edges];
    return widths.map((width) => ({
      problem: "a tab at the beginning of the line",
      line: " ".repeat(width) + text,
      remedy: "blanks in its place",
    }));
  }
  if (above.length === 0 && own !== "")
    return [
      {
        problem: `the first line begins with ${blanks(own.length)}`,
        line: text,
        remedy: "no blank before it",
        reachesDown: true,
      },
    ];
  const isField = partsOf(line).key !== undefined || text.startsWith("- ");
  if (isField && !edges.includes(own.length) && !opens)
    return nearest(edges, own.length).map((width) => ({
      problem: `the line begins with ${blanks(own.length)}, which fits no line above it`,
      line: " ".repeat(width) + text,
      remedy: width === 0 ? "no blank before it" : blanks(width),
    }));
  if (partsOf(line).key === undefined && last.value !== "" && own.length <= (edges.at(-1) ?? 0))
    return [
      {
        problem: "a line that belongs to no field",
        line: `${" ".repeat((edges.at(-1) ?? 0) + 2)}${text}`,
        remedy: "two blanks more before it if it goes on the text above",
      },
    ];
  return [];
}

/** How far from the left edge a next line may begin, by the groups that are open after these lines. */
function edgesAbove(above: readonly string[]): number[] {
  const edges: number[] = [];
  for (const line of above) {
    const lead = /^\s*(?:-\s+)*/.exec(line)?.[0] ?? "";
    const own = /^\s*/.exec(lead)?.[0].length ?? 0;
    while (edges.length > 0 && (edges.at(-1) ?? 0) >= own) edges.pop();
    for (const dash of lead.matchAll(/-/g)) edges.push(dash.index);
    edges.push(lead.length);
  }
  return edges;
}

function nearest(edges: readonly number[], to: number): number[] {
  return [...edges].sort((a, b) => Math.abs(a - to) - Math.abs(b - to));
}

function blanks(n: number): string {
  return n === 1 ? "1 blank" : `${n} blanks`;
}
