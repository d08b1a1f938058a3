import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isScalar, parseDocument, visit } from "yaml";
import type { Detail } from "../../domain/detail.ts";
import { readTree, type UnitFolder } from "../content/content-tree.ts";
import { splitFrontMatter } from "../content/language-file.ts";
import { Problems } from "../content/problem.ts";

/** Where the words stand in a content directory. */
export interface Occurrence {
  /** Folder of the unit, or the file beside site.yaml. */
  readonly folder: string;
  readonly file: string;
  /** Whether the file is text, so that the words can be replaced. */
  readonly text: boolean;
}

const TEXT = /\.(ya?ml|md|vtt|svg|txt)$/;

/** Every file of the content whose name or bytes hold the words. */
export function occurrences(content: string, detail: Detail): Occurrence[] {
  const { units, rootFiles } = readTree(content, new Problems());
  const inUnit = ({ folder, path, files }: UnitFolder) =>
    files
      .filter((file) => holds(path, file, detail))
      .map((file) => ({ folder, file, text: TEXT.test(file) }));
  return [
    ...rootFiles
      .filter((file) => holds(content, file, detail))
      .map((file) => ({ folder: file, file, text: TEXT.test(file) })),
    ...units.flatMap(inUnit),
  ];
}

function holds(folder: string, file: string, detail: Detail): boolean {
  return detail.isIn(file) || detail.isIn(readFileSync(join(folder, file), "utf8"));
}

/** Replaces the words in a text file. In YAML only values change, so that it stays YAML. */
export function redactFile(path: string, detail: Detail, replacement: string): void {
  const text = readFileSync(path, "utf8");
  writeFileSync(path, redactedText(path, text, detail, replacement));
}

function redactedText(path: string, text: string, detail: Detail, replacement: string): string {
  if (/\.ya?ml$/.test(path)) return redactedYaml(text, detail, replacement);
  const parts = path.endsWith(".md") ? splitFrontMatter(text) : undefined;
  if (!parts) return detail.removedFrom(text, replacement);
  const yaml = redactedYaml(parts.yaml, detail, replacement);
  return `---\n${yaml}---\n${detail.removedFrom(parts.body, replacement)}`;
}

/** Ids, slugs and keys stay what they are: `omarova-2020` becomes `removed-2020` in every file that names it. */
const IDENTIFIER = /^[a-z0-9]+([-.][a-z0-9]+)*$/;
const IN_IDENTIFIERS = "removed";

function redactedYaml(text: string, detail: Detail, replacement: string): string {
  const document = parseDocument(text, { logLevel: "error" });
  const without = (words: string) => detail.removedFrom(words, replacement);
  visit(document, {
    Node: (_, node) => {
      if (isScalar(node) && typeof node.value === "string")
        node.value = IDENTIFIER.test(node.value)
          ? detail.removedFrom(node.value, IN_IDENTIFIERS)
          : without(node.value);
      if (node.comment) node.comment = without(node.comment);
      if (node.commentBefore) node.commentBefore = without(node.commentBefore);
    },
  });
  if (document.comment) document.comment = without(document.comment);
  if (document.commentBefore) document.commentBefore = without(document.commentBefore);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
