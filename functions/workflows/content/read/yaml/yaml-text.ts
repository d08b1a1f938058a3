import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from "yaml";
import { type LostText, lostTexts } from "./lost-text.ts";
import { type SecondKey, secondKeys } from "./second-keys.ts";

import type { YamlPath } from "./yaml-path.ts";

/** YAML as read: its value, and the line of everything in it. */
export interface YamlText {
  readonly text: string;
  /** Line of the file on which `text` begins. */
  readonly firstLine: number;
  readonly value: unknown;
  /** Line of the key or item at `path`; where there is none, of the nearest thing around it. */
  lineOf(path: YamlPath): number;
  /** How the scalar at `path` was typed: `5.10` where the value is the number 5.1. */
  typed(path: YamlPath): string | undefined;
  /** Lines of syntax errors. When there are any, the value is undefined. */
  readonly errors: readonly number[];
  /** Whether it is deeper than anybody can follow, or repeats itself without end. */
  readonly isEndless: boolean;
  /** Texts of which a part means something else in YAML, and is not in the value. */
  readonly lost: readonly LostText[];
  /** Keys that stand twice in one group; the value has the last. */
  readonly twice: readonly SecondKey[];
}

/**
 * Reads one YAML 1.2 document. Never throws.
 * @param firstLine line of the file on which `text` begins
 */
export function readYaml(text: string, firstLine = 1): YamlText {
  try {
    return read(text, firstLine);
  } catch {
    // aliases that multiply, nesting beyond the stack: nothing that a newsroom writes
    return {
      text,
      firstLine,
      value: undefined,
      lineOf: () => firstLine,
      typed: () => undefined,
      errors: [firstLine],
      isEndless: true,
      lost: [],
      twice: [],
    };
  }
}

function read(text: string, firstLine: number): YamlText {
  const lines = new LineCounter();
  const document: Document.Parsed = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "error",
    uniqueKeys: false,
  });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const errors = [...document.errors, ...document.warnings].map(({ pos }) => pos[0]);
  visit(document, {
    Alias(_, alias) {
      if (!alias.resolve(document)) errors.push(alias.range?.[0] ?? 0);
    },
  });
  const lineNumbers = errors.sort((a, b) => a - b).map(lineAt);
  const descend = (path: YamlPath): Found => find(document.contents, path);
  return {
    text,
    firstLine,
    value: errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 50 }),
    lineOf: (path) => {
      const { offset } = descend(path);
      return offset === undefined ? firstLine : lineAt(offset);
    },
    typed: (path) => {
      const { node } = descend(path);
      return isScalar(node) ? node.source : undefined;
    },
    errors: lineNumbers,
    isEndless: false,
    lost: errors.length > 0 ? [] : lostTexts(text, document, lineAt),
    twice: errors.length > 0 ? [] : secondKeys(document, lineAt),
  };
}

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
