import createMarkdown from "markdown-it";
import { describe, expect, it, test } from "vitest";
import { lateEmphasis } from "../../functions/rendering/format/late-emphasis.ts";
import { fc } from "../worlds/documents/fast-check.ts";

const plain = createMarkdown();
const late = createMarkdown().use(lateEmphasis);
const rendered = (text: string) => late.renderInline(text);

describe("emphasis closes before an ending", () => {
  it.each([
    ["after a quotation mark", "**«Қамқорлық»**та", "<strong>«Қамқорлық»</strong>та"],
    ["after a straight quotation mark", '**"Қамқорлық"**та', "<strong>&quot;Қамқорлық&quot;</strong>та"],
    ["after a German quotation mark", "**„Слово“**та", "<strong>„Слово“</strong>та"],
    ["after a bracket", "**ХКҰ (БҰҰ)**ның", "<strong>ХКҰ (БҰҰ)</strong>ның"],
    ["after a colon", "**Астана:**город", "<strong>Астана:</strong>город"],
    ["after a full stop", "**т.б.**лар", "<strong>т.б.</strong>лар"],
    ["after a hyphen", "**экс-**министр", "<strong>экс-</strong>министр"],
    ["after a sign of percent", "**50 %**ға", "<strong>50 %</strong>ға"],
    ["of italics", "*«Алтын бесік»*тің", "<em>«Алтын бесік»</em>тің"],
    ["of underscores", "_«Алтын бесік»_тің", "<em>«Алтын бесік»</em>тің"],
    ["of both", "***«Алтын бесік»***тің", "<em><strong>«Алтын бесік»</strong></em>тің"],
    ["around a link", "**[ХКҰ](/kk/about)**ның", '<strong><a href="/kk/about">ХКҰ</a></strong>ның'],
    [
      "within a link",
      "[**ХКҰ (БҰҰ)**ның](/kk/about)",
      '<a href="/kk/about"><strong>ХКҰ (БҰҰ)</strong>ның</a>',
    ],
    ["around other emphasis", "**«Алтын *бесік*»**тің", "<strong>«Алтын <em>бесік</em>»</strong>тің"],
    ["twice", "**«А»**та, **«Б»**та", "<strong>«А»</strong>та, <strong>«Б»</strong>та"],
  ])("%s", (_, text, html) => {
    expect(rendered(text)).toBe(html);
  });
});

describe("stars stay stars", () => {
  it.each([
    ["with blanks on both sides", "2 * 3 и 4 * 5"],
    ["that only open", '"*a" and "*b"'],
    ["before a bracket that opens", "(*see below and (*other"],
    ["before a quotation mark that opens", "*a «*b"],
    ["behind words that they do not open", "Price*) and «cost»*x"],
  ])("%s", (_, text) => {
    expect(rendered(text).replaceAll("&quot;", '"')).toBe(text);
  });
});

const pieces = fc.constantFrom(
  "*",
  "**",
  "_",
  "«",
  "»",
  "(",
  ")",
  ":",
  '"',
  " ",
  "а",
  "b",
  "`",
  "[",
  "](/x)",
  "~~",
);
const texts = fc.array(pieces, { maxLength: 24 }).map((all) => all.join(""));

test("what CommonMark pairs stays paired, and no emphasis crosses another", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const before = plain.renderInline(text);
      const after = rendered(text);
      const words = (html: string) => html.replaceAll(/<[^>]*>|[*_]/g, "");
      expect(words(after)).toBe(words(before));
      const open: string[] = [];
      for (const [, closing, name = ""] of after.matchAll(/<(\/?)(\w+)[^>]*>/g))
        if (closing === "") open.push(name);
        else expect(open.pop()).toBe(name);
      const count = (html: string) => html.match(/<(em|strong)>/g)?.length ?? 0;
      expect(count(after)).toBeGreaterThanOrEqual(count(before));
      if (!/[*_]/.test(before.replaceAll(/<[^>]*>/g, ""))) expect(after).toBe(before);
    }),
    { numRuns: 3_000 },
  );
});

test("a text of nothing but stars takes time in proportion to its length", () => {
  const time = (n: number) => {
    const from = process.cpuUsage();
    rendered("*a **«b _c:".repeat(n));
    return process.cpuUsage(from).user;
  };
  time(500);
  expect(time(8_000)).toBeLessThan(time(1_000) * 40);
});
