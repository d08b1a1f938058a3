import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { Answer } from "./answers.ts";

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
