import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../functions/rendering/format/markdown.ts";
import { MARKUP, outlineMarkdown } from "../../functions/rendering/format/markdown-outline.ts";
import { plainText } from "../../functions/rendering/format/plain-text.ts";
import { messagesOf } from "../../functions/rendering/messages/messages-of.ts";
import { fc } from "../worlds/documents/fast-check.ts";

const pictures = new Map([["house.jpg", { path: "/media/abc/house.jpg", width: 60, height: 40 }]]);
const words = messagesOf("en").publication;
const render = (text: string) => renderMarkdown(text, { idPrefix: "text", pictures, words });

describe("rendering", () => {
  it("raw HTML is shown as the text it is", () => {
    expect(render("a <script>alert(1)</script>")).toBe("<p>a &lt;script&gt;alert(1)&lt;/script&gt;</p>");
  });

  it("headings have ids that do not meet the page's own, even twice the same", () => {
    expect(render("## Notes\n\n## Notes\n\n### Қазақ тілі")).toBe(
      '<h2 id="text-notes">Notes</h2>\n<h2 id="text-notes-2">Notes</h2>\n<h3 id="text-қазақ-тілі">Қазақ тілі</h3>',
    );
  });

  it("a link to another site says so, one of an unknown scheme loses its address", () => {
    expect(render("[a](https://example.org/) [b](/en/about) [c](javascript:x)")).toBe(
      '<p><a href="https://example.org/" rel="external">a</a> <a href="/en/about">b</a> <a>c</a></p>',
    );
  });

  it("a picture that stands alone becomes a figure with the emphasised paragraph below it", () => {
    expect(render("Before.\n\n![A house](house.jpg)\n\n*Seen in **spring**.*\n\nAfter.")).toBe(
      '<p>Before.</p>\n<figure class="picture"><img src="/media/abc/house.jpg" width="60" height="40" alt="A house" loading="lazy"><figcaption class="soft"><em>Seen in <strong>spring</strong>.</em></figcaption></figure>\n<p>After.</p>',
    );
  });

  it("a figure names whom to credit, behind its caption or by itself", () => {
    const noted = new Map([["house.jpg", { path: "/m/h.webp", width: 60, height: 40, note: "A & B. CC0" }]]);
    const withNote = (text: string) => renderMarkdown(text, { idPrefix: "text", pictures: noted, words });
    expect(withNote("![A house](house.jpg)")).toContain(
      '<figcaption class="soft">A &amp; B. CC0</figcaption>',
    );
    expect(withNote("![A house](house.jpg)\n\n*Spring.*")).toContain(
      "<em>Spring.</em> A &amp; B. CC0</figcaption>",
    );
  });

  it("words that are emphasised in part are no caption", () => {
    expect(render("![A house](house.jpg)\n\n*Spring* and *autumn*.")).toContain("<p><em>Spring</em> and");
  });

  it("a picture that is not to be shown takes its caption with it", () => {
    expect(render("One.\n\n![A tree](tree.jpg)\n\n*An oak.*\n\nTwo.")).toBe("<p>One.</p>\n<p>Two.</p>");
  });

  it("a picture in several forms names them with their widths", () => {
    const forms = new Map([
      ["house.jpg", { path: "/m/h.webp", width: 60, height: 40, srcset: "/m/s.webp 30w, /m/h.webp 60w" }],
    ]);
    expect(renderMarkdown("![A house](house.jpg)", { idPrefix: "text", pictures: forms, words })).toContain(
      'srcset="/m/s.webp 30w, /m/h.webp 60w" sizes="(min-width: 46rem) 44rem, 100vw"',
    );
  });

  it("a picture that is not to be shown leaves nothing", () => {
    expect(render('![A "house"](house.jpg) ![Tree](tree.jpg)')).toBe(
      '<p><img src="/media/abc/house.jpg" width="60" height="40" alt="A &quot;house&quot;" loading="lazy"> </p>',
    );
  });

  it("tables need no styles in attributes", () => {
    const html = render("| a | b |\n|---|--:|\n| 1 | 2 |");
    expect(html).toContain('<th scope="col" class="align-right">b</th>');
    expect(html).not.toContain("style");
  });

  it("no text makes an element or an attribute that could run a script", () => {
    const dangerous = fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "](",
      "javascript:",
      "onload=",
      "![",
      "[",
      ")",
      "`",
      "&",
      "\n",
      "<img src=x onerror=y>",
      "data:text/html,",
      "[^1]",
      "\n\n[^1]: ",
      "**",
      "www.a.org",
      "x",
    );
    fc.assert(
      fc.property(fc.array(dangerous, { maxLength: 30 }), (parts) => {
        for (const [tag] of render(parts.join("")).matchAll(/<[^>]*>/g))
          expect(tag).toMatch(
            /^<\/?(p|a|em|strong|code|pre|ul|ol|li|sup|section|blockquote|h[1-6]|hr|br|img|table|thead|tbody|tr|th|td)( (href="(\/|#|https?:|mailto:|tel:)[^"]*"|(title|alt|id|rel|src|width|height|loading|class|scope|start|role|aria-label)="[^"]*"))*>$/,
          );
      }),
    );
  });
});

it("an outline knows the line of everything", () => {
  const outline = outlineMarkdown("## A\n\none\ntwo [b](/b)\n\n| c |\n|--|\n| [d](/d) |\n\n<i>e</i>", "text");
  expect(outline).toEqual({
    headings: [{ id: "text-a", level: 2, line: 1 }],
    links: [
      { href: "/b", line: 4 },
      { href: "/d", line: 8 },
    ],
    pictures: [],
    html: [
      { text: "<i>", line: 10 },
      { text: "</i>", line: 10 },
    ],
    words: [
      { text: "A", line: 1, isItem: false },
      { text: `one\ntwo ${MARKUP}b${MARKUP}`, line: 3, isItem: false },
      { text: "c", line: 6, isItem: false },
      { text: `${MARKUP}d${MARKUP}`, line: 8, isItem: false },
      { text: `${MARKUP}e${MARKUP}`, line: 10, isItem: false },
    ],
    losses: [],
  });
});

it("plain text keeps paragraphs, lists, links and tables apart", () => {
  const html = render(
    "One & *two*.\n\n## Three\n\n1. a\n2. b\n   - c\n\n[d](/d) <https://e.org>\n\n| f | g |\n|--|--|\n| h | i |",
  );
  expect(plainText(html)).toBe(
    "One & two.\n\nThree\n\n1. a\n2. b\n  - c\n\nd (/d) https://e.org\n\nf\tg\nh\ti",
  );
});
