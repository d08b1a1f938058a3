import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "../../local/machine/browser.ts";

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** The pictures of the README and docs. */
const SHOTS: readonly Shot[] = [
  { name: "release-en", path: "/en/releases/world-day-2020-25-years", width: 1280, height: 860 },
  { name: "event-kk-narrow", path: "/kk/events/world-day-2027", width: 390, height: 844 },
  { name: "register-ru-narrow", path: "/ru/register/world-day-2027#field-place", width: 390, height: 844 },
  { name: "kit-ru", path: "/ru/kits/world-day-2020#asset-steppe-at-dawn", width: 1280, height: 860 },
];

/** Takes every picture and prints the file of each. @param address of a newsroom with the sample content */
export async function takeScreenshots(address: string): Promise<void> {
  mkdirSync("docs/screenshots", { recursive: true });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage(); // one for all: this browser is a single process and ends with its page
    for (const shot of SHOTS) process.stdout.write(`${await take(page, address, shot)}\n`);
  } finally {
    await browser.close();
  }
}

/** @returns the file that was written */
async function take(page: Page, address: string, { name, path, width, height }: Shot): Promise<string> {
  const file = join("docs", "screenshots", `${name}.png`);
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(address + path, { waitUntil: "networkidle" });
  await page.screenshot({ path: file });
  return file;
}
