import { expect, test } from "vitest";
import { notFoundPage } from "../../../functions/rendering/pages/problems/not-found-page.tsx";
import { stillPublishingPage } from "../../../functions/rendering/pages/problems/still-publishing-page.ts";
import { siteDocument } from "../../worlds/documents/documents.ts";

const NOW = "2027-03-01T09:00:00Z";

test.each([
  ["en", "Still publishing: 12 of 20."],
  ["ru", "Публикация продолжается: готово 12\u00a0из 20."],
  ["kk", "Жариялау жүріп жатыр: дайыны\u00a0— 12/20."],
] as const)(
  "while something is being published a page in %s says how far at its head",
  (language, banner) => {
    const context = { site: siteDocument(language), language, now: NOW, preview: false };
    expect(notFoundPage({ ...context, publishing: { done: 12, of: 20 } })).toContain(
      `<aside class="preview">${banner}</aside>`,
    );
    expect(notFoundPage(context)).not.toContain("<aside");
  },
);

test("before anything is known to be published the page says that the newsroom is starting", () => {
  expect(stillPublishingPage("en", { done: 0, of: 0 })).toContain("<h1>The newsroom is starting</h1>");
  expect(stillPublishingPage("en", { done: 1, of: 2 })).toContain("1 of 2 done");
});
