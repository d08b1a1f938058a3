import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { compilerVersion } from "../../../functions/workflows/cache/compiler-version.ts";

/** The packages that a module and everything of ours that it imports rest on; types are none. */
function packagesOf(file: string, read = new Set<string>(), packages = new Set<string>()): Set<string> {
  if (read.has(file)) return packages;
  read.add(file);
  const source = readFileSync(file, "utf8");
  const imports = source.matchAll(/^import (?!type )[^;]*?"([^"]+)"|import\("([^"]+)"\)/gm);
  for (const [, name = "", dynamic = name] of imports) {
    if (dynamic.startsWith(".")) packagesOf(join(dirname(file), dynamic), read, packages);
    else if (!dynamic.startsWith("node:")) packages.add(packageOf(dynamic));
  }
  return packages;
}

const packageOf = (name: string) => name.split("/", name.startsWith("@") ? 2 : 1).join("/");

test("every package that compiling rests on is part of the compiler's version", () => {
  const compiler = join(import.meta.dirname, "../../../functions/workflows/content/open-content.ts");
  const packages = [...packagesOf(compiler)];
  expect(packages).toContain("hono");
  expect(packages.filter((name) => !compilerVersion().includes(` ${name}@`))).toEqual([]);
});
