import { afterAll, beforeAll, expect, test } from "vitest";
import type { Language } from "../../../../functions/domain/language.ts";
import { emptyForm } from "../../../../functions/domain/registration/form/form.ts";
import { casesOf } from "../../../worlds/documents/scale.ts";
import { type ShownPage, shownPage } from "../../../worlds/reading/shown-page.ts";
import {
  formPage,
  fullEvent,
  mailPage,
  sentFormPage,
} from "../../../worlds/registration/registration-pages.ts";

let shown: ShownPage;
const TOO_LONG = "a".repeat(2_001);

beforeAll(async () => {
  shown = await shownPage();
  await shown.page.setViewportSize({ width: 360, height: 800 });
});
afterAll(() => shown.close());

/** Where an element begins and ends below the top of what is seen, in pixels. */
async function seenAt(selector: string): Promise<{ top: number; bottom: number }> {
  const box = await shown.page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not shown.`);
  return { top: box.y, bottom: box.y + box.height };
}

/** Of those, Kazakh needs the most room. */
const LONGEST_FIRST: readonly Language[] = ["kk", "ru", "en"];

test.each(casesOf(LONGEST_FIRST, 1))(
  "on a telephone the box of errors stands at the top of what is seen, in %s",
  async (language) => {
    const wrongCode = mailPage(language, { errors: [{ field: "code", code: "code-wrong" }] });
    for (const html of [sentFormPage(language, {}), wrongCode]) {
      await shown.load(html);
      const { top } = await seenAt(".summary");
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(200);
    }
  },
);

test.each(casesOf(LONGEST_FIRST, 1))(
  "on a telephone the button that says all is right is seen at once and sends the form, in %s",
  async (language) => {
    await shown.load(formPage(language, { confirm: "honeypot" }));
    expect((await seenAt(".summary")).top).toBeLessThan(200);
    expect((await seenAt(".summary button")).bottom).toBeLessThan(600);
    await shown.page.locator(".summary button").click();
    await shown.page.waitForLoadState();
    expect(shown.sent.join()).toContain('name="confirmed"');
  },
);

/** Names of the fields that are to be seen. Boxes and buttons of one name are one field. */
async function fieldsSeen(): Promise<string[]> {
  const fields = await shown.page.locator("form.form :is(input, select, textarea):not([type=hidden])").all();
  const names: string[] = [];
  for (const field of fields) {
    const box = (await field.isVisible()) ? await field.boundingBox() : null;
    if (box && box.x >= 0) names.push((await field.getAttribute("name")) ?? "");
  }
  return [...new Set(names)];
}

test.each(casesOf(LONGEST_FIRST, 1))(
  "one person at the only place sees four fields, of which three are left to fill in, in %s",
  async (language) => {
    const event = fullEvent({ places: fullEvent().places.slice(0, 1), questions: [] });
    await shown.load(formPage(language, { event, values: emptyForm(language, ["hall"]) }));
    expect(await fieldsSeen()).toEqual(["place", "name", "email", "agree"]);
    expect(await shown.page.locator("[name=place]").isChecked()).toBe(true);
    await shown.page.locator("#field-name").fill("Әйгүл Серікқызы");
    await shown.page.locator("#field-email").fill("aigul@example.org");
    await shown.page.locator("#field-agree").click();
    await shown.page.locator("form.form > .buttons button").click();
    await shown.page.waitForLoadState();
    expect(shown.sent.join()).toContain("hall");
  },
);

test("what belongs to a place is hidden until it is chosen, and one person at one place sees five fields", async () => {
  await shown.load(formPage("kk"));
  await shown.page.locator("#field-place").check();
  expect(await fieldsSeen()).toEqual(["place", "name", "email", "answer-meal", "agree"]);
  await shown.page.locator("#field-place-press").check();
  expect(await fieldsSeen()).toContain("outlet");
  await shown.page.locator("#field-place-press").uncheck();
  expect(await fieldsSeen()).not.toContain("outlet");
});

test("what the server misses of a place stands open with its error", async () => {
  const wrong = {
    place: ["press"],
    name: ["Dana"],
    "answer-interview": [TOO_LONG],
    phone: ["call me"],
    needs: ["A ramp"],
  };
  await shown.load(sentFormPage("en", wrong));
  const seen = await fieldsSeen();
  for (const name of ["outlet", "answer-interview", "phone", "needs-consent", "answer-meal"])
    expect(seen).toContain(name);
  for (const link of await shown.page.locator(".summary a").all())
    expect(await shown.page.locator((await link.getAttribute("href")) ?? "").isVisible()).toBe(true);
});
