import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourceFiles } from "../../worlds/sources/source-files.ts";

/** What is done in one place of the functions, and where. */
const ONE_PLACE: readonly { what: string; pattern: RegExp; files: readonly string[] }[] = [
  {
    what: "writes a fault into the log",
    pattern: /\bconsole\.\w+\(/,
    files: ["functions/http/answers/fault.ts"],
  },
  {
    what: "writes a line of the log",
    pattern: /\bprocess\.std(?:out|err)\b/,
    files: ["functions/lambda/runtime/write-line.ts"],
  },
  {
    what: "tells a fault from a refusal",
    pattern: /\berror instanceof Refusal \? error\b/,
    files: [],
  },
  {
    what: "answers a fault as a refusal with the code `fault`",
    pattern: /new Refusal\(\s*"fault"/,
    files: ["functions/http/answers/fault.ts"],
  },
  {
    what: "leads from a document to its page",
    pattern: /(?<!function )\b(?:releasePage|organisationPage|kitPage)\(/,
    files: ["functions/rendering/pages/document-page.ts"],
  },
];

const withoutComments = (source: string): string => source.replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, "");
const SOURCES = sourceFiles("functions").map((file) => ({
  file,
  source: withoutComments(readFileSync(file, "utf8")),
}));

test.each(ONE_PLACE)("one place $what", ({ pattern, files }) => {
  const found = SOURCES.filter(({ source }) => pattern.test(source)).map(({ file }) => file);
  expect(found).toEqual(files);
});
