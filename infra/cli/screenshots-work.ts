import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "../local/browser.ts";

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
}

/** The pictures of the README and docs. */
const SHOTS: readonly Shot[] = [
  { name: "front-en", path: "/en/", width: 1280, height: 900 },
  { name: "release-en", path: "/en/releases/world-day-2020-25-years", width: 1280, height: 860 },
  {
    name: "figures-ru",
    path: "/ru/releases/world-day-2020-25-years#figure-criminal-cases-2020",
    width: 1280,
    height: 760,
  },
  { name: "event-kk-narrow", path: "/kk/events/world-day-2027", width: 390, height: 844 },
  {
    name: "release-ru-dark-narrow",
    path: "/ru/releases/shelters-for-victims",
    width: 390,
    height: 844,
    dark: true,
  },
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
async function take(page: Page, address: string, { name, path, width, height, dark }: Shot): Promise<string> {
  const file = join("docs", "screenshots", `${name}.png`);
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  await page.goto(address + path, { waitUntil: "networkidle" });
  await page.screenshot({ path: file });
  return file;
}
