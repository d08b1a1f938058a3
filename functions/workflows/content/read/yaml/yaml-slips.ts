import { parseDocument } from "yaml";
import type { Finding } from "../../../../domain/content/problem.ts";

/** A slip in a YAML file: one for each cause, with the line as it should be where that can be told. */
export interface YamlSlip extends Finding {
  /** Counted from 1. */
  readonly line: number;
}

/** More is no file with slips but another kind of file. */
const MOST_SLIPS = 12;

interface Diagnosis extends Finding {
  /** The line as it should be. */
  readonly corrected?: string;
}

/**
 * What keeps a text from being YAML, in our words. A slip makes the lines below it wrong, too, so each is put right before
 * the next is looked for, and none is reported that follows from another.
 */
export function yamlSlips(text: string): YamlSlip[] {
  const lines = text.split("\n");
  const slips: YamlSlip[] = [];
  while (slips.length < MOST_SLIPS) {
    const error = firstError(lines.join("\n"));
    if (!error) break;
    const at = culprit(lines, error.line);
    const { corrected, ...finding } = diagnosisOf(lines, at, error);
    slips.push({ line: at + 1, ...finding });
    if (corrected === undefined || corrected === lines[at]) break;
    lines[at] = corrected;
  }
  return slips;
}

interface YamlError {
  /** From 0. */
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

function firstError(text: string): YamlError | undefined {
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: "silent" });
    const [first] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
    if (!first) return undefined;
    const line = text.slice(0, first.pos[0]).split("\n").length - 1;
    return { line, code: first.code, message: first.message.split("\n")[0] ?? "" };
  } catch (error) {
    return { line: 0, code: "IMPOSSIBLE", message: error instanceof Error ? error.message : String(error) };
  }
}

/** The line of the slip: a parser notices some only on the line below. */
function culprit(lines: readonly string[], noticed: number): number {
  for (let at = Math.min(noticed, lines.length - 1); at >= Math.max(0, noticed - 2); at--)
    if (HAS_TAB.test(lines[at] ?? "") || slipIn(lines[at] ?? "")) return at;
  const quote = openQuote(lines, noticed);
  if (quote !== undefined) return quote;
  const at = Math.min(noticed, lines.length - 1);
  for (let above = at; above >= Math.max(0, at - 2); above--)
    if (openBracket(fieldIn(lines[above] ?? "")?.value ?? "") !== undefined) return above;
  return isTooDeep(lines, at + 1) ? at + 1 : at;
}

/** Whether a field is indented more than the field above it, which has a value of its own. */
function isTooDeep(lines: readonly string[], at: number): boolean {
  const [above = "", line = ""] = [lines[at - 1], lines[at]];
  return FIELD.test(line) && indentOf(line) > indentOf(above) && /^\s*[\w-]+:\s+\S/.test(above);
}

/** Where a quotation mark was opened that is never closed on its line. */
function openQuote(lines: readonly string[], until: number): number | undefined {
  for (let at = Math.min(until, lines.length - 1); at >= 0; at--)
    if (isUnclosed(fieldIn(lines[at] ?? "")?.value ?? "")) return at;
  return undefined;
}

function diagnosisOf(lines: readonly string[], at: number, error: YamlError): Diagnosis {
  const line = lines[at] ?? "";
  const above = lines.slice(0, at).findLast((each) => /\S/.test(each) && !/^\s*#/.test(each)) ?? "";
  const depth = indentOf(above) + (/:\s*$/.test(above) ? 2 : 0);
  if (HAS_TAB.test(line))
    return {
      problem: "the line begins with a tab",
      expected: "spaces: two for each step",
      corrected: `${" ".repeat(depth)}${line.trim()}`,
    };
  const found = slipIn(line);
  if (found) return found;
  if (error.code === "DUPLICATE_KEY") {
    const key = /^\s*(?:- )?([^:]+):/.exec(line)?.[1] ?? "a field";
    return { problem: `${key} stands there twice`, expected: "each field once" };
  }
  const value = fieldIn(line);
  const bracket = openBracket(value?.value ?? "");
  if (bracket !== undefined)
    return {
      problem: `the ${bracket} of a ${bracket === "[" ? "list" : "group"} is not closed`,
      ...asLine(`${line.trimEnd()}${bracket === "[" ? "]" : " }"}`),
    };
  if (value && isUnclosed(value.value))
    return {
      problem: "a quotation mark is opened and not closed",
      ...asLine(`${value.before}${closed(value.value)}`),
    };
  if (indentOf(line) !== depth && FIELD.test(line))
    return {
      problem: `the line begins after ${spaces(indentOf(line))}, where the one above it asks for ${depth}`,
      ...asLine(`${" ".repeat(depth)}${line.trim()}`),
    };
  if (/^\s*[^\s:#-][^:]*$/.test(line))
    return {
      problem: `the line has no colon: ${short(line)}`,
      expected: "`field: value`, or two spaces more where it goes on with the text above",
    };
  return { problem: `the line cannot be read: ${short(line)}`, expected: "`field: value`" };
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
const spaces = (n: number): string => (n === 1 ? "1 space" : `${n} spaces`);
const FIELD = /^\s*(?:- )?[\w-]+:(?:\s|$)/;
const HAS_TAB = /^ *\t/;
const short = (line: string): string =>
  line.trim().length > 50 ? `${line.trim().slice(0, 49)}…` : line.trim();
const asLine = (corrected: string) => ({ expected: corrected.trim(), corrected });

/** What is wrong with a line whatever stands around it. */
function slipIn(line: string): Diagnosis | undefined {
  if (/^(?:<{7}|>{7}|={7}|\|{7})(?:\s|$)/.test(line))
    return {
      problem: "a mark of a merge that was not finished",
      expected: "one of the two texts, without the lines of <<<<<<<, ======= and >>>>>>>",
    };
  const dash = /^(\s*)-(?![\s-])(\S.*)$/.exec(line);
  if (dash) return { problem: "no space after the dash", ...asLine(`${dash[1]}- ${dash[2]}`) };
  const tight = /^(\s*(?:- )?)([A-Za-z][\w-]*):([^\s/].*)$/.exec(line);
  if (tight && !/^["'{[]/.test(line.trim()))
    return { problem: "no space after the colon", ...asLine(`${tight[1]}${tight[2]}: ${tight[3]}`) };
  const { before = "", value = "" } = fieldIn(line) ?? {};
  if (value === "" || before === "") return undefined;
  const quoted = asLine(`${before}${quotedText(value)}`);
  if (/^[@`%&*!]/.test(value) || /^[|>](?![+-]?\d?\s*(?:#.*)?$)/.test(value))
    return { problem: `the text begins with ${value[0]}, which means something else in YAML`, ...quoted };
  if (/^\[[^\]]*\]\s*\S/.test(value) || /^\{[^}]*\}\s*\S/.test(value) || /^\{[{%]/.test(value))
    return { problem: `the text begins with ${value[0]}, with which a list or a group begins`, ...quoted };
  if (/^"(?:[^"\\]|\\.)*"\s*[^\s#,\]}]/.test(value) || /^'(?:[^']|'')*'\s*[^\s#,\]}]/.test(value))
    return { problem: "the text goes on behind its quotation mark", ...quoted };
  if (/^[^"'[{|>#].*?:(?:\s|$)/.test(value))
    return { problem: "the text holds a colon and a space", ...quoted };
  return undefined;
}

/** A line as the field with its colon, and the value. */
function fieldIn(line: string): { before: string; value: string } | undefined {
  const found = /^(\s*(?:- )?[A-Za-z][\w-]*:\s+|\s*- )(\S.*?)\s*$/.exec(line);
  return found ? { before: found[1] ?? "", value: found[2] ?? "" } : undefined;
}

/** Whether a value begins with a quotation mark that does not end on its line. */
const isUnclosed = (value: string): boolean =>
  (value.startsWith('"') && !/^"(?:[^"\\]|\\.)*"/.test(value)) ||
  (value.startsWith("'") && !/^'(?:[^']|'')*'/.test(value));

/** The bracket of a list or a group that does not end on its line. */
const openBracket = (value: string): string | undefined =>
  /[\]}]/.test(value) ? undefined : /^[[{]/.exec(value)?.[0];

const closed = (value: string): string =>
  quotedText(value.slice(1).replaceAll(value[0] === '"' ? '\\"' : "''", value[0] ?? ""));

/** A text in the quotation marks that need the least of escapes. */
export function quotedText(text: string): string {
  if (!text.includes('"')) return `"${text.replaceAll("\\", "\\\\")}"`;
  if (!text.includes("'")) return `'${text}'`;
  return `'${text.replaceAll("'", "''")}'`;
}
