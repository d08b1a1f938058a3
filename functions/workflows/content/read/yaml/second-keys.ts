import { type Document, isMap, isScalar, visit } from "yaml";

/** A key that stands in its group already. */
export interface SecondKey {
  readonly key: string;
  readonly line: number;
  readonly firstLine: number;
}

/** @param lineAt line of the file, by the index in the text */
export function secondKeys(document: Document.Parsed, lineAt: (index: number) => number): SecondKey[] {
  const second: SecondKey[] = [];
  visit(document, {
    Map(_, map) {
      if (!isMap(map)) return;
      const lines = new Map<string, number>();
      for (const { key } of map.items) {
        if (!isScalar(key) || !key.range) continue;
        const name = String(key.value);
        const line = lineAt(key.range[0]);
        const firstLine = lines.get(name);
        if (firstLine === undefined) lines.set(name, line);
        else second.push({ key: name, line, firstLine });
      }
    },
  });
  return second;
}
