import { afterAll, beforeAll, expect, test } from "vitest";
import { atScale } from "../../../worlds/documents/scale.ts";
import { type ShownPage, SIGHT_RULES, shownPage } from "../../../worlds/reading/shown-page.ts";
import {
  everyRegistrationPage,
  formPage,
  sentFormPage,
  WRONG,
} from "../../../worlds/registration/registration-pages.ts";

let tab: ShownPage;
beforeAll(async () => {
  tab = await shownPage();
});
afterAll(() => tab.close());

/** Every rule in the language with the longest words; what depends on sight, in long runs, in the other scheme and width. */
test.each(
  (
    [
      ["kk", "dark", 320, {}],
      ["ru", "light", 1280, SIGHT_RULES],
    ] as const
  ).slice(0, atScale(1, 2)),
)(
  "axe finds nothing on any page of registration in %s, in the %s scheme, %i pixels wide",
  async (language, colorScheme, width, rules) => {
    await tab.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await tab.page.setViewportSize({ width, height: 800 });
    const found: string[] = [];
    for (const [name, html] of Object.entries(everyRegistrationPage(language))) {
      await tab.write(html.replaceAll("<details", "<details open"));
      for (const [rule, elements] of await tab.axe(rules)) found.push(`${name}: ${rule}: ${elements}`);
      if (await tab.isWide()) found.push(`${name} scrolls sideways`);
    }
    expect(found).toEqual([]);
  },
);

test("what one presses or types into is at least 24 pixels high and wide", async () => {
  await tab.page.setViewportSize({ width: 360, height: 800 });
  for (const html of Object.values(everyRegistrationPage("ru"))) {
    await tab.write(html.replaceAll("<details", "<details open"));
    expect(await tab.page.evaluate(smallTargets)).toEqual([]);
  }
});

test("the summary of errors has the focus, and each of its links leads into a field that names its error", async () => {
  await tab.page.setViewportSize({ width: 360, height: 800 });
  await tab.load(sentFormPage("en", WRONG));
  await tab.page.waitForFunction(() => document.activeElement?.className === "summary"); // given with the next frame
  const links = await tab.page.locator(".summary a").all();
  expect(links.length).toBeGreaterThan(10);
  for (const link of links) {
    await link.click();
    const text = (await link.textContent()) ?? "";
    const { errors, top } = await tab.page.evaluate(focused);
    expect(
      errors.some((error) => text.endsWith(error)),
      `${text} | ${errors}`,
    ).toBe(true);
    expect(top).toBeGreaterThanOrEqual(0);
  }
});

test("the Enter key registers and does not ask for more rows", async () => {
  await tab.load(formPage("en"));
  await tab.page.locator("#field-name").press("Enter");
  await tab.page.waitForURL("**/register/**");
  expect(tab.sent).toHaveLength(1);
  expect(tab.sent[0]).not.toContain('name="more"');
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
