import { writeFile } from "node:fs/promises";
import { orFinding } from "../../../domain/content/invalid-file.ts";
import type { Finding } from "../../../domain/content/problem.ts";
import type { Rights } from "../../../domain/rights.ts";
import { rightsXmp } from "../metadata/rights-xmp.ts";
import type { CleaningOrder } from "../recording/clean-recording.ts";
import { cleanTree } from "./clean-tree.ts";
import { drawingText, withDrawing } from "./parsed-drawing.ts";

/**
 * Writes a drawing that looks the same, runs nothing, refers to nothing outside, tells nothing of the program and the
 * person that made it, and carries what the kit says of it. Answers why where it cannot.
 */
export function cleanDrawing({ from, to, rights }: CleaningOrder): Promise<Finding | undefined> {
  return orFinding(async () => {
    await writeFile(to, cleanedDrawing(await drawingText(from), rights));
    return undefined;
  }, UNREADABLE);
}

const UNREADABLE = { problem: "the drawing cannot be read", expected: "a drawing that opens in a browser" };

export function cleanedDrawing(text: string, rights: Rights): string {
  const cleaned = withDrawing(text, ({ root, svg }) => {
    cleanTree(svg);
    root.children = [svg];
    const prefix = svg.name.includes(":") ? svg.name.slice(0, svg.name.indexOf(":") + 1) : "";
    svg.children.push({
      type: "element",
      name: `${prefix}metadata`,
      attributes: {},
      children: [{ type: "text", value: "rights" }],
    });
  });
  const at = cleaned.lastIndexOf("rights");
  return `${cleaned.slice(0, at)}${rdfOf(rights)}${cleaned.slice(at + "rights".length)}\n`;
}

/** The statement alone: the packet around it is for programs that look for it in bytes. */
function rdfOf(rights: Rights): string {
  return /<rdf:RDF[\s\S]*<\/rdf:RDF>/.exec(rightsXmp(rights))?.[0] ?? "";
}
