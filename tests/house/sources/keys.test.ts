import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourceFiles } from "../../worlds/sources/source-files.ts";

/** Files that make keys and read them; nothing else looks into one. */
const KEYS =
  /^functions\/storage\/(?:newsroom\/(?:keys|parse-key)|registrations\/(?:registrations-keys|parse-registrations-key))\.ts$/;

/** What looks into a key, or into a stored body, instead of asking who made it. */
const LOOKS_IN: readonly RegExp[] = [
  /\bsk\s*[!=]==\s*["'`]/,
  /\bpk\s*[!=]==\s*["'`]/,
  /\b(?:pk|sk)\??(?:\.S\??)?\.(?:startsWith|endsWith|split|slice|indexOf)\(/,
  /\b(?:pk|sk)\??\.S\s*\?\?\s*""\)\.split/,
  /\.startsWith\(\s*['"`]\{"kind"/,
  /\b(?:pk|sk): `[^`]*#/,
];

const lookingIn = (source: string): string[] =>
  source
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => !/^(?:\*|\/\/|\/\*)/.test(line) && LOOKS_IN.some((pattern) => pattern.test(line)));

test("nothing looks into a key but what makes keys and reads them", () => {
  const files = [...sourceFiles("functions"), ...sourceFiles("infra")].filter((file) => !KEYS.test(file));
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((file) =>
    lookingIn(readFileSync(file, "utf8")).map((line) => `${file}: ${line}`),
  );
  expect(found).toEqual([]);
});

test.each([
  'if (key.sk === "document") return;',
  'const [id] = (row.sk?.S ?? "").split("#");',
  'if (pk.startsWith("list#")) add(pk);',
  `if (body.startsWith('{"kind":"kit",')) return body;`,
  ["const key = { pk: `place#$", "{place}`, sk };"].join(""),
])("a line that looks into a key is found: %s", (line) => {
  expect(lookingIn(line)).toEqual([line]);
});
