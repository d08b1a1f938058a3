import serverless from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/**
 * The browser that ships inside an npm package: nothing is fetched to run it. It has no sandbox of its own.
 * @param flags of Chromium beside those that the package needs
 */
export async function openBrowser(...flags: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: await serverless.executablePath(),
    args: [...serverless.args, ...flags],
    headless: true,
  });
}
