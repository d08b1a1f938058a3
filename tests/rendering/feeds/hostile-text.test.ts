import { parseAtomFeed, parseRssFeed } from "feedsmith";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { eventCalendar } from "../../../functions/rendering/calendar/event-calendar.ts";
import { atomFeed } from "../../../functions/rendering/feeds/atom-feed.ts";
import { absoluteAddresses } from "../../../functions/rendering/feeds/entry-html.ts";
import { jsonFeed } from "../../../functions/rendering/feeds/json-feed.ts";
import { rssFeed } from "../../../functions/rendering/feeds/rss-feed.ts";
import { feedHtml } from "../../../functions/rendering/forms/release-forms.ts";
import { newsSitemap } from "../../../functions/rendering/sitemaps/news-sitemap.ts";
import { jsonLdText } from "../../../functions/rendering/structured-data/json-ld.ts";
import { releaseJsonLd } from "../../../functions/rendering/structured-data/release.ts";
import { eventDocument, releaseDocument, siteDocument } from "../../worlds/documents/documents.ts";
import { feedEntry, feedOf } from "../../worlds/documents/feed.ts";

/** Each would break a serializer that forgot one rule; the second is what a reader should see of it. */
const TITLES: [string, string][] = [
  ["A ]]> B", "A ]]> B"],
  ["Tom & Jerry &amp; <b>bold</b>", "Tom & Jerry &amp; <b>bold</b>"],
  ["bell\u0007 null\u0000 \uFFFE gone", "bell null  gone"],
  ["half \uD83D of a character", "half  of a character"],
  ["🕊️ 25 жыл – Қазақстан, ә ғ қ ң ө ұ ү һ і", "🕊️ 25 жыл – Қазақстан, ә ғ қ ң ө ұ ү һ і"],
  ["\"quotes\" 'and' </script><!--", "\"quotes\" 'and' </script><!--"],
];

const corrections: never[] = [];

describe("hostile text", () => {
  it.each(TITLES)("reaches the readers of feeds as it is: %j", (title, seen) => {
    const html = `<p>${title.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`;
    const feed = feedOf("en", {
      entries: [feedEntry(releaseDocument("en", { title, corrections }), { html })],
    });
    const [rss, atom] = [parseRssFeed(rssFeed(feed)).items?.[0], parseAtomFeed(atomFeed(feed)).entries?.[0]];
    const shown = `<p>${seen.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`;
    expect(rss?.title).toBe(seen);
    expect(rss?.content?.encoded).toBe(shown);
    expect(atom?.title).toMatchObject({ value: seen });
    expect(atom?.content).toMatchObject({ value: shown });
    expect(JSON.parse(jsonFeed(feed)).items[0].title).toBe(title);
  });

  it.each(TITLES)("leaves the XML of sitemaps well-formed: %j", (title) => {
    const translations = [{ language: "en" as const, path: "/en/releases/x", title }];
    const at = "2020-07-30T05:00:00Z";
    const xml = newsSitemap(siteDocument(), [
      { kind: "sitemap-entry", publishAt: at, updated: at, translations, images: [] },
    ]);
    const inside = /<news:title>(.*)<\/news:title>/.exec(xml)?.[1] ?? "";
    expect(inside).not.toMatch(/[<>"']|&(?!#x[0-9A-F]+;)|\p{Cs}|\p{Cc}|\uFFFE/u);
  });

  it.each(TITLES)("stays one value in a calendar: %j", (title, seen) => {
    const text = eventCalendar({
      site: siteDocument(),
      event: eventDocument("en", { title: `${title};\nBEGIN:X` }),
    });
    const summary = new ICAL.Component(ICAL.parse(text))
      .getFirstSubcomponent("vevent")
      ?.getFirstPropertyValue("summary");
    expect(String(summary).replace("\uFFFE", "")).toBe(`${seen};\nBEGIN:X`);
  });

  it("cannot end the script element that holds structured data", () => {
    const text = jsonLdText(releaseJsonLd(siteDocument(), releaseDocument("en", { title: "</script><!--" })));
    expect(text).not.toContain("<");
    expect(JSON.parse(text)["@graph"][0].headline).toBe("</script><!--");
  });

  it("is shown, not obeyed, in the HTML of a feed", () => {
    const [figure] = releaseDocument().figures;
    const figures = figure ? [{ ...figure, label: "<img src=x onerror=alert(1)>" }] : [];
    const html = feedHtml(releaseDocument("en", { figures, summary: "a < b & c" }));
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(html).toContain("a &lt; b &amp; c");
  });
});

describe("addresses in the text of a feed", () => {
  const absolute = (html: string) => absoluteAddresses(html, "https://n.example", "/en/releases/x");

  it("are absolute wherever they were relative to the newsroom", () => {
    expect(absolute('<a href="/en/kits/k">k</a><img alt="" src="/media/a/b.png">')).toBe(
      '<a href="https://n.example/en/kits/k">k</a><img alt="" src="https://n.example/media/a/b.png">',
    );
    expect(absolute('<a href="#figure-a">a</a>')).toBe(
      '<a href="https://n.example/en/releases/x#figure-a">a</a>',
    );
  });

  it("stay as they are elsewhere", () => {
    const html = '<a href="https://a.example/">a</a><a href="//b.example/">b</a><p>href=&quot;/c&quot;</p>';
    expect(absolute(html)).toBe(html);
  });
});

it("the HTML of a feed says nothing that the hour could change", () => {
  const document = releaseDocument();
  const [figure] = document.figures;
  const release = document.related[0];
  if (!figure || !release) throw new Error("The fixture lost its figure or its related release.");
  const figures = [{ ...figure, supersededBy: { id: "newer", value: "70", release } }];
  expect(feedHtml({ ...document, figures })).toBe(feedHtml({ ...document, figures: [figure], related: [] }));
});
