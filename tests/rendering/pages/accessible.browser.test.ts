import { afterAll, beforeAll, expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { atScale } from "../../worlds/documents/scale.ts";
import { everyPage } from "../../worlds/reading/every-page.ts";
import { type ShownPage, SIGHT_RULES, shownPage } from "../../worlds/reading/shown-page.ts";

let tab: ShownPage;
beforeAll(async () => {
  tab = await shownPage();
});
afterAll(() => tab.close());

/** Every rule in the language with the longest words; what depends on sight, in long runs, in the other scheme and width. */
test.each(
  (
    [
      ["dark", 360, {}],
      ["light", 1280, SIGHT_RULES],
    ] as const
  ).slice(0, atScale(1, 2)),
)("axe finds nothing on any page in the %s scheme, %i pixels wide", async (colorScheme, width, rules) => {
  await tab.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await tab.page.setViewportSize({ width, height: 800 });
  const found: string[] = [];
  for (const [name, html] of Object.entries(everyPage("kk"))) {
    await tab.write(html.replaceAll("<details", "<details open"));
    for (const [rule, elements] of await tab.axe(rules)) found.push(`${name}: ${rule}: ${elements}`);
  }
  expect(found).toEqual([]);
});

test.each(LANGUAGES)("axe finds nothing on the pages of early access in %s", async (language) => {
  const early = Object.entries(everyPage(language)).filter(([name]) => name.startsWith("early access"));
  expect(early).toHaveLength(3);
  for (const [name, html] of early) {
    await tab.write(html);
    expect([name, ...(await tab.axe())]).toEqual([name]);
  }
});

test.each(LANGUAGES)("no page scrolls sideways on a phone of 320 pixels, in %s", async (language) => {
  await tab.page.setViewportSize({ width: 320, height: 640 });
  const wide: string[] = [];
  for (const [name, html] of Object.entries(everyPage(language))) {
    await tab.write(html);
    if (await tab.isWide()) wide.push(name);
  }
  expect(wide).toEqual([]);
});

test("what one presses is at least 24 pixels high and wide, links within a sentence aside", async () => {
  await tab.page.setViewportSize({ width: 360, height: 800 });
  for (const html of Object.values(everyPage("ru"))) {
    await tab.write(html);
    expect(await tab.page.evaluate(smallTargets)).toEqual([]);
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
