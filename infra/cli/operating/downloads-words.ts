import type { DownloadTally } from "../../../functions/domain/downloads/tally.ts";

export interface DownloadReport extends DownloadTally {
  /** First and last day, in UTC. */
  readonly from: string;
  readonly to: string;
}

const HEADINGS = ["kit", "file", "rendition", "readers", "robots"] as const;

/** A table for a person, with sums. */
export function reportInWords({ from, to, rows, readers, robots }: DownloadReport): string {
  const span = from === to ? `on ${from}` : `from ${from} to ${to}`;
  if (rows.length === 0) return `Nothing was downloaded ${span} (UTC).\n`;
  const table = [
    HEADINGS.map(String),
    ...rows.map((row) => HEADINGS.map((heading) => String(row[heading]))),
    ["all", "", "", String(readers), String(robots)],
  ];
  const widths = HEADINGS.map((_, n) => Math.max(...table.map((line) => line[n]?.length ?? 0)));
  const lines = table.map((line) =>
    line
      .map((cell, n) => (n < FIRST_NUMBER ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
      .join("  "),
  );
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  const [head = "", ...rest] = lines;
  return `Downloads ${span} (UTC)\n\n${[head, rule, ...rest.slice(0, -1), rule, ...rest.slice(-1)].join("\n")}\n`;
}

const FIRST_NUMBER = 3;

/** For a program, in the order of the table. */
export function reportAsJson(report: DownloadReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** For a spreadsheet: RFC 4180, without the sums, which it makes itself. */
export function reportAsCsv({ rows }: DownloadReport): string {
  const lines = [HEADINGS.map(String), ...rows.map((row) => HEADINGS.map((heading) => String(row[heading])))];
  return lines.map((line) => `${line.map(csvField).join(",")}\r\n`).join("");
}

/** What a spreadsheet would take for a formula (OWASP, "CSV Injection") gets an apostrophe before it. */
function csvField(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
