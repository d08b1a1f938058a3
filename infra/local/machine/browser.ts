import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import serverless from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

const require = createRequire(import.meta.url);
/** Beside the package, so that it goes when the package does. */
const UNPACKED = join(dirname(require.resolve("@sparticuz/chromium")), "../../../.cache/dateline/chromium");
const UNPACK = "import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())";

/**
 * The browser that ships inside an npm package: nothing is fetched to run it. It has no sandbox of its own.
 * @param flags of Chromium beside those that the package needs
 */
export async function openBrowser(...flags: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: await unpackedBrowser(),
    args: [...serverless.args, ...flags],
    headless: true,
  });
}

/**
 * Unpacks the browser once, into a folder of its own: the package unpacks it into the folder for temporary files, where
 * two programs that start at the same moment get in each other's way.
 */
async function unpackedBrowser(): Promise<string> {
  const program = join(UNPACKED, "chromium");
  if (existsSync(program)) return program;
  mkdirSync(dirname(UNPACKED), { recursive: true });
  const unfinished = mkdtempSync(`${UNPACKED}-unfinished-`);
  const env = { ...process.env, TMPDIR: unfinished };
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", UNPACK], { env });
  try {
    renameSync(unfinished, UNPACKED);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(program)) throw error; // else another program was quicker
  }
  return program;
}
