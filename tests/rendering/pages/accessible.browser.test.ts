import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { openBrowser } from "../../../infra/local/browser.ts";
import { everyPage } from "../../worlds/every-page.ts";

const ADDRESS = "https://newsroom.example/";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext()).newPage();
});
afterAll(() => browser.close());

/** Shows a page under the newsroom's address; whatever else it asks for does not exist. */
async function show(html: string): Promise<void> {
  await page.unrouteAll();
  await page.route("**/*", (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ body: html, contentType: "text/html; charset=utf-8" })
      : route.fulfill({ status: 404, body: "" }),
  );
  await page.goto(ADDRESS);
}

describe.each([
  ["light", 1280],
  ["dark", 360],
] as const)("in the %s scheme, %i pixels wide", (colorScheme, width) => {
  test.each(Object.entries(everyPage("kk")))("axe finds nothing on the page “%s”", async (_, html) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    await show(html.replaceAll("<details", "<details open"));
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
});

test.each(LANGUAGES)("axe finds nothing on the pages of early access in %s", async (language) => {
  const early = Object.entries(everyPage(language)).filter(([name]) => name.startsWith("early access"));
  expect(early).toHaveLength(3);
  for (const [name, html] of early) {
    await show(html);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect([name, ...violations.map(({ id }) => id)]).toEqual([name]);
  }
});

test.each(LANGUAGES)("no page scrolls sideways on a phone of 320 pixels, in %s", async (language) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const wide: string[] = [];
  for (const [name, html] of Object.entries(everyPage(language))) {
    await show(html);
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) wide.push(name);
  }
  expect(wide).toEqual([]);
});

test("what one presses is at least 24 pixels high and wide, links within a sentence aside", async () => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const html of Object.values(everyPage("ru"))) {
    await show(html);
    expect(await page.evaluate(smallTargets)).toEqual([]);
  }
});

/** Runs in the browser: links, buttons and fields of fewer than 24 pixels that do not stand in running text. */
function smallTargets(): string[] {
  return [...document.querySelectorAll("a, button, select, summary")]
    .filter((element) => getComputedStyle(element).display !== "inline" && element.checkVisibility())
    .filter((element) => !element.matches(".skip"))
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width < 24 || height < 24;
    })
    .map((element) => element.outerHTML);
}
