import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { Instant } from "../../functions/domain/instant.ts";
import type { Answer } from "./answers.ts";
import type { FrozenEarly } from "./freeze/early-story.ts";
import type { FrozenPeople } from "./freeze/people-story.ts";
import { type DumpedItem, itemsIn } from "./table-dump.ts";

/** Versions whose state is kept, each in a folder of that name. */
export const FROZEN_VERSIONS = ["0.1"] as const;

export const frozenFolder = (version: string): string => join(import.meta.dirname, "../fixtures", version);

/** What opens the links of a frozen state. */
export interface FrozenOpenings extends FrozenPeople {
  readonly frozenAt: Instant;
  /** In hexadecimal digits. */
  readonly keys: { readonly link: string; readonly seal: string };
  readonly early: Readonly<Record<"open" | "revoked" | "expired", FrozenEarly>>;
}

export function openingsOf(version: string): FrozenOpenings {
  return JSON.parse(readFileSync(join(frozenFolder(version), "opens.json"), "utf8"));
}

export function dumpedItems(version: string, table: "newsroom" | "registrations"): DumpedItem[] {
  return itemsIn(readFileSync(join(frozenFolder(version), `${table}.jsonl`), "utf8"));
}

/** One answer a line. Every page repeats its style sheets: compressed, all answers weigh a fiftieth of what they are. */
const NAME = "answers.jsonl.br";

export function writeAnswers(folder: string, answers: readonly Answer[]): void {
  const text = Buffer.from(`${answers.map((answer) => JSON.stringify(answer)).join("\n")}\n`);
  const params = {
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  writeFileSync(join(folder, NAME), brotliCompressSync(text, { params }));
}

export function readAnswers(folder: string): Answer[] {
  const text = brotliDecompressSync(readFileSync(join(folder, NAME))).toString("utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}
