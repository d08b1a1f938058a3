import type { Detail } from "../../../domain/detail.ts";
import { type BytePattern, bytePatterns } from "./byte-patterns.ts";
import { type Findings, foundAt, together } from "./findings.ts";

/** Looks for words in bytes, whatever these are. */
export interface ByteSearch {
  /** Reads each byte once and keeps one chunk in memory; of what is found each encoding is named once. */
  in(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Findings>;
}

/** Enough hits of a few letters to know that they are noise or not. */
const MOST_HITS = 1_000;

/** The words in every encoding, without borders of words: nothing in bytes tells where a word begins. */
export function byteSearch(detail: Detail): ByteSearch {
  const patterns = bytePatterns(detail);
  const any = new RegExp(patterns.map(({ source }) => source).join("|"), "g");
  const each = patterns.map((pattern) => ({ pattern, at: new RegExp(pattern.source, "y") }));
  const overlap = Math.max(...patterns.map(({ most }) => most)) + LETTER_BEFORE;
  const judged = (text: string, index: number) =>
    each.flatMap(({ pattern, at }) => {
      at.lastIndex = index;
      return at.test(text) ? [foundAt(certainty(pattern, text.slice(0, index)), pattern.encoding.name)] : [];
    });
  return {
    in: async (chunks) => {
      const findings: Findings[] = [];
      let before = "";
      let hits = 0;
      for await (const chunk of chunks) {
        const text =
          before + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString("latin1");
        any.lastIndex = 0;
        for (let hit = any.exec(text); hit && hits < MOST_HITS; hit = any.exec(text)) {
          findings.push(...judged(text, hit.index));
          any.lastIndex = hit.index + 1;
          hits++;
        }
        before = text.slice(-overlap);
      }
      return together(findings);
    },
  };
}

/** The most bytes of the letter before a hit, by which one tells whether the hit stands within a word. */
const LETTER_BEFORE = 4;

function certainty({ encoding, certainty }: BytePattern, before: string): "yes" | "perhaps" {
  if (certainty !== "at the beginning of a word") return certainty === "sure" ? "yes" : "perhaps";
  const last = encoding.lastOf?.(before.slice(-LETTER_BEFORE)) ?? "";
  return /[\p{L}\p{N}]$/u.test(last) ? "perhaps" : "yes";
}
