import { quoted } from "./quoted.ts";

/** A line as it was perhaps meant. */
export interface LineRepair {
  /** What was wrong with it. */
  readonly problem: string;
  readonly line: string;
  /** What to do; without it, the line stands for itself. */
  readonly remedy?: string;
  /** Whether the line only helps to read on, and is not how it should be. */
  readonly isHelp?: boolean;
  /** Whether a mistake further down may remain when the line is right: a quotation mark swallows lines. */
  readonly reachesDown?: boolean;
}

/** Whether a field may have this name, in a line that begins with these blanks and dashes. */
export type IsField = (name: string, lead: string) => boolean;

/** A line of YAML in its parts. */
export interface LineParts {
  /** Blanks and dashes of lists at its beginning. */
  readonly lead: string;
  /** Name of the field, if there is one. */
  readonly key: string | undefined;
  /** With the blanks before and after it. */
  readonly colon: string;
  readonly value: string;
}

const LINE = /^(\s*(?:-\s+)*)(?:([\w.-]+|"[^"]*"|'[^']*')(\s*:(?:\s+|$)))?(.*)$/;

export function partsOf(line: string): LineParts {
  const [, lead = "", key, colon = "", value = ""] = LINE.exec(line.trimEnd()) ?? [];
  return { lead, key, colon, value };
}

/** Marks with which no text begins in YAML, unless it stands in quotation marks. */
const SPECIAL = /^(?:[@`%&*!|>[\]{},]|[-?:](?=\s))/;

const QUOTE_IT = "quotation marks around the text";

/**
 * What may be wrong within a line, the likeliest first. Most of these are no repairs: reading the text again tells.
 */
export function repairsOf(line: string, isField: IsField): LineRepair[] {
  return [
    ...missingBlanks(line, isField),
    ...flowGroups(line),
    ...openMarks(line),
    ...valueInQuotes(line),
    ...missingColon(line, isField),
    ...otherDocument(line),
    ...hashWithinText(line),
  ];
}

/**
 * What may be wrong with a line that YAML can read, though not as what it should be.
 * @param wanted whether a text should be there, or a list or a field
 */
export function silentRepairsOf(line: string, isField: IsField, wanted: "text" | "structure"): LineRepair[] {
  if (wanted === "text") return valueInQuotes(line);
  return [...missingBlanks(line, isField), ...flowGroups(line)];
}

function missingBlanks(line: string, isField: IsField): LineRepair[] {
  const repairs: LineRepair[] = [];
  const [, lead = "", key = "", value = ""] = /^(\s*(?:-\s+)*)([A-Za-z][\w-]*):(\S.*)$/.exec(line) ?? [];
  if (isField(key, lead)) {
    const problem = `there is no blank behind the colon of ${key}`;
    repairs.push({ problem, line: `${lead}${key}: ${value}` });
    repairs.push({ problem, line: `${lead}${key}: ${quoted(value)}` });
  }
  const dash = /^(\s*)-([^\s-].*)$/.exec(line);
  if (dash) repairs.push({ problem: "there is no blank behind the dash", line: `${dash[1]}- ${dash[2]}` });
  return repairs;
}

/** `{ en: A: b, ru: C }`: each text of a group in one line by itself. */
function flowGroups(line: string): LineRepair[] {
  let problem: string | undefined;
  const repaired = line.replaceAll(/\{([^{}]*)\}/g, (_, inner: string) => {
    const texts = inner.split(/,(?=\s*\w+:)/).map((part) => {
      const [, name = "", text = ""] = /^(\s*\w+:\s*)(.*?)\s*$/.exec(part) ?? [];
      const offence = isQuoted(text) ? undefined : (offenceOf(text) ?? (text.includes(",") && "a comma"));
      if (!offence) return part.trimEnd();
      problem ??= `a text of the group holds ${offence}`;
      return name + quoted(text);
    });
    return `{${texts.join(",")} }`;
  });
  return problem === undefined ? [] : [{ problem, line: repaired, remedy: QUOTE_IT }];
}

/** The whole value in quotation marks. */
function valueInQuotes(line: string): LineRepair[] {
  const { lead, key, colon, value } = partsOf(line);
  if (value === "" || (key === undefined && lead.trim() === "")) return [];
  if (isQuoted(value) && !value.startsWith('"')) return [];
  const begin = `${lead}${key ?? ""}${colon}`;
  const [mark = ""] = value;
  if (mark === '"' || mark === "'") {
    const isClosed = value.length > 1 && value.endsWith(mark);
    const inner = isClosed ? value.slice(1, -1) : value;
    const hasMark = value.slice(1, isClosed ? -1 : undefined).includes(mark);
    if (!hasMark && !isClosed) return []; // one that is open is closed before it is taken for a part of the text
    const problem = isClosed
      ? hasMark
        ? `the text in quotation marks holds ${mark} itself`
        : "the text holds a backslash, which means something else within quotation marks"
      : "the text goes on behind the quotation mark that closes it";
    const remedy = isClosed ? "other quotation marks around the text" : QUOTE_IT;
    return [{ problem, line: begin + quoted(inner), remedy }];
  }
  const offence = offenceOf(value);
  if (offence === undefined) return [];
  const problem = SPECIAL.test(value) ? `the text begins with ${mark}` : `the text holds ${offence}`;
  const all = { problem, line: begin + quoted(value), remedy: QUOTE_IT };
  if (!value.endsWith(",")) return [all];
  return [{ ...all, line: `${begin}${quoted(value.slice(0, -1))},` }, all]; // of a group over several lines
}

function offenceOf(text: string): string | undefined {
  if (SPECIAL.test(text)) return text.slice(0, 1);
  if (/:(?:\s|$)/.test(text)) return "a colon with a blank behind it";
  return /\s#/.test(text) ? "a blank and #" : undefined;
}

function isQuoted(text: string): boolean {
  return /^"(?:[^"\\]|\\.)*"$|^'(?:[^']|'')*'$/.test(text);
}

/** Quotation marks and brackets that are not closed. */
function openMarks(line: string): LineRepair[] {
  const { value } = partsOf(line);
  const mark = value.slice(0, 1);
  const isOnce = value.indexOf(mark, 1) === -1;
  if ((mark === '"' || mark === "'") && isOnce)
    return [
      {
        problem: `the quotation mark ${mark} is not closed`,
        line: `${line.trimEnd()}${mark}`,
        reachesDown: true,
      },
    ];
  const closing = mark === "[" ? "]" : mark === "{" ? "}" : undefined;
  if (closing === undefined || value.includes(closing)) return [];
  return [
    { problem: `the bracket ${mark} is not closed`, line: `${line.trimEnd()}${closing}`, reachesDown: true },
  ];
}

function missingColon(line: string, isField: IsField): LineRepair[] {
  const [, lead = "", key = "", sign = "", value = ""] =
    /^(\s*(?:-\s+)*)([A-Za-z]\w*)\s*([：；;=]|\s)\s*(\S.*)$/.exec(line) ?? [];
  if (!isField(key, lead)) return [];
  const problem =
    sign.trim() === ""
      ? `there is no colon behind ${key}`
      : `there is ${sign} behind ${key}, where a colon belongs`;
  return [value, quoted(value)].map((text) => ({ problem, line: `${lead}${key}: ${text}` }));
}

function otherDocument(line: string): LineRepair[] {
  const sign = /^(?:---|\.\.\.)(?=\s|$)/.exec(line)?.[0];
  if (sign === undefined) return [];
  return [
    { problem: `a line of ${sign} within the fields`, line: "", remedy: "no such line", reachesDown: true },
  ];
}

/** A line of a text that begins with a hash ends the text; without the hash, the rest can be read. */
function hashWithinText(line: string): LineRepair[] {
  const [, lead = "", words] = /^(\s+)#+\s*(\S.*)$/.exec(line) ?? [];
  if (words === undefined) return [];
  const remedy = "quotation marks around the text, or its words in one line";
  return [
    {
      problem: "a line of the text begins with #",
      line: lead + words,
      remedy,
      isHelp: true,
      reachesDown: true,
    },
  ];
}
