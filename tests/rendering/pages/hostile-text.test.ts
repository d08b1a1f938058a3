import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { eventPage } from "../../../functions/rendering/pages/event/event-page.tsx";
import { kitPage } from "../../../functions/rendering/pages/kit/kit-page.tsx";
import { releaseListPage } from "../../../functions/rendering/pages/lists/release-list-page.tsx";
import { releasePage } from "../../../functions/rendering/pages/release/release-page.tsx";
import {
  eventDocument,
  kitDocument,
  releaseDocument,
  siteDocument,
} from "../../worlds/documents/documents.ts";
import { releaseEntry } from "../../worlds/documents/entries.ts";
import { everyPage, pageContext } from "../../worlds/reading/every-page.ts";

const HOSTILE = `</script></style><script>alert(1)</script><img src=x onerror=alert(1)>"'/>{{}}`;

/** The same value with every text in it replaced, but for those that are markup, addresses or words of the schema. */
function poisoned<Value>(value: Value, key?: string): Value;
function poisoned(value: unknown, key = ""): unknown {
  if (typeof value === "string") return POISONABLE.has(key) ? HOSTILE : value;
  if (key === "renditions" || key === "archives") return value; // their names are words of the schema
  if (Array.isArray(value)) return value.map((each) => poisoned(each, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, poisoned(each, name)]));
}
const POISONABLE = new Set(
  "title summary city name organisation tagline notice label value source note text speaker role alt credit creator caption headline terms transcript description hours alterations sample copyright usageTerms specialInstructions".split(
    " ",
  ),
);

const context = pageContext("en", { site: poisoned(siteDocument()) });
const pages = {
  release: releasePage(context, poisoned(releaseDocument())),
  event: eventPage(context, poisoned(eventDocument())),
  kit: kitPage(context, poisoned(kitDocument()), { page: 1, pages: 1 }),
  list: releaseListPage(context, {
    entries: [poisoned(releaseEntry(releaseDocument()))],
    filter: { topic: HOSTILE },
    years: [],
    paging: {},
  }),
};

describe.each(Object.entries(pages))("hostile text on the page of kind %s", (_, html) => {
  test("stays text", () => {
    expect(html).not.toContain("<script>");
    expect(html).not.toContain("<img src=x");
    expect(html.match(/<\/script>/g) ?? []).toHaveLength(
      html.match(/<script type="application\/ld\+json">/g)?.length ?? 0,
    );
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });
  test("is readable as it was written", () => {
    expect(html).toContain("&lt;/script&gt;&lt;/style&gt;");
  });
});

test("structured data with hostile text is still the JSON that was meant", () => {
  const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(pages.release) ?? [];
  expect(JSON.stringify(JSON.parse(json))).toContain(JSON.stringify(HOSTILE));
});

test("no page carries an inline style, an event handler or a script that runs", () => {
  for (const html of LANGUAGES.flatMap((language) => Object.values(everyPage(language)))) {
    expect(html).not.toMatch(/<[a-z][^>]*\s(style|on[a-z]+)=/);
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json">)/);
  }
});
