import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LANGUAGES } from "../../../../functions/domain/language.ts";
import {
  FIELDS,
  type Fields,
  HONEYPOT,
  personField,
} from "../../../../functions/domain/registration/form/form.ts";
import { openBrowser } from "../../../../infra/local/machine/browser.ts";
import { formPage, fullEvent, sentFormPage } from "../../../worlds/registration/registration-pages.ts";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** What the form would send as it stands on the page, files aside. */
async function fieldsOn(html: string): Promise<Fields> {
  await page.setContent(html);
  return page.evaluate(() => {
    const fields: Record<string, string[]> = {};
    const form = document.querySelector<HTMLFormElement>("form.form");
    for (const [name, value] of new FormData(form ?? undefined))
      if (typeof value === "string") fields[name] = [...(fields[name] ?? []), value];
    return fields;
  });
}

const HOSTILE = `"><b>&amp; 'Әйгүл' 李雪`;

test("everything that was typed stands in the form again, whatever was wrong with it", async () => {
  const people = [1, 4].flatMap((n) => [
    [personField(n, "name"), [`${n}${HOSTILE}`]],
    [personField(n, "badge"), [HOSTILE]],
  ]);
  const typed: Fields = {
    [FIELDS.places]: ["hall", "stream"],
    [FIELDS.name]: [HOSTILE],
    [FIELDS.email]: ["not an address"],
    [FIELDS.phone]: ["call me"],
    [FIELDS.organisation]: [HOSTILE],
    [FIELDS.outlet]: [HOSTILE],
    [FIELDS.pressCard]: [HOSTILE],
    [FIELDS.coming]: ["others"],
    [FIELDS.badge]: [HOSTILE],
    ...Object.fromEntries(people),
    [FIELDS.delegation]: [`One;1\n${HOSTILE}`],
    "answer-interview": [`${HOSTILE}\n${HOSTILE}`],
    "answer-meal": ["vegetarian"],
    "answer-interpreter": ["no"],
    [FIELDS.needs]: [HOSTILE],
    [FIELDS.needsConsent]: ["yes"],
    [FIELDS.language]: ["kk"],
  };
  const shown = await fieldsOn(sentFormPage("en", typed));
  expect(shown).toMatchObject(typed);
  expect(shown).not.toHaveProperty(FIELDS.agree);
});

test("the form asks for these things and no others: nobody is asked whether they are a survivor", async () => {
  const html = formPage("en");
  await page.setContent(html);
  const names = await page
    .locator("form.form :is(input, select, textarea):not([type=hidden])")
    .evaluateAll((fields) => fields.map((field) => field.getAttribute("name") ?? ""));
  const asked = new Set(names.filter((name) => !/^(person|answer)-/.test(name)));
  expect([...asked].sort()).toEqual(
    [
      ...["place", "name", "email", "phone", "organisation", "outlet", "press-card", "coming", "badge"],
      ...["delegation", "delegation-file", "needs", "needs-consent", "language", "agree", HONEYPOT],
    ].sort(),
  );
});

test("browsers fill in the contact, and nothing about anybody else", async () => {
  await page.setContent(formPage("en"));
  const filled = await page
    .locator(
      "form.form :is(input:not([type=hidden],[type=radio],[type=checkbox],[type=file]), textarea, select)",
    )
    .evaluateAll((fields) =>
      fields.map((each) => [each.getAttribute("name"), each.getAttribute("autocomplete")]),
    );
  expect(filled.filter(([, token]) => token !== "off")).toEqual([
    ["name", "name"],
    ["email", "email"],
    ["phone", "tel"],
    ["organisation", "organization"],
  ]);
});

test("nobody comes upon the honeypot, neither with the eyes nor with the keyboard", async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.setContent(formPage("en"));
  const box = await page.locator(`[name="${HONEYPOT}"]`).boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(0);
  const reached = new Set<string>();
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => document.activeElement?.getAttribute("name") ?? ""));
  }
  expect(reached).toContain("agree");
  expect(reached).not.toContain(HONEYPOT);
});

test("a place tells when it is, what it is like and whether there are seats; one that is not open cannot be chosen", () => {
  const html = formPage("en");
  const places = html.split('<li class="choice">').slice(1, 5);
  const told = places.map((place) => place.replace(/<[^>]+>/g, "|"));
  expect(told[0]).toContain("30 July 2027, 10:00–12:00 (UTC+05:00) · In person · Everyone");
  expect(told[0]).toContain("Seats available");
  expect(told[1]).toContain("The press office approves each registration.");
  expect(told[1]).toContain("Few seats left");
  expect(told[2]).toContain("Full: you join the waiting list");
  expect(told[3]).toContain("Registration opens on 10 July 2027, 10:00 (UTC+05:00)");
  expect(places.map((place) => place.includes("disabled"))).toEqual([false, false, false, true]);
});

test.each([
  ["before it opens, from when", "2027-05-01T05:00:00Z", {}, "Registration opens on 1 June 2027, 10:00"],
  [
    "after it closed, that it has",
    "2027-07-29T20:00:00Z",
    { places: fullEvent().places.slice(0, 3) },
    "has closed",
  ],
  ["after the event, that it is over", "2027-08-29T20:00:00Z", {}, "The event is over"],
  [
    "when it is cancelled, that it is",
    "2027-07-01T05:00:00Z",
    { status: "cancelled" as const },
    "does not take place",
  ],
  [
    "when all places are by invitation, that they are",
    "2027-07-01T05:00:00Z",
    { places: [] },
    "by invitation",
  ],
])("the page says %s, and whom to ask", (_, now, changes, said) => {
  const html = formPage("en", { event: fullEvent(changes) }, { now });
  expect(html).toContain(said);
  expect(html).toContain("press@newsroom.example");
  expect(html).not.toContain("<form");
});

test.each(LANGUAGES)("an error stands in the title, at the top and at its field, in %s", (language) => {
  const html = sentFormPage(language, {});
  const title = /<title>([^<]+)/.exec(html)?.[1] ?? "";
  expect(title).toMatch(/^(Error|Ошибка|Қате): /);
  const [, text = "-"] = /<a href="#field-email">([^<]+)/.exec(html) ?? [];
  expect(html.split(text)).toHaveLength(3);
});

test("no page of it is found by search engines", () => {
  expect(formPage("en")).toContain('<meta name="robots" content="noindex">');
  expect(formPage("en")).not.toContain('rel="canonical"');
});
