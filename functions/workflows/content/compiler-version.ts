import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceHash } from "./source-hash.ts";

const PACKAGES = ["markdown-it", "sharp", "temporal-polyfill", "valibot", "yaml"];

/**
 * Names the code that reads and compiles content, with the versions of the packages it rests on. It is part of
 * every fingerprint, so changed code compiles everything anew.
 */
export function compilerVersion(): string {
  const here = import.meta.dirname;
  const packages = PACKAGES.map((name) => {
    const manifest = readFileSync(join(here, "../../../node_modules", name, "package.json"), "utf8");
    return `${name}@${/"version":\s*"([^"]+)"/.exec(manifest)?.[1]}`;
  });
  return [sourceHash(join(here, "open-content.ts")), ...packages].join(" ");
}
