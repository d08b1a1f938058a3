import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { eventPage } from "../../../functions/rendering/pages/event/event-page.tsx";
import { kitPage } from "../../../functions/rendering/pages/kit/kit-page.tsx";
import { releasePage } from "../../../functions/rendering/pages/release/release-page.tsx";
import { withdrawal } from "../../worlds/content/changes.ts";
import { eventDocument, kitDocument, releaseDocument } from "../../worlds/documents/documents.ts";
import { pageContext } from "../../worlds/reading/every-page.ts";

const withdrawn = withdrawal();
const REDACTED = "2020-08-05T03:00:00Z";
const pages = {
  release: releasePage(pageContext(), releaseDocument("en", { withdrawn })),
  event: eventPage(pageContext(), eventDocument("en", { withdrawn })),
  kit: kitPage(pageContext(), kitDocument("en", { withdrawn }), { page: 1, pages: 1 }),
};
const text = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const structured = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "{}")["@graph"][0];

describe.each(Object.entries(pages))("a withdrawn %s", (_, html) => {
  test("says so before its own title, with time and reason", () => {
    const [before = ""] = html.split("<h1>");
    expect(text(before)).toContain(`Withdrawn 19 November 2026, 11:30 (UTC+05:00) ${withdrawn.note}`);
  });
  test("says so in the title of its tab and of its previews, and stays out of search engines", () => {
    expect(html).toContain("<title>Withdrawn: ");
    expect(html).toContain('property="og:title" content="Withdrawn: ');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('rel="canonical"');
  });
});

test.each(LANGUAGES)("a withdrawn release is marked in the words of its reader, in %s", (language) => {
  const note = withdrawal(language).note;
  const html = releasePage(
    pageContext(language),
    releaseDocument(language, { withdrawn: withdrawal(language) }),
  );
  expect(html).toContain(note);
  expect(html).toContain({ en: "Withdrawn: ", ru: "Отозвано: ", kk: "Кері қайтарып алынды: " }[language]);
});

test("what was withdrawn offers nothing to cite, to register for, to download or to license", () => {
  expect(pages.release).not.toContain('class="cite"');
  expect(pages.release).not.toContain("ready to cite");
  expect(text(pages.event)).not.toMatch(/Open until|Opens |Add to calendar/);
  expect(pages.kit).not.toMatch(/href="\/downloads|rel="license"/);
});

test("structured data of what was withdrawn does not present it as valid", () => {
  expect(structured(pages.release)).toMatchObject({
    creativeWorkStatus: "Withdrawn",
    headline: expect.stringMatching(/^Withdrawn: /),
    expires: "2026-11-19T11:30:00+05:00",
  });
  expect(structured(pages.event).eventStatus).toBe("https://schema.org/EventCancelled");
  expect(structured(pages.kit)).toMatchObject({ creativeWorkStatus: "Withdrawn" });
  expect(structured(pages.kit)).not.toHaveProperty("hasPart");
});

test("a redaction says that something was removed for safety and when, and nothing else", () => {
  const plain = releaseDocument("en", { corrections: [] });
  const html = releasePage(pageContext(), { ...plain, redactedAt: [REDACTED] });
  const section = /<section class="block" id="changes">(.*?)<\/section>/s.exec(html)?.[1] ?? "";
  expect(text(section).trim()).toBe(
    "Changes 5 August 2020, 09:00 (UTC+06:00) Something was removed for safety. All changes, word by word",
  );
  expect(releasePage(pageContext(), plain)).not.toContain("removed for safety");
});
