import { expect, test } from "vitest";
import { renderMarkdown } from "../../functions/rendering/format/markdown.ts";
import { messagesOf } from "../../functions/rendering/messages/messages-of.ts";
import { blocksAsMarkdown } from "../../functions/rendering/outline/markdown-writer.ts";

const rendered = (text: string, idPrefix = "text", language: "en" | "kk" = "en") =>
  renderMarkdown(text, { idPrefix, pictures: new Map(), words: messagesOf(language).publication });

test("a footnote is a link to its note, which leads back, with labels in the language of the text", () => {
  expect(rendered("Сөз.[^1]\n\n[^1]: Дерек көзі.", "text", "kk")).toBe(
    '<p>Сөз.<sup><a href="#text_footnote_1" id="text_reference_1" role="doc-noteref" aria-label="1-түсіндірме">[1]</a></sup></p>\n' +
      '<section class="footnotes" role="doc-endnotes" aria-label="Түсіндірмелер">\n<ol>\n' +
      '<li id="text_footnote_1"><p>Дерек көзі. <a href="#text_reference_1" role="doc-backlink" aria-label="Мәтінге оралу, 1-түсіндірме">↩\uFE0E</a></p>\n' +
      "</li>\n</ol>\n</section>",
  );
});

test("footnotes of two texts on one page, and headings of any words, have ids of their own", () => {
  const text = "## Footnote 1\n\n## Reference 1\n\na[^x] b[^x] c[^y]\n\n[^x]: One.\n[^y]: Two.";
  const ids = [..."text notes".split(" ")].flatMap((prefix) =>
    [...rendered(text, prefix).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id),
  );
  expect(ids.length).toBe(14);
  expect(new Set(ids).size).toBe(14);
});

test("every link of a footnote leads to an id of its text", () => {
  const html = rendered("a[^x] b[^x] c[^y]\n\n[^x]: One.[^y]\n[^y]: Two.\n\n    More.");
  const links = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(links.length).toBe(8);
  expect(ids).toEqual(expect.arrayContaining(links));
});

test("in the Markdown of a release, footnotes of the notes keep apart from those of the body", () => {
  const text = (markdown: string) => ({ kind: "text", html: "", markdown }) as const;
  expect(
    blocksAsMarkdown(
      [text("Body.[^1]\n\n[^1]: One."), text("Notes.[^1] `[^1]` [^b]\n\n[^1]: Two.\n[^b]: Three.")],
      "en",
    ),
  ).toBe("Body.[^1]\n\n[^1]: One.\n\nNotes.[^1-2] `[^1]` [^b]\n\n[^1-2]: Two.\n[^b]: Three.\n");
});
