import { spawnSync } from "node:child_process";
import { type TestAPI, test } from "vitest";

/** A program of other people that must agree with ours: how to see that it is here, and which package brings it. */
interface Program {
  readonly command: string;
  readonly probe: readonly string[];
  /** Packages of Debian and Ubuntu. */
  readonly package: string;
}

const PYTHON = "python3";
const LIBICAL = "import ctypes.util, sys; sys.exit(ctypes.util.find_library('icalss') is None)";

export const PROGRAMS = {
  nginx: { command: "nginx", probe: ["-v"], package: "nginx" },
  njs: { command: "njs", probe: ["-v"], package: "njs" },
  unzip: { command: "unzip", probe: ["-v"], package: "unzip" },
  sevenZip: { command: "7z", probe: ["i"], package: "p7zip-full" },
  sha256sum: { command: "sha256sum", probe: ["--version"], package: "coreutils" },
  curl: { command: "curl", probe: ["--version"], package: "curl" },
  wget: { command: "wget", probe: ["--version"], package: "wget" },
  aria2c: { command: "aria2c", probe: ["--version"], package: "aria2" },
  python: { command: PYTHON, probe: ["--version"], package: "python3" },
  libical: { command: PYTHON, probe: ["-c", LIBICAL], package: "libical3" },
  // The Python of the system, for which the package is, and not one that stands before it in the path.
  feedparser: {
    command: "/usr/bin/python3",
    probe: ["-c", "import feedparser"],
    package: "python3-feedparser",
  },
  vobject: {
    command: "php",
    probe: ["-r", "require 'Sabre/VObject/autoload.php';"],
    package: "php-cli php-sabre-vobject",
  },
} as const satisfies Record<string, Program>;

export type ProgramName = keyof typeof PROGRAMS;

/** Set where every program must be here: then a missing one fails its tests instead of skipping them. */
const MUST_BE_HERE = process.env.DATELINE_INTEROP === "required";

/**
 * Tests that need these programs. Where one is missing they are skipped, and one line names the package that brings it.
 *
 * @throws Error instead, with `DATELINE_INTEROP=required`
 */
export function testWith(...names: readonly ProgramName[]): TestAPI | TestAPI["skip"] {
  const missing = names.map((name): Program => PROGRAMS[name]).filter((program) => !isHere(program));
  if (missing.length === 0) return test;
  const packages = missing.map((program) => program.package).join(" ");
  const line = `${missing.map(({ command }) => command).join(", ")} missing or incomplete: apt install ${packages}`;
  if (MUST_BE_HERE) throw new Error(line);
  console.warn(`Skipped. ${line}`);
  return test.skip;
}

function isHere({ command, probe }: Program): boolean {
  return spawnSync(command, probe, { stdio: "ignore" }).status === 0;
}
