import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProgramName } from "./programs.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** The programs with which people resume downloads. */
export const DOWNLOAD_TOOLS = ["curl", "wget", "aria2c"] as const satisfies readonly ProgramName[];
export type DownloadTool = (typeof DOWNLOAD_TOOLS)[number];

/** How each goes on with what it has, without settings of whoever runs the tests. */
const ARGUMENTS: Record<DownloadTool, (file: string) => string[]> = {
  curl: (file) => ["-q", "-sS", "-f", "-L", "-C", "-", "-o", file],
  wget: (file) => ["--no-config", "-q", "-c", "--tries=40", "--waitretry=0", "-O", file],
  aria2c: (file) => [
    "--no-conf",
    "-q",
    "-c",
    "-x4",
    "-s4",
    "-k1M",
    "--max-tries=0",
    "--dir=/",
    `--out=${file.slice(1)}`,
  ],
};

/** A tool may give up and be started again by whoever wants the file. */
const MOST_STARTS = 40;

/**
 * Downloads an address as a person would on a poor line: starts the tool again until it has the file.
 *
 * @returns the SHA-256 of what it got, and how often it was started
 */
export async function downloadWith(
  tool: DownloadTool,
  address: string,
): Promise<{ sha256: string; starts: number }> {
  const file = join(temporaryFolder(), "file");
  for (let starts = 1; ; starts++) {
    const { code, said } = await run(tool, [...ARGUMENTS[tool](file), address]);
    if (code === 0) return { sha256: createHash("sha256").update(readFileSync(file)).digest("hex"), starts };
    if (starts === MOST_STARTS) throw new Error(`${tool} never got ${address}: ${said}`);
  }
}

function run(tool: DownloadTool, args: string[]): Promise<{ code: number; said: string }> {
  const env = { PATH: process.env.PATH, HOME: tmpdir() }; // no proxy of the machine's
  return new Promise((resolve) => {
    execFile(tool, args, { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, said: `${stdout}${stderr}` });
    });
  });
}
