import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../../infra/local/machine/browser.ts";
import { eventOf, placeOf } from "../worlds/registration/registration-events.ts";
import { overHttp } from "../worlds/registration/registration-over-http.ts";
import { type RegistrationSite, registrationSite } from "../worlds/registration/registration-site.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const YEAR_SECONDS = 366 * 86_400;
const NEEDS = "A seat near the door";

/** A form that was sent with a mistake, in a browser as it is: with its history and its cache. */
async function afterAMistake(): Promise<{ page: Page; site: RegistrationSite }> {
  const site = await registrationSite(eventOf([placeOf("hall")]));
  const { address } = await overHttp(site);
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${address}/en/register/${site.event.slug}`);
  site.pass(60);
  await page.locator("#field-place").check();
  await page.locator("#field-name").fill("Aigul Serik");
  await page.locator("#field-email").fill("not an address");
  await page.locator("details:has(#field-needs) > summary").click();
  await page.locator("#field-needs").fill(NEEDS);
  await page.locator("#field-needs-consent").check();
  await page.locator("#field-agree").check();
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await send(page);
  const answer = await answered;
  expect([answer.status(), answer.headers()["cache-control"]]).toEqual([422, "private, no-cache"]);
  expect(await answer.text()).not.toContain(NEEDS);
  return { page, site };
}

const send = (page: Page) => page.locator("form.form .buttons button:not(.quiet)").last().click();

test("Back and Forward show the form with its mistake, although sending it again would be answered otherwise", async () => {
  const { page, site } = await afterAMistake();
  site.pass(YEAR_SECONDS);
  await page.goto("about:blank");
  await page.goBack();
  expect(await page.locator(".summary").innerText()).toContain("email");
  expect(await page.locator("#field-name").inputValue()).toBe("Aigul Serik");
  await page.goBack();
  expect(await page.locator("main").innerText()).toContain("The event is over");
  await page.goForward();
  expect(await page.locator(".summary").innerText()).toContain("email");
});

test("whoever corrects the mistake registers with their needs, and Back leads to the form as it was", async () => {
  const { page, site } = await afterAMistake();
  await page.locator("#field-email").fill("aigul@example.org");
  await send(page);
  await page.waitForURL(/\/sent$/);
  expect((await site.one()).needs).toBe(NEEDS);
  await page.goBack();
  expect(await page.locator(".summary").innerText()).toContain("email");
  expect(await page.content()).not.toContain(NEEDS);
});

test("needs whose consent is taken back after a mistake are not kept", async () => {
  const { page, site } = await afterAMistake();
  await page.locator("#field-email").fill("aigul@example.org");
  await page.locator("#field-needs-consent").uncheck();
  await send(page);
  await page.waitForURL(/\/sent$/);
  expect(await site.one()).not.toHaveProperty("needs");
});
