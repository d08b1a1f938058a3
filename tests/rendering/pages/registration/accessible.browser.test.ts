import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../../../../infra/local/browser.ts";
import { everyRegistrationPage, formPage, sentFormPage, WRONG } from "../../../worlds/registration-pages.ts";

const ADDRESS = "https://newsroom.example/";

let browser: Browser;
let page: Page;
/** What forms sent, in order. */
let sent: string[];

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext()).newPage();
});
afterAll(() => browser.close());

/** Shows a page under the newsroom's address, and keeps what its forms send there. */
async function show(html: string): Promise<void> {
  sent = [];
  await page.unrouteAll();
  await page.route("**/*", (route) => {
    if (route.request().method() === "POST") sent.push(route.request().postData() ?? "");
    return route.request().url() === ADDRESS
      ? route.fulfill({ body: html, contentType: "text/html; charset=utf-8" })
      : route.fulfill({ status: 200, body: "sent" });
  });
  await page.goto(ADDRESS);
}

/** Each language once; colours and widths have nothing to do with it, and each of them comes up as well. */
test.each([
  ["en", "light", 1280],
  ["ru", "dark", 320],
  ["kk", "light", 320],
] as const)(
  "axe finds nothing on any page of registration in %s, in the %s scheme, %i pixels wide",
  async (language, colorScheme, width) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    const found: string[] = [];
    for (const [name, html] of Object.entries(everyRegistrationPage(language))) {
      await show(html.replaceAll("<details", "<details open"));
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      for (const { id, nodes } of violations) found.push(`${name}: ${id}: ${nodes.map((node) => node.html)}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      if (wide) found.push(`${name} scrolls sideways`);
    }
    expect(found).toEqual([]);
  },
  120_000,
);

test("what one presses or types into is at least 24 pixels high and wide", async () => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const html of Object.values(everyRegistrationPage("ru"))) {
    await show(html.replaceAll("<details", "<details open"));
    expect(await page.evaluate(smallTargets)).toEqual([]);
  }
});

test("the summary of errors has the focus, and each of its links leads into a field that names its error", async () => {
  await page.setViewportSize({ width: 360, height: 800 });
  await show(sentFormPage("en", WRONG));
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("summary");
  const links = await page.locator(".summary a").all();
  expect(links.length).toBeGreaterThan(10);
  for (const link of links) {
    await link.click();
    const text = (await link.textContent()) ?? "";
    const { errors, top } = await page.evaluate(focused);
    expect(
      errors.some((error) => text.endsWith(error)),
      `${text} | ${errors}`,
    ).toBe(true);
    expect(top).toBeGreaterThanOrEqual(0);
  }
});

test("the Enter key registers and does not ask for more rows", async () => {
  await show(formPage("en"));
  await page.locator("#field-name").press("Enter");
  await page.waitForURL("**/register/**");
  expect(sent).toHaveLength(1);
  expect(sent[0]).not.toContain('name="more"');
});

/** Runs in the browser: what has the focus, what is said to be wrong with it, and where its label is on the screen. */
function focused(): { errors: string[]; top: number } {
  const field = document.activeElement;
  const group = field?.closest("fieldset[aria-describedby]");
  const ids = [field, group].flatMap((each) => each?.getAttribute("aria-describedby")?.split(" ") ?? []);
  const errors = ids.filter((id) => id.endsWith("-error")).map((id) => document.getElementById(id));
  return {
    errors: errors.map((each) => (each?.lastChild?.textContent ?? "").trim()),
    top: errors[0]?.getBoundingClientRect().top ?? -1,
  };
}

/** Runs in the browser. */
function smallTargets(): string[] {
  return [...document.querySelectorAll("main :is(a.button, button, select, summary, input, textarea)")]
    .filter((element) => element.checkVisibility() && !element.closest(".hidden, .trap"))
    .filter((element) => !(element instanceof HTMLInputElement) || element.type !== "hidden")
    .map((element) =>
      element.matches("[type=checkbox], [type=radio]") ? element.closest("li, div") : element,
    )
    .filter((element) => {
      const { width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
      return width < 24 || height < 24;
    })
    .map((element) => element?.outerHTML ?? "");
}
