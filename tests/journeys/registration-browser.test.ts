import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Language } from "../../functions/domain/language.ts";
import { readApp } from "../../functions/http/apps/read-app.ts";
import { WAIT_SECONDS } from "../../functions/http/registration/admission.ts";
import { newsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import { limits } from "../../functions/storage/registrations/limits.ts";
import { startEdge } from "../../infra/local/edge/edge.ts";
import { openBrowser } from "../../infra/local/machine/browser.ts";
import { startMailCatcher } from "../../infra/local/mail/mail-catcher.ts";
import { smtpSender } from "../../infra/local/mail/smtp-sender.ts";
import { localRegistration, startMailWork } from "../../infra/local/registration.ts";
import { casesOf } from "../worlds/documents/scale.ts";
import { eventOf, placeOf } from "../worlds/registration/registration-events.ts";
import { type RegistrationSite, registrationSite } from "../worlds/registration/registration-site.ts";
import { secondsOf, type Thumb, thumbOn } from "../worlds/registration/thumb.ts";
import { freshBucket } from "../worlds/tables/tables.ts";

const endings: (() => unknown)[] = [];
let site: RegistrationSite;
let address: string;
let browser: Browser;
let mailTo: (recipient: string) => Promise<string[]>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The newsroom of a machine: the edge, registration behind it, and mail that is caught. */
beforeEach(async () => {
  site = await registrationSite(
    eventOf([
      placeOf("hall"),
      placeOf("online", { mode: "online" }),
      placeOf("partners", { people: { position: "required" } }),
    ]),
  );
  const state = mkdtempSync(join(tmpdir(), "dateline-browser-"));
  const clock = () => new Date(site.now);
  const dynamodb = {
    client: site.client,
    table: site.newsroom,
    registrations: site.table,
    endpoint: "",
    pid: 0,
  };
  const catcher = await startMailCatcher({ folder: join(state, "mail") });
  const sender = smtpSender(catcher.port);
  const { client, bucket } = await freshBucket();
  const edge = await startEdge({
    port: 0,
    fetch: readApp({ reader: newsroomReader(site.client, site.newsroom), clock, preview: false }).fetch,
    media: { client, bucket },
    registration: localRegistration({ dynamodb }, { state, clock, preview: false }),
    clock,
  });
  address = edge.address;
  const work = startMailWork({ dynamodb }, { state, clock, address, send: sender.send, housekeeping: false });
  mailTo = async (recipient) => {
    const mails = await catcher.mails();
    return mails.filter(({ raw }) => raw.includes(recipient)).map(({ parsed }) => parsed.text ?? "");
  };
  endings.push(
    () => rmSync(state, { recursive: true }),
    () => catcher.stop(),
    () => sender.close(),
    () => edge.stop(),
    ...work.map((each) => () => each.stop()),
  );
});

afterEach(async () => {
  for (let end = endings.pop(); end; end = endings.pop()) await end();
});

async function browse(javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
  return context.newPage();
}

/** A small telephone, touched with a thumb, without script. */
async function onTelephone(): Promise<{ page: Page; thumb: Thumb }> {
  const screen = {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: "reduce" as const,
  };
  const context = await browser.newContext({ ...screen, javaScriptEnabled: false, locale: "kk-KZ" });
  const page = await context.newPage();
  return { page, thumb: thumbOn(page) };
}

const submit = (page: Page) => page.locator("form.form button.button:not(.quiet)").last().click();

/** Reads the form for a minute, as far as the newsroom's clock knows. */
async function openForm(page: Page, language: Language): Promise<void> {
  await page.goto(`${address}/${language}/register/world-day-2027`);
  site.pass(60);
}

async function mailsOf(recipient: string, least: number): Promise<string[]> {
  await expect
    .poll(async () => (await mailTo(recipient)).length, { timeout: 15_000 })
    .toBeGreaterThanOrEqual(least);
  return mailTo(recipient);
}

const statesOf = async () => (await site.all()).flatMap(({ bookings }) => bookings.map(({ state }) => state));

describe.each(
  casesOf(
    [
      ["kk", false],
      ["en", true],
    ] as const,
    1,
  ),
)("in %s, with script: %s", (language, script) => {
  test("someone makes every mistake, corrects it, confirms by the code, changes people and cancels", async () => {
    const page = await browse(script);
    await openForm(page, language);
    await submit(page);
    expect(await page.locator(".summary a").count()).toBeGreaterThanOrEqual(4);
    await page.locator(".summary a").first().click();
    expect(await page.evaluate(() => location.hash)).toBe("#field-place");
    await page.locator("#field-place").check();
    await page.locator("#field-name").fill("Айгүл Серікқызы");
    await page.locator("#field-email").fill("aigul@example.org");
    await page.locator(".others > summary").click();
    await page.locator("#field-person-1-name").fill("Дана");
    await page.locator("#field-agree").check();
    site.pass(60);
    await submit(page);
    await page.waitForURL(/\/sent$/);
    expect(await page.locator("main").innerText()).toContain("aigul@example.org");

    const [verify = ""] = await mailsOf("aigul@example.org", 1);
    const code = /\b(\d{3} \d{3})\b/.exec(verify)?.[1] ?? "";
    await page.locator("#field-code").fill(code);
    await page.locator("#field-code").press("Enter");
    await page.waitForURL(/\/registration\//);
    expect(await statesOf()).toEqual(["confirmed"]);
    expect((await mailsOf("aigul@example.org", 2))[0]).toContain("Дана");

    await page.locator(".booking summary").click();
    await page.locator(".booking input[name=person-2-name]").fill("");
    await page.locator(".booking form[action$='/people'] button").first().click();
    await page.waitForURL(/done=/);
    expect((await site.all())[0]?.bookings[0]?.participants.length).toBe(1);
    await page.locator("form[action$='/cancel'] button").click();
    await page.locator("main .button.stop").click();
    await page.waitForURL(/done=/);
    expect(await statesOf()).toEqual(["cancelled"]);
  });
});

test("a password manager that fills in every field it finds keeps nobody from registering", async () => {
  const page = await browse(true);
  await openForm(page, "en");
  await page.locator("#field-place").check();
  await page.locator("#field-agree").check();
  for (const field of await page.locator("form.form input[type=text], form.form input[type=tel]").all())
    await field.evaluate((each) => {
      if (each instanceof HTMLInputElement)
        each.value = each.type === "tel" ? "+7 701 000 00 00" : "Aigul Serik";
    });
  await page.locator("#field-email").fill("aigul@example.org");
  await submit(page);
  expect(await page.locator(".summary").innerText()).toContain("send the form once more");
  await submit(page);
  await page.waitForURL(/\/sent$/);
  expect(await statesOf()).toEqual(["unverified"]);
});

test.each(casesOf(["code", "link"] as const, 1))(
  "one person registers by telephone in Kazakh with four fields and few taps, in less than a minute: by the %s of the mail",
  async (way) => {
    const { page, thumb } = await onTelephone();
    await page.goto(`${address}/kk/events/world-day-2027`);
    await thumb.tap(page.locator("a[href='/kk/register/world-day-2027']").first());
    await page.waitForURL(/\/register\//);
    expect(thumb.counted.swipes).toBeLessThanOrEqual(1);
    site.pass(60);
    await thumb.tap(page.locator("#field-place"));
    await thumb.type(page.locator("#field-name"), "Айгүл Серікқызы");
    await thumb.type(page.locator("#field-email"), "aigul@example.org");
    await thumb.tap(page.locator("#field-agree"));
    expect(await fieldsOf(page)).toEqual(["place", "name", "email", "agree"]);
    await thumb.tap(page.locator("form.form button.button").last());
    await page.waitForURL(/\/sent$/);
    const [mail = ""] = await mailsOf("aigul@example.org", 1);
    thumb.looksIntoMail();
    if (way === "code") {
      const code = /\b(\d{3} \d{3})\b/.exec(mail)?.[1] ?? "";
      thumb.looksBack();
      await thumb.type(page.locator("#field-code"), code.replace(" ", ""));
      await thumb.tap(page.locator("form[action$='/sent'] .button").first());
    } else {
      await page.goto(/http:\S+\/registration\/\S+/.exec(mail)?.[0] ?? "");
      thumb.counted.taps++;
      await thumb.tap(page.locator("main .button").first());
    }
    await page.waitForURL(way === "code" ? /\/registration\// : /done=/);
    expect(await statesOf()).toEqual(["confirmed"]);
    expect(thumb.counted).toMatchObject(
      way === "code" ? { taps: 10, letters: 38, mails: 1 } : { taps: 9, letters: 32, mails: 1 },
    );
    expect(secondsOf(thumb.counted)).toBeLessThan(60);
  },
);

test("on a telephone the box of errors is seen at once after a form was sent with mistakes", async () => {
  const { page, thumb } = await onTelephone();
  await openForm(page, "kk");
  await thumb.tap(page.locator("form.form button.button").last());
  const box = await page.locator(".summary").boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect(box && box.y + box.height).toBeLessThan(740);
  await thumb.tap(page.locator(".summary a").first());
  const field = await page.locator(":target").boundingBox();
  expect(field && field.y >= 0 && field.y < 740).toBe(true);
});

/** Names of the fields of a form that a reader sees. */
async function fieldsOf(page: Page): Promise<string[]> {
  const names: string[] = [];
  for (const field of await page.locator("form.form :is(input, select, textarea):not([type=hidden])").all()) {
    const box = (await field.isVisible()) ? await field.boundingBox() : null;
    if (box && box.x >= 0) names.push((await field.getAttribute("name")) ?? "");
  }
  return [...new Set(names)];
}

/** Everything but the button, as quickly as one types. */
async function fillIn(page: Page): Promise<void> {
  await page.locator("#field-place").check();
  await page.locator("#field-name").fill("Aigul Serik");
  await page.locator("#field-email").fill("aigul@example.org");
  await page.locator("#field-agree").check();
}

test("someone behind whose address a program fills in forms waits some seconds and is registered", async () => {
  const { spend } = limits(site.client, site.table);
  while (await spend("127.0.0.1", site.instant()));
  const page = await browse(false);
  await openForm(page, "en");
  await fillIn(page);
  await submit(page);
  for (const seconds of [0, WAIT_SECONDS]) {
    expect(await page.locator("main").innerText()).toContain("wait five seconds");
    site.pass(seconds);
    await submit(page);
  }
  await page.waitForURL(/\/sent$/);
  expect(await statesOf()).toEqual(["unverified"]);
});

test("a form on a page of another site registers nobody, and what it held is shown", async () => {
  const page = await browse(true);
  await openForm(page, "en");
  await fillIn(page);
  const form = await page.locator("form.form").evaluate((each) => each.outerHTML);
  await page.route("http://other.example/", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: form.replace('action="', `action="${address}`).replace(/ enctype="[^"]*"/, ""),
    }),
  );
  await page.goto("http://other.example/");
  await fillIn(page);
  await page.locator("form.form button").last().click();
  await page.waitForURL(/127\.0\.0\.1/);
  expect(await page.locator("main").innerText()).toContain("from another site");
  expect(await site.all()).toEqual([]);
  await submit(page);
  await page.waitForURL(/\/sent$/);
  expect(await statesOf()).toEqual(["unverified"]);
});

test("without script, each person of a delegation is asked, and a link leads to the answer that is missing", async () => {
  const page = await browse(false);
  await openForm(page, "kk");
  await page.locator("#field-place-partners").check();
  await page.locator("#field-name").fill("Айгүл Серікқызы");
  await page.locator("#field-email").fill("aigul@example.org");
  await page.locator("#field-answer-position").fill("Судья");
  await page.locator(".others > summary").click();
  await page.locator("#field-person-1-name").fill("Дана");
  await page.locator("#field-agree").check();
  await submit(page);
  await page.locator(".summary a").click();
  expect(await page.evaluate(() => location.hash)).toBe("#field-person-1-answer-position");
  await page.locator("#field-person-1-answer-position").fill("Хатшы");
  site.pass(60);
  await submit(page);
  await page.waitForURL(/\/sent$/);
  const { bookings } = await site.one();
  expect(
    bookings.flatMap(({ participants }) => participants.map(({ answers }) => answers?.position)),
  ).toEqual(["Судья", "Хатшы"]);
});
