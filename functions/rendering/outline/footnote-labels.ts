import type { OutlineBlock } from "./block.ts";

const DEFINITION = /^[ >]*\[\^([^\]\s]+)\]:/gm;
/** Code, which stays as it is, or a label. */
const CODE_OR_LABEL = /(`+)[\s\S]{0,2000}?\1|\[\^([^\]\s]+)\]/g;

/**
 * Blocks whose footnotes keep apart when the texts stand in one file: the second `[^1]` is `[^1-2]`. On a page, each
 * text has notes of its own.
 */
export function withOwnFootnotes(blocks: readonly OutlineBlock[]): OutlineBlock[] {
  const taken = new Set<string>();
  return blocks.map((block) => {
    if (block.kind !== "text" || block.markdown === undefined) return block;
    const labels = [...new Set([...block.markdown.matchAll(DEFINITION)].map(([, label = ""]) => label))];
    const renamed = new Map(labels.filter((label) => taken.has(label)).map((label) => [label, ""]));
    for (const label of labels) if (!renamed.has(label)) taken.add(label);
    for (const label of renamed.keys()) {
      let name = label;
      for (let n = 2; taken.has(name); n++) name = `${label}-${n}`;
      taken.add(name);
      renamed.set(label, name);
    }
    const markdown = block.markdown.replaceAll(CODE_OR_LABEL, (typed, _code, label?: string) => {
      const name = label === undefined ? undefined : renamed.get(label);
      return name === undefined ? typed : `[^${name}]`;
    });
    return { ...block, markdown };
  });
}
