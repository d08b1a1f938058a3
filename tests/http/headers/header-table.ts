import { readFileSync } from "node:fs";

/** docs/headers.md as a test reads it. */
export interface HeaderTable {
  readonly answers: readonly DocumentedAnswer[];
  /** Cookies by name: what follows the value, with placeholders. */
  readonly cookies: ReadonlyMap<string, string>;
  /** Whether a value is what a text with placeholders says. */
  matches(documented: string, value: string): boolean;
}

export interface DocumentedAnswer {
  readonly name: string;
  readonly status: number;
  /** Every header that the answer has, and no other. */
  readonly headers: ReadonlyMap<string, string>;
  /** `Cache-Control` of the function for the edge; undefined where the edge answers by itself. */
  readonly edgeCacheControl: string | undefined;
}

/** @throws where the page is not written as it says */
export function headerTable(file = "docs/headers.md"): HeaderTable {
  const text = readFileSync(file, "utf8");
  const sets = new Map(
    [...text.matchAll(/^### (\S+)\n[\s\S]*?```\n([\s\S]*?)\n```/gm)].map(([, name = "", lines = ""]) => [
      name,
      lines.split("\n").map(headerLine),
    ]),
  );
  const patterns = new Map(
    rowsUnder(text, "What varies").map(([name = "", , pattern = ""]) => [bare(name), bare(pattern)]),
  );
  const answers = rowsUnder(text, "Answers").map(
    ([name = "", status = "", named = "", more = "", cacheControl = ""]) => {
      const headers = new Map<string, string>();
      for (const each of named.split(" ").filter(Boolean)) {
        const set = sets.get(each);
        if (!set) throw new Error(`docs/headers.md has no headers named ${each}.`);
        for (const [header, value] of set) headers.set(header, value);
      }
      for (const line of [...more.matchAll(/`([^`]+)`/g)]) headers.set(...headerLine(line[1] ?? ""));
      return {
        name,
        status: Number(status),
        headers,
        edgeCacheControl: cacheControl === "" ? undefined : bare(cacheControl),
      };
    },
  );
  const cookies = new Map(
    rowsUnder(text, "Cookies").map(([name = "", , set = ""]) => [bare(name), bare(set)]),
  );
  return {
    answers,
    cookies,
    matches: (documented, value) => {
      const parts = documented.split(/(\{[a-z-]+\})/).map((part) => patterns.get(part) ?? escaped(part));
      return new RegExp(`^${parts.join("")}$`).test(value);
    },
  };
}

function headerLine(line: string): [string, string] {
  const colon = line.indexOf(": ");
  if (colon < 0) throw new Error(`docs/headers.md: ${line} is no header.`);
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)];
}

/** Rows of the table under a heading, without its head. */
function rowsUnder(text: string, heading: string): string[][] {
  const section = text.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("| "));
  return rows.slice(1).map((row) =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

const bare = (cell: string): string => cell.replace(/^`+|`+$/g, "").replaceAll("\\|", "|");
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
