import { createHash } from "node:crypto";
import type { Problems } from "../../../domain/content/problem.ts";
import { reportConflict, reportHiddenCharacters } from "./typed-text.ts";

const TEXT_BYTES = 300_000;

/**
 * The text of a file, its line ends made `\n` and a byte order mark dropped, or undefined with a problem reported
 * when it is not UTF-8, too long, or in the middle of a merge. Hidden characters in it are reported.
 */
export function textOf(bytes: Buffer, file: string, problems: Problems): string | undefined {
  const text = readText(bytes, file, problems);
  if (text === undefined) problems.unreadable.add(file);
  return text;
}

function readText(bytes: Buffer, file: string, problems: Problems): string | undefined {
  if (bytes.length > TEXT_BYTES) {
    problems.error(
      { file, line: 1 },
      {
        problem: `the file has ${Math.ceil(bytes.length / 1000)} KB`,
        expected: `at most ${TEXT_BYTES / 1000} KB of text`,
      },
    );
    return undefined;
  }
  try {
    const text = normalised(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (reportConflict(text, file, problems)) return undefined;
    reportHiddenCharacters(text, { file, line: 1 }, problems);
    return text;
  } catch {
    const line = firstBadLine(bytes);
    problems.error(
      { file, line },
      { problem: "the file is not in UTF-8", expected: "a text file saved as UTF-8" },
    );
    return undefined;
  }
}

/**
 * What a translation records of the source file that it was made from: the first 16 hexadecimal digits of the
 * SHA-256 of the source's text, the same whether its lines end in LF or CRLF.
 */
export function translationHash(text: string): string {
  return createHash("sha256").update(normalised(text)).digest("hex").slice(0, 16);
}

function normalised(text: string): string {
  return text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
}

function firstBadLine(bytes: Buffer): number {
  const lines = bytes.toString("utf8").split("\n");
  return (
    Math.max(
      0,
      lines.findIndex((line) => line.includes("\uFFFD")),
    ) + 1
  );
}
