import { readFile } from "node:fs/promises";
import { optimize, type XastElement, type XastRoot } from "svgo";
import { InvalidFile } from "../../../domain/content/invalid-file.ts";
import type { Finding } from "../../../domain/content/problem.ts";

export const SVG = "http://www.w3.org/2000/svg";

/** A drawing as a tree whose entities are resolved. What is done to it ends up in `written`. */
export interface ParsedDrawing {
  readonly root: XastRoot;
  readonly svg: XastElement;
}

/** Half a million paths are a map of a country; beyond this a drawing is data. */
const LIMIT = 100_000_000;

/** Reads an SVG in whatever encoding it says it has. */
export async function drawingText(path: string): Promise<string> {
  const bytes = await readFile(path);
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)/.exec(bytes.toString("latin1", 0, 200))?.[1];
  const utf16 =
    bytes[0] === 0xfe && bytes[1] === 0xff
      ? "utf-16be"
      : bytes[0] === 0xff && bytes[1] === 0xfe
        ? "utf-16le"
        : undefined;
  try {
    return new TextDecoder(utf16 ?? declared ?? "utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InvalidFile(
      {
        problem: "the drawing's letters are not in the encoding that it says",
        expected: "a drawing in UTF-8",
      },
      { cause },
    );
  }
}

/** Parses the drawing, lets `change` alter its tree, and answers with the tree as text again. Refuses what is no SVG. */
export function withDrawing(text: string, change: (drawing: ParsedDrawing) => void): string {
  const unsafe = unsafeEntities(text);
  if (unsafe) throw new InvalidFile(unsafe);
  const alter = (root: XastRoot) => {
    const svg = root.children.find((child) => child.type === "element");
    if (svg?.type !== "element" || localName(svg.name) !== "svg" || namespaceOf(svg) !== SVG)
      throw new InvalidFile(NO_SVG);
    change({ root, svg });
    return {};
  };
  try {
    const plugins = [{ name: "dateline", fn: alter }];
    return optimize(text, { plugins, js2svg: { pretty: false, eol: "lf", useShortTags: true } }).data;
  } catch (error) {
    if (error instanceof InvalidFile) throw error;
    throw new InvalidFile(
      { problem: `the drawing is not well-formed XML${reasonIn(error)}`, expected: OPENS },
      { cause: error },
    );
  }
}

const OPENS = "a drawing that opens in a browser";
const NO_SVG: Finding = {
  problem: "the drawing does not begin with an svg element in the namespace of SVG",
  expected: `<svg xmlns="${SVG}" …>`,
};

export const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

function namespaceOf(svg: XastElement): string | undefined {
  const colon = svg.name.indexOf(":");
  return svg.attributes[colon < 0 ? "xmlns" : `xmlns:${svg.name.slice(0, colon)}`];
}

function reasonIn(error: unknown): string {
  if (!(error instanceof Error && "reason" in error && "line" in error)) return "";
  return `, line ${error.line}: ${String(error.reason).toLowerCase()}`;
}

/** Illustrator abbreviates namespaces by entities; what nests or fetches others is made to exhaust a reader. */
function unsafeEntities(text: string): Finding | undefined {
  if (text.length > LIMIT)
    return { problem: `the drawing has ${text.length} characters`, expected: `at most ${LIMIT}` };
  const declarations = text.match(/<!ENTITY\s[^>]*>?/g) ?? [];
  let expanded = 0;
  for (const declaration of declarations) {
    const [, name, value] = /^<!ENTITY\s+([\w.:-]+)\s+("[^"&%<]*"|'[^'&%<]*')\s*>$/.exec(declaration) ?? [];
    if (!name || !value)
      return {
        problem: "the drawing declares entities that hold others or lie elsewhere",
        expected: WITHOUT,
      };
    expanded += value.length * (text.split(`&${name};`).length - 1);
  }
  if (declarations.length > 100 || expanded > 1_000_000)
    return { problem: "the drawing's entities grow without measure", expected: WITHOUT };
  return undefined;
}

const WITHOUT = "a drawing without entities, as programs save it when asked for plain SVG";
