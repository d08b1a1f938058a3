import { describe, expect, it } from "vitest";
import { EVENT, edited, found, holds, RELEASE } from "../../../worlds/content/content-problems.ts";

describe("words", () => {
  holds([
    [
      "a figure without words",
      () => edited("releases/first/ru.md", '"cases":', '"case":'),
      "releases/first/ru.md:6: error figures has no words for cases",
      "figures has words for case, which release.yaml does not list",
      "did you mean cases?",
    ],
    [
      "an asset without words",
      () => edited("media-kits/photos/kk.md", '"steppe":', '"step":'),
      "assets has no words for steppe",
    ],
    [
      "a session without words",
      () => edited("events/press-day/kk.md", '"opening":', '"end":'),
      "sessions has no words for opening",
    ],
    [
      "a photograph without alternative text",
      () => edited("media-kits/photos/ru.md", ',"alt":"Grass"', ""),
      "media-kits/photos/ru.md:5: error the photograph steppe has no alternative text",
    ],
    [
      "a recording without a title",
      () => edited(EVENT, "places:", "recording: { url: https://example.org/ }\nplaces:"),
      "events/press-day/en.md:1: error the recording has no title",
    ],
    [
      "a missing source text",
      () => ({ "releases/first/en.md": null }),
      `${RELEASE}:1: error en.md is missing`,
    ],
    [
      "a missing translation",
      () => ({ "releases/first/kk.md": null }),
      `${RELEASE}:1: warning kk.md is missing`,
    ],
    [
      "a stale translation",
      () => edited("releases/first/en.md", "There were", "Now there were"),
      "releases/first/ru.md:4: warning en.md has changed since this translation was reviewed",
    ],
    [
      "a number lost in translation",
      () => edited("releases/first/ru.md", "69 cases in", "96 cases in"),
      "releases/first/ru.md:6: warning the number of cases does not occur in this text; expected 69",
    ],
    [
      "another number as the value",
      () => edited("releases/first/ru.md", '"value":"69"', '"value":"96"'),
      "warning the value of cases does not hold its number; expected 69",
    ],
  ]);
});

describe("Markdown", () => {
  const body = (text: string) => () => edited("releases/first/en.md", "## Background", text);
  holds([
    [
      "raw HTML",
      body("a\nb <b>c</b>"),
      "releases/first/en.md:13: error raw HTML <b>; expected Markdown only",
    ],
    ["a first-level heading", body("# Title"), "releases/first/en.md:12: error a heading of the first level"],
    [
      "a picture without words",
      body("![](photo.png)"),
      "the picture photo.png has no alternative text",
      "there is no file photo.png in this folder",
    ],
    ["a picture from elsewhere", body("![x](https://example.org/x.png)"), "is not in this folder"],
    [
      "a link to nothing",
      body("[x](/en/releases/frist)"),
      "there is nothing at /en/releases/frist",
      "did you mean /en/releases/first?",
    ],
    [
      "a link to nothing of our own, with its host",
      body("[x](https://newsroom.example.org/en/releases/frist)"),
      "there is nothing at /en/releases/frist",
      "did you mean /en/releases/first?",
    ],
    [
      "a link to nothing on this machine",
      body("[x](http://LOCALHOST:8787/en/releases/frist)"),
      "there is nothing at /en/releases/frist",
    ],
    ["a link without its language", body("[x](/releases/first)"), "did you mean /en/releases/first?"],
    ["a link with a slash too many", body("[x](/en/about/)"), "did you mean /en/about?"],
    ["a link to a script", body("[x](javascript:alert(1))"), "the link javascript:alert(1) leads nowhere"],
    ["a relative link", body("[x](../second)"), "the link ../second leads nowhere"],
    [
      "a fragment that is not there",
      body("[x](#background)\n\n## Background"),
      'there is nothing with the id "background" on this page',
      "did you mean text-background?",
    ],
    ["a figure that is not there", body("[x](/en/releases/first#figure-case)"), "did you mean figure-cases?"],
    [
      "a file that the kit does not have",
      body("[x](/downloads/photos/step.png)"),
      "the kit photos has no file step.png",
      "did you mean steppe.png?",
    ],
    [
      "a link in the notes",
      () => edited("releases/first/en.md", "/en/releases)", "/en/relaeses)"),
      "releases/first/en.md:8: error there is nothing at /en/relaeses",
    ],
    [
      "a link to what lifts later",
      () => ({
        ...body("[x](/en/events/press-day)")(),
        ...edited(EVENT, "publishAt: 2020-07-01", "publishAt: 2020-08-01"),
      }),
      "/en/events/press-day is published later than the text that links to it",
    ],
    [
      "a link of a page to what is not public yet",
      () => ({
        ...edited("pages/about/en.md", "Who we are", "[x](/en/events/press-day)"),
        ...edited(EVENT, "publishAt: 2020-07-01", "publishAt: 2026-08-01"),
      }),
      "pages/about/en.md:6: error /en/events/press-day is not public yet",
    ],
    [
      "a link to a language that is missing",
      () => ({ ...body("[x](/kk/events/press-day)")(), "events/press-day/kk.md": null }),
      "/kk/events/press-day is not translated; expected a link to /en/events/press-day or /ru/events/press-day",
    ],
  ]);

  it("follows every kind of address that there is", async () => {
    const links = [
      "/en/",
      "/en/releases?topic=data",
      "/en/topics/data",
      "/en/topics/data/feed.atom",
      "/ru/events",
      "/en/events.ics",
      "/en/events/press-day/calendar.ics",
      "/en/series/world-day",
      "/kk/kits/photos#steppe",
      "/en/releases/first.md",
      "/en/feed.json",
      "/downloads/photos/steppe.png",
      "/api/",
      "/sitemap.xml",
      "https://example.org/",
      "mailto:a@example.org",
      "tel:+77172000000",
      "#figure-cases",
      "#text-more",
    ];
    const text = `${links.map((link) => `[x](${link})`).join("\n")}\n\n## More`;
    expect((await found(body(text)())).filter((line) => line.includes("error"))).toEqual([]);
  });
});
