import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { openBrowser } from "../../../infra/local/machine/browser.ts";

declare global {
  interface Window {
    axe: typeof import("axe-core");
  }
}

const ADDRESS = "https://newsroom.example/";
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A browser tab that shows pages as they are rendered; whatever else they ask for does not exist. */
export interface ShownPage {
  readonly page: Page;
  /** What forms of the present page sent, in order. */
  readonly sent: readonly string[];
  /** Loads a page anew, as a reader would. */
  load(html: string): Promise<void>;
  /** Puts a page in the place of the present document: quicker, for what looks at the document alone. */
  write(html: string): Promise<void>;
  /** What axe finds wrong with the page that is shown: the rule, and the elements. */
  axe(options?: RunOptions): Promise<[rule: string, elements: string[]][]>;
  /** Whether the page is wider than the window. */
  isWide(): Promise<boolean>;
  close(): Promise<void>;
}

/** The rules that depend on colours and widths: enough for a page on which every other rule was tried. */
export const SIGHT_RULES: RunOptions = {
  runOnly: {
    type: "rule",
    values: ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"],
  },
};

export async function shownPage(): Promise<ShownPage> {
  const browser = await openBrowser();
  const page = await (await browser.newContext()).newPage();
  const sent: string[] = [];
  let html = "";
  await page.route("**/*", (route) => {
    const request = route.request();
    if (request.method() === "POST") {
      sent.push(request.postData() ?? "");
      return route.fulfill({ status: 200, body: "sent" });
    }
    return request.url() === ADDRESS
      ? route.fulfill({ body: html, contentType: "text/html; charset=utf-8" })
      : route.fulfill({ status: 404, body: "" });
  });
  const load = async (shown: string) => {
    html = shown;
    sent.length = 0;
    await page.goto(ADDRESS);
  };
  await load("<!doctype html><title>Empty</title>");
  return {
    page,
    sent,
    load,
    write: (shown) => page.setContent(shown),
    axe: (options) => axeFindings(page, options),
    isWide: () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth),
    close: () => browser.close(),
  };
}

/** What axe finds wrong with the page of a tab. It stays in the window when the document is written anew, and is loaded again after a navigation. */
export async function axeFindings(page: Page, options: RunOptions = {}): Promise<[string, string[]][]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate((given): Promise<AxeResults> => window.axe.run(given), {
    resultTypes: ["violations"],
    ...options,
  } satisfies RunOptions);
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
