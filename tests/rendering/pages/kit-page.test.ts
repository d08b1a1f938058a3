import { describe, expect, test } from "vitest";
import { DIGITAL_SOURCE_TYPES } from "../../../functions/domain/digital-source-type.ts";
import type { Asset, KitDocument } from "../../../functions/domain/documents/kit.ts";
import { LANGUAGES, type Language } from "../../../functions/domain/language.ts";
import { kitPage } from "../../../functions/rendering/pages/kit/kit-page.tsx";
import { goneFilePage } from "../../../functions/rendering/pages/problems/gone-page.tsx";
import { kitDocument } from "../../worlds/documents/documents.ts";
import { kitAssets, tellingAssets } from "../../worlds/documents/kit-assets.ts";
import { pageContext } from "../../worlds/reading/every-page.ts";

const pageOf = (changes: Partial<KitDocument>, language: Language = "en") =>
  kitPage(pageContext(language), kitDocument(language, changes), { page: 1, pages: 1 });

/** As one reads it, each gap a space. */
function words(html: string): string {
  const [, main = ""] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? [];
  return main.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

/** What stands in the page of one file. */
function entryOf(html: string, id: string): string {
  return new RegExp(`<li class="asset" id="asset-${id}">.*?</dl>.*?</div></li>`, "s").exec(html)?.[0] ?? "";
}

describe("the page of a kit", () => {
  const html = pageOf({ assets: tellingAssets("en") });

  test("has one button for each rendition that can be downloaded, with its format, its pixels and its size", () => {
    const buttons = [
      ...entryOf(html, "heart").matchAll(/<a class="button[^"]*" href="([^"]*)" download[^>]*>(.*?)<\/a>/gs),
    ];
    expect(buttons.map(([, href, label = ""]) => [href, words(`<main>${label}</main>`).trim()])).toEqual([
      ["/downloads/world-day/heart.jpg", "Blue heart, wide: Original JPG 3000 × 2000, 2.4 MB"],
      ["/downloads/world-day/heart-web.jpg", "Blue heart, wide: Web JPG 1600 × 1067, 310 kB"],
      ["/downloads/world-day/heart-web.webp", "Blue heart, wide: Web WebP 1600 × 1067, 215 kB"],
    ]);
    expect(words(`<main>${entryOf(html, "logo")}</main>`)).toContain("Logo: Download SVG 512 × 512, 1.2 kB");
  });

  test("has one button for each ZIP above the files, with its size and how many files are in it", () => {
    const [head = ""] = html.split('<ul class="sheet">');
    expect(words(`${head}</main>`)).toContain(
      "The whole kit ZIP, 4 files, 8.3 MB Photographs only ZIP, 1 file, 2.4 MB",
    );
    expect(head).toContain('href="/downloads/world-day/world-day-photographs.zip"');
  });

  test("tells checksums as `sha256sum -c` reads them", () => {
    const [, sums = ""] = /<pre>(.*?)<\/pre>/s.exec(entryOf(html, "heart")) ?? [];
    expect(sums.split("\n")).toEqual([
      `${"1".repeat(64)}  heart.jpg`,
      `${"2".repeat(64)}  heart-web.jpg`,
      `${"3".repeat(64)}  heart-web.webp`,
    ]);
  });

  test("tells what all files share once, and what is of one file beside it", () => {
    const ready =
      "Dateline sample artwork / Creative Commons Attribution 4.0, https://creativecommons.org/licenses/by/4.0/";
    expect(html.split(ready)).toHaveLength(2);
    const [first, ...others] = kitAssets("en");
    if (!first) throw new Error("The kit has no asset.");
    const own = pageOf({ assets: [{ ...first, credit: "A. Maker", source: "IOM" }, ...others] });
    expect(words(own)).toContain("A. Maker / Source: IOM / Creative Commons Attribution 4.0");
    expect(words(own).split("How to credit")).toHaveLength(5);
  });

  test("tells place, origin, changes, length and what to mind", () => {
    const heart = words(`<main>${entryOf(html, "heart")}</main>`);
    expect(heart).toContain("Please note: Not in print before 1 December. Do not crop.");
    expect(heart).toContain("Place Astana, Kazakhstan");
    expect(heart).toContain("Made September 2026, A. Maker");
    expect(heart).toContain("Origin Captured from real life");
    expect(words(`<main>${entryOf(html, "recording")}</main>`)).toContain("Audio, 1 h 2 min 5 s");
  });

  test.each([
    ["digitalCapture", undefined],
    ["algorithmicMedia", undefined],
    ["trainedAlgorithmicMedia", "Created with AI"],
    ["compositeWithTrainedAlgorithmicMedia", "Edited with AI"],
    ["compositeSynthetic", "Composite"],
    ["composite", "Composite"],
  ] as const)("a picture of type %s is marked: %s", (digitalSourceType, mark) => {
    const assets = kitAssets("en").map((asset): Asset => ({ ...asset, digitalSourceType }));
    const marks = pageOf({ assets }).match(/<strong class="tag">([^<]*)<\/strong>/)?.[1];
    expect(marks).toBe(mark);
  });

  test.each(LANGUAGES)("has its own words for each of the %s names of an origin", (language) => {
    const told = DIGITAL_SOURCE_TYPES.map((digitalSourceType) =>
      words(
        pageOf(
          {
            assets: kitAssets(language)
              .slice(0, 1)
              .map((asset) => ({ ...asset, digitalSourceType })),
          },
          language,
        ),
      ),
    );
    expect(new Set(told).size).toBe(DIGITAL_SOURCE_TYPES.length);
  });

  test.each([
    ["en", "Astana, Kazakhstan"],
    ["ru", "Астана, Казахстан"],
    ["kk", "Астана, Қазақстан"],
  ] as const)("names the country in its own language: %s", (language, place) => {
    expect(words(pageOf({}, language))).toContain(place);
  });
});

describe("what is not to be had", () => {
  const takenDown = [{ id: "portrait", at: "2026-10-12T05:00:00Z" }];

  test.each([
    ["en", "1 file was taken down. Please delete every copy that you hold. portrait , 12 October 2026"],
    [
      "ru",
      "1 файл снят с публикации. Пожалуйста, удалите все имеющиеся у вас копии. portrait , 12 октября 2026 г.",
    ],
    [
      "kk",
      "1 файл сайттан алынды. Өзіңіздегі барлық көшірмесін жоюыңызды сұраймыз. portrait , 2026 жылғы 12 қазан",
    ],
  ] as const)("a takedown is told by id and day, above the files: %s", (language, notice) => {
    const [head = ""] = pageOf({ takenDown }, language).split('<ul class="sheet">');
    expect(words(`${head}</main>`)).toContain(notice);
  });

  test("a withdrawn kit offers no file, no ZIP and no terms, and still asks to delete what was taken down", () => {
    const withdrawn = { at: "2026-10-01T05:00:00Z", note: "The pictures were mixed up." };
    const html = pageOf({ assets: tellingAssets("en"), withdrawn, takenDown });
    expect(html).not.toMatch(/\/downloads\/|<source|<audio|rel="license"|logo\.svg"/);
    expect(words(html)).not.toMatch(/How to credit|Terms of use/);
    expect(words(html)).toContain("1 file was taken down");
  });

  test("the answer for a file that has left asks to delete copies and names none", () => {
    for (const language of LANGUAGES) {
      const html = goneFilePage(pageContext(language));
      expect(html).toContain("mailto:");
      expect(html).not.toContain("/downloads/");
    }
    expect(words(goneFilePage(pageContext("en")))).toContain("If you hold a copy, please delete it");
  });
});

test("who must not be found is shown to readers and to no search engine", () => {
  const html = pageOf({ assets: tellingAssets("en") });
  expect(entryOf(html, "portrait")).toContain("portrait-thumbnail.webp");
  const [head = ""] = html.split("</head>");
  expect(head).not.toMatch(/portrait(-web|-thumbnail)?\.(jpg|webp)/);
  expect(head).toContain('name="robots" content="noimageindex, max-image-preview:none"');
  expect(pageOf({})).toContain('name="robots" content="max-image-preview:large"');
});
