import { writeFileSync } from "node:fs";
import { csv } from "./csv.ts";
import { separatorIn } from "./desk-options.ts";
import type { Given } from "./registrations-options.ts";

/** What is known of people, to `--out` or to be printed. */
export function written({ out }: Pick<Given, "out">, text: string): string {
  if (out === undefined) return text;
  writeFileSync(out, text, { mode: 0o600 }); // what is known of people is for its owner alone
  return `Written to ${out}.\n`;
}

/** Rows as CSV, with the separator that was asked for. What Excel needs in other countries is said where none was. */
export function writtenCsv(values: Given, rows: readonly (readonly string[])[]): string {
  const said = written(values, csv(rows, separatorIn(values)));
  const isFile = values.out !== undefined;
  return isFile && values.separator === undefined
    ? `${said}For Excel set to Russian or Kazakh, which splits at semicolons, add --separator ";".\n`
    : said;
}
