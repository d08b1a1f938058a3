import { cleanLine } from "../text/clean-text.ts";
import { cellsOf } from "./cells.ts";
import type { Column } from "./column.ts";
import { headingAmongHeadings, headingOf } from "./headings.ts";
import type { Line } from "./lines.ts";
import { isFullName } from "./unheaded-columns.ts";

/** Lines that have their columns in common: a heading, if there is one, and what follows until the next. */
export interface Block {
  readonly columns?: readonly Column[];
  readonly delimiter?: string | undefined;
  readonly lines: Line[];
}
type Heading = Required<Pick<Block, "columns">> & Pick<Block, "delimiter">;

export function blocksOf(lines: readonly Line[], told: string | undefined): Block[] {
  const blocks: Block[] = [{ delimiter: told, lines: [] }];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const next = lines[i + 1]?.text;
    const over = next === undefined ? undefined : headingOfTwo(line.text, next);
    const heading = over ?? headingIn(line.text);
    if (heading) blocks.push({ ...heading, lines: [] });
    else blocks.at(-1)?.lines.push(line);
    if (over) i++;
  }
  return blocks;
}

/** The columns of a line on which nothing but headings stands, a name among them. */
function headingIn(line: string): Heading | undefined {
  const whole = /[;\t]/.test(line) ? undefined : headingOf(cleanLine(line)); // `Фамилия, имя` is one heading
  const delimiter = whole ? undefined : delimiterIn(line);
  const cells = whole ? [cleanLine(line)] : cellsOf(line, delimiter ?? ";");
  return cells && clearColumns(cells, delimiter);
}

/** The columns of two lines of headings: cells that reach over both, or groups above what they consist of. */
function headingOfTwo(upper: string, lower: string): Heading | undefined {
  const delimiter = delimiterIn(upper);
  if (!delimiter || delimiterIn(lower) !== delimiter) return undefined;
  const [above = [], below = []] = [cellsOf(upper, delimiter), cellsOf(lower, delimiter)];
  if (headingAmongHeadings(above.find((cell) => cell !== "") ?? "-") === undefined) return undefined;
  if ([above, below].some((cells) => cells.filter((cell) => cell !== "").length < 2)) return undefined;
  if (above.some((cell) => isFullName(cell) && headingAmongHeadings(cell) === undefined)) return undefined;
  if (below.some((cell) => headingAmongHeadings(cell) === undefined)) return undefined;
  const width = Math.max(above.length, below.length);
  const cells = Array.from({ length: width }, (_, i) => below[i] || above[i] || "");
  return clearColumns(cells, delimiter);
}

const delimiterIn = (line: string): string | undefined =>
  ["\t", ";", ","].find((each) => line.includes(each));

function clearColumns(cells: readonly string[], delimiter: string | undefined): Heading | undefined {
  const said = cells.flatMap((cell) => headingAmongHeadings(cell) ?? []);
  if (said.length !== cells.length) return undefined;
  const columns = withOneName(said);
  const names = columns.filter((each) => each === "name").length;
  const parts = columns.filter((each) => each === "name-part").length;
  const badges = columns.filter((each) => each === "badge").length;
  const isClear = names === 1 ? parts === 0 : names === 0 && parts > 0;
  return isClear && badges <= 1 ? { columns, delimiter } : undefined;
}

/** Of names that are written in several scripts the first counts, unless one column says that it is the name. */
function withOneName(said: readonly Column[]): readonly Column[] {
  const isNamed = said.some((each) => each === "name" || each === "name-part");
  const first = isNamed ? -1 : said.indexOf("name-in-script");
  return said.map((each, i) => (each !== "name-in-script" ? each : i === first ? "name" : "other"));
}
