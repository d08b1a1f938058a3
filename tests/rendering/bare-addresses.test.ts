import { expect, test } from "vitest";
import { renderMarkdown } from "../../functions/rendering/format/markdown.ts";
import { messagesOf } from "../../functions/rendering/messages/messages-of.ts";

const rendered = (text: string) =>
  renderMarkdown(text, { idPrefix: "text", pictures: new Map(), words: messagesOf("ru").publication });

/** Each link with its address. */
const links = (text: string): string[] =>
  [...rendered(text).matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, to, words]) =>
    to === words ? `${to}` : `${words} ${to}`,
  );

test("an address is a link without the full stop or the bracket behind it", () => {
  expect(links("Questions: press@example.org. More: https://example.org/report (PDF).")).toEqual([
    "press@example.org mailto:press@example.org",
    "https://example.org/report",
  ]);
  expect(links("(см. https://example.org/a_(b)), «https://example.org/c», https://example.org/d!")).toEqual([
    "https://example.org/a_(b)",
    "https://example.org/c",
    "https://example.org/d",
  ]);
});

test("an address without its scheme is a link over https", () => {
  expect(links("(www.example.org), example.org/ru; www.example.de, пример.рф")).toEqual([
    "www.example.org https://www.example.org",
    "example.org/ru https://example.org/ru",
    "www.example.de https://www.example.de",
    "пример.рф https://xn--e1afmkfd.xn--p1ai",
  ]);
});

test("a full stop without a blank behind it, and the name of a file, are no addresses", () => {
  expect(links("done.It was. в Алматы.Это ст.2, т.е. en.md, report.pdf www. and www.x")).toEqual([]);
});

test("an address is shown as it was typed, and is one within emphasis, too", () => {
  const shown = rendered("**https://example.org/%D0%B0?b=_c_** **Сайт:**www.example.org/*d*");
  expect(shown.replaceAll(/<[^>]*>/g, "")).toBe("https://example.org/%D0%B0?b=_c_ Сайт:www.example.org/d");
});
