import { expect, test } from "vitest";
import { releaseListPage } from "../../../functions/rendering/pages/lists/release-list-page.tsx";
import { releasePage } from "../../../functions/rendering/pages/release/release-page.tsx";
import { releaseDocument } from "../../worlds/documents/documents.ts";
import { everyPage, pageContext } from "../../worlds/reading/every-page.ts";

const SITE = "https://newsroom.example";

test("a release is found in each language in which it exists, and in English by whoever reads none of them", () => {
  const html = everyPage("ru").release ?? "";
  const path = "/releases/world-day-2020";
  expect(html).toContain(`<link rel="canonical" href="${SITE}/ru${path}">`);
  for (const [hreflang, language] of [
    ["en", "en"],
    ["ru", "ru"],
    ["kk", "kk"],
    ["x-default", "en"],
  ])
    expect(html).toContain(`<link rel="alternate" hreflang="${hreflang}" href="${SITE}/${language}${path}">`);
});

test("a language that lacks the release is offered as lacking, and is no alternate", () => {
  const full = releaseDocument("en");
  const html = releasePage(pageContext("en"), {
    ...full,
    translations: full.translations.filter(({ language }) => language !== "kk"),
  });
  expect(html).not.toContain('hreflang="kk" href="https:');
  expect(html).toMatch(
    /<a href="\/kk\/releases\/world-day-2020" lang="kk" hreflang="kk">Қазақша<span class="soft" lang="en"> \(not translated\)/,
  );
});

test("a preview has an absolute picture with its size and what it shows", () => {
  const { release = "" } = everyPage("en");
  expect(release).toMatch(
    /<meta property="og:image" content="https:\/\/newsroom\.example\/media\/a{64}\/preview\.png">/,
  );
  expect(release).toContain('<meta property="og:image:width" content="1200">');
  expect(release).toContain('<meta property="og:image:alt" content="A white line on deep blue');
});

test("every page tells its feeds, and a topic its own beside them", () => {
  for (const html of Object.values(everyPage("kk"))) expect(html).toContain('type="application/atom+xml"');
  expect(everyPage("kk").topic).toContain('href="/kk/topics/protection/feed.rss"');
});

test("a list that is narrowed to a topic has the topic's own address", () => {
  const html = releaseListPage(pageContext("en"), {
    entries: [],
    topic: { id: "protection", title: "Protection", description: "All of it." },
    filter: { topic: "protection" },
    years: [],
    paging: {},
  });
  expect(html).toContain(`<link rel="canonical" href="${SITE}/en/topics/protection">`);
});

test("what is no place of its own is not indexed and has no canonical address", () => {
  const pages = everyPage("en");
  for (const name of ["not found", "gone", "untranslated", "refusal"]) {
    expect(pages[name]).toContain('<meta name="robots" content="noindex">');
    expect(pages[name]).not.toContain('rel="canonical"');
  }
});
