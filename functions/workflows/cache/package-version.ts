import { readFileSync } from "node:fs";
import { join } from "node:path";

const versions = new Map<string, string>();

/** The installed version of a package; asked once a run. */
export function packageVersion(name: string): string {
  let version = versions.get(name);
  if (version === undefined) {
    const path = join(import.meta.dirname, "../../../node_modules", name, "package.json");
    version = /"version":\s*"([^"]+)"/.exec(readFileSync(path, "utf8"))?.[1] ?? "unknown";
    versions.set(name, version);
  }
  return version;
}
