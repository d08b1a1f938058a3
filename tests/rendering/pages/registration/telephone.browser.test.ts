import { afterAll, beforeAll, expect, test } from "vitest";
import { LANGUAGES } from "../../../../functions/domain/language.ts";
import { formPage, mailPage, sentFormPage } from "../../../worlds/registration-pages.ts";
import { type ShownPage, shownPage } from "../../../worlds/shown-page.ts";

let shown: ShownPage;

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

test.each(LANGUAGES)(
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

test.each(LANGUAGES)(
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
