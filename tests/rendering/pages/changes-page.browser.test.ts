import { afterAll, beforeAll, expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { changesPage } from "../../../functions/rendering/pages/changes/changes-page.tsx";
import { everyChange } from "../../worlds/content/changes.ts";
import { releaseDocument } from "../../worlds/documents/documents.ts";
import { pageContext } from "../../worlds/reading/every-page.ts";
import { type ShownPage, shownPage } from "../../worlds/reading/shown-page.ts";

let tab: ShownPage;
beforeAll(async () => {
  tab = await shownPage();
});
afterAll(() => tab.close());

const render = (language: (typeof LANGUAGES)[number], changes = everyChange(language)) =>
  changesPage(pageContext(language), releaseDocument(language), changes);

test.each(LANGUAGES)("axe finds nothing on the page of changes, in %s", async (language) => {
  await tab.write(render(language));
  expect(await tab.axe()).toEqual([]);
});

test("added and removed words are told to those who hear the page, and drawn apart without colour", async () => {
  await tab.write(render("en"));
  const [removed, added] = [tab.page.locator("del").last(), tab.page.locator("ins").last()];
  expect(await removed.textContent()).toBe(" [removed: 11] ");
  expect(await added.textContent()).toBe(" [added: six] ");
  const line = (element: Element) => getComputedStyle(element).textDecorationLine;
  expect([await removed.evaluate(line), await added.evaluate(line)]).toEqual(["line-through", "underline"]);
});

test("the newest change comes first, and the publication last", () => {
  const headings = [...render("ru").matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, words]) => words).slice(0, 6);
  expect(headings).toEqual([
    "Опубликовано снова",
    "Отозвано",
    "Безопасность",
    "Небольшая правка",
    "Исправление",
    "Опубликовано",
  ]);
});

test("a change for safety shows no note and no word, whatever is stored with it", () => {
  const html = render("en", [
    {
      at: "2020-08-05T03:00:00Z",
      kind: "safety",
      note: "A secret",
      paragraphs: [[{ type: "removed", text: "Her name" }]],
    },
  ]);
  expect(html).toContain("Something was removed for safety.");
  expect(html).not.toMatch(/A secret|Her name/);
});

test("it has an address in every language of the release, and stays out of search engines", () => {
  const html = render("kk");
  const path = "/releases/world-day-2020/changes";
  expect(html).toContain(`<link rel="canonical" href="https://newsroom.example/kk${path}">`);
  expect(html).toContain(`hreflang="ru" href="https://newsroom.example/ru${path}"`);
  expect(html).toContain('<meta name="robots" content="noindex">');
});

test("hostile words in a note or a difference stay words", () => {
  const hostile = "</del><script>alert(1)</script>";
  const html = render("en", [
    {
      at: "2020-08-05T03:00:00Z",
      kind: "correction",
      note: hostile,
      paragraphs: [[{ type: "added", text: hostile }]],
    },
  ]);
  expect(html).not.toContain("<script>alert");
  expect(html.match(/&lt;\/del&gt;&lt;script&gt;/g)).toHaveLength(2);
});
