import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { kitPage } from "../../../functions/rendering/pages/kit/kit-page.tsx";
import { releasePage } from "../../../functions/rendering/pages/release/release-page.tsx";
import { STYLE, STYLE_HASH } from "../../../functions/rendering/style/style.ts";
import { kitDocument, releaseDocument } from "../../worlds/documents/documents.ts";
import { everyPage, pageContext } from "../../worlds/reading/every-page.ts";

const bytes = (html: string) => gzipSync(html).length;

test.each(LANGUAGES)(
  "a release of 12,000 characters stays below 20 KB compressed, style included, in %s",
  (language) => {
    const release = releaseDocument(language);
    // Words in an order that no compressor knows.
    const words = release.html.replace(/<[^>]+>/g, " ").split(/\s+/);
    const text = Array.from({ length: 2400 }, (_, n) => words[(n * n * 31 + n * 7) % words.length]).join(" ");
    const page = releasePage(pageContext(language), {
      ...release,
      html: `${release.html}<p>${text}</p>`,
    });
    expect(text.length).toBeGreaterThan(10_000);
    expect(bytes(page)).toBeLessThan(20_000);
  },
);

test("a page of 48 files of a kit stays below 30 KB compressed, and fetches no picture ahead", () => {
  const kit = kitDocument("ru");
  const assets = Array.from({ length: 12 }, (_, n) =>
    kit.assets.map((asset) => ({
      ...asset,
      id: `${asset.id}-${n}`,
      sha256: createHash("sha256")
        .update(asset.id + n)
        .digest("hex"),
    })),
  ).flat();
  const html = kitPage(pageContext("ru"), { ...kit, assets }, { page: 1, pages: 1 });
  expect(bytes(html)).toBeLessThan(30_000);
  expect(html.match(/<img /g)?.length).toBe(html.match(/loading="lazy"/g)?.length);
  expect(html.match(/<video /g)?.length).toBe(html.match(/preload="none"/g)?.length);
});

test("the whole style is at most 14 KB, and its hash allows exactly what every page carries", () => {
  expect(STYLE.length).toBeLessThan(14_000);
  for (const html of Object.values(everyPage("en"))) {
    const [, style = ""] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    expect(`sha256-${createHash("sha256").update(style).digest("base64")}`).toBe(STYLE_HASH);
  }
});
