import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import { quotedText, type YamlSlip, yamlSlips } from "./yaml-slips.ts";

export type YamlPath = readonly (string | number)[];

/** YAML as read: its value, and the line of everything in it. */
export interface YamlText {
  readonly value: unknown;
  /** Line of the key or item at `path`; where there is none, of the nearest thing around it. */
  lineOf(path: YamlPath): number;
  /** How the scalar at `path` was typed: `5.10` where the value is the number 5.1. */
  typed(path: YamlPath): string | undefined;
  /** What keeps it from being YAML, each cause once. When there is any, the value is undefined. */
  readonly errors: readonly YamlSlip[];
  /** What YAML drops of the line of the value at `path`, with the line as it was meant. */
  dropped(path: YamlPath): { readonly text: string; readonly meant: string } | undefined;
}

/**
 * Reads one YAML 1.2 document. Never throws.
 * @param firstLine line of the file on which `text` begins
 */
export function readYaml(text: string, firstLine = 1): YamlText {
  try {
    return read(text, firstLine);
  } catch (error) {
    // aliases that multiply, nesting beyond the stack: nothing that a newsroom writes
    const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return {
      value: undefined,
      lineOf: () => firstLine,
      typed: () => undefined,
      errors: [{ line: firstLine, problem: message, expected: "YAML" }],
      dropped: () => undefined,
    };
  }
}

function read(text: string, firstLine: number): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const isBroken = document.errors.length + document.warnings.length > 0;
  const errors = isBroken
    ? yamlSlips(text).map((slip) => ({ ...slip, line: slip.line + firstLine - 1 }))
    : [];
  const descend = (path: YamlPath): Found => find(document.contents, path);
  return {
    value: isBroken ? undefined : document.toJS({ maxAliasCount: 50 }),
    lineOf: (path) => {
      const { offset } = descend(path);
      return offset === undefined ? firstLine : lineAt(offset);
    },
    typed: (path) => {
      const { node } = descend(path);
      return isScalar(node) ? node.source : undefined;
    },
    errors,
    dropped: (path) => droppedAt(text, descend(path)),
  };
}

/** A comment behind a text, or a name for it: nobody means them in a headline. */
function droppedAt(text: string, { node, offset }: Found): ReturnType<YamlText["dropped"]> {
  if (offset === undefined) return undefined;
  const end = text.indexOf("\n", isScalar(node) && node.range ? node.range[1] : offset);
  const begin = text.lastIndexOf("\n", isScalar(node) && node.range ? node.range[0] : offset) + 1;
  const line = text.slice(begin, end < 0 ? text.length : end);
  const typed = /^(\s*(?:- )?[^\s:#]+:\s+|\s*- )(\S.*?)\s*$/.exec(line);
  if (!typed || (isScalar(node) && /BLOCK/.test(node.type ?? ""))) return undefined;
  const [, before = "", value = ""] = typed;
  const meant = `${before.trim()} ${quotedText(unquoted(value))}`;
  if (isScalar(node) && node.anchor !== undefined) return { text: `&${node.anchor}`, meant };
  const comment = isScalar(node) && node.range ? text.slice(node.range[1], begin + line.length) : value;
  const dropped = /^\s*(#.*)$/.exec(comment)?.[1];
  return dropped === undefined ? undefined : { text: dropped.trim(), meant };
}

/** A value that is quoted already, with what stands behind it. */
const unquoted = (value: string): string => value.replace(/^(["'])(.*?)\1(\s*#.*)$/, "$2$3");

interface Found {
  /** What stands at the path; undefined when nothing does. */
  readonly node: Node | null | undefined;
  /** Where it, or the nearest thing around it, begins: for a pair, its key. */
  readonly offset: number | undefined;
}

function find(root: Node | null, path: YamlPath): Found {
  let node: Node | null | undefined = root;
  let offset: number | undefined;
  for (const step of path) {
    let next: Node | null | undefined;
    if (isMap<Node, Node | null>(node)) {
      const pair: Pair<Node, Node | null> | undefined = node.items.find(
        (item) => keyOf(item) === String(step),
      );
      if (!pair) return { node: undefined, offset };
      offset = pair.key.range?.[0] ?? offset;
      next = pair.value;
    } else if (isSeq<Node>(node) && typeof step === "number") {
      next = node.items[step];
      if (!next) return { node: undefined, offset };
      offset = next.range?.[0] ?? offset;
    } else return { node: undefined, offset };
    node = next;
  }
  return { node, offset };
}

function keyOf(pair: Pair<Node, Node | null>): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value) : undefined;
}
