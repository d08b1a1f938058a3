import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { expect, test } from "vitest";

/** Packages that a source loads before it runs, itself or through what it imports. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const source = readFileSync(file, "utf8");
  const imports = [...source.matchAll(/^(?:import|export)\b(?! type\b)[^;]*?from "([^"]+)";/gm)];
  const names = imports.flatMap(([, name = ""]) => (name.startsWith("node:") ? [] : [name]));
  return names.flatMap((name) =>
    name.startsWith(".") ? packagesOf(resolve(dirname(file), name), seen) : [name],
  );
}

test("`npm start` reads its arguments and looks at the version of Node before it loads any package", () => {
  expect(packagesOf("infra/cli/start.ts")).toEqual([]);
});

test("`npm start` looks at the state folder, the port and Java before it loads more than valibot", () => {
  expect([...new Set(packagesOf("infra/cli/start-newsroom.ts"))]).toEqual(["valibot"]);
});
