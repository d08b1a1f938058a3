import { describe, expect, test } from "vitest";
import { eventPage } from "../../../functions/rendering/pages/event/event-page.tsx";
import { kitPage } from "../../../functions/rendering/pages/kit/kit-page.tsx";
import { untranslatedPage } from "../../../functions/rendering/pages/problems/untranslated-page.tsx";
import { releasePage } from "../../../functions/rendering/pages/release/release-page.tsx";
import { eventDocument, kitDocument, releaseDocument } from "../../worlds/documents/documents.ts";
import { reference } from "../../worlds/documents/parts.ts";
import { pageContext } from "../../worlds/reading/every-page.ts";

const LIFT = "2026-12-01T06:00:00Z";
const BEFORE = "2026-12-01T05:59:59Z";
const secret = reference("A secret", "/en/releases/secret", "en", { publishAt: LIFT });

const release = releaseDocument("en", {
  related: [secret],
  kit: secret,
  event: secret,
  figures: releaseDocument().figures.map((figure) => ({
    ...figure,
    supersededBy: { id: "newer", value: "a secret number", release: secret },
  })),
});
const event = eventDocument("en", {
  related: [secret],
  kit: secret,
  recording: {
    title: "Secret recording",
    url: "https://video.example/secret",
    languages: [],
    publishAt: LIFT,
  },
});
const [photograph, ...others] = kitDocument().assets;
const kit = kitDocument("en", {
  related: [secret],
  assets: photograph ? [{ ...photograph, headline: "Secret picture", publishAt: LIFT }, ...others] : [],
});

const pages = {
  release: (now: string) => releasePage(pageContext("en", { now }), release),
  event: (now: string) => eventPage(pageContext("en", { now }), event),
  kit: (now: string) => kitPage(pageContext("en", { now }), kit, { page: 1, pages: 1 }),
  untranslated: (now: string) =>
    untranslatedPage(pageContext("en", { now }), {
      kind: "untranslated",
      path: release.path,
      language: "en",
      publishAt: release.publishAt,
      translations: [secret],
    }),
};

describe.each(Object.entries(pages))("the page of kind %s", (_, render) => {
  test("says nothing of what has not lifted, one second before the lift", () => {
    expect(render(BEFORE)).not.toMatch(/secret/i);
  });
  test("shows it at the second of the lift", () => {
    expect(render(LIFT)).toMatch(/secret/i);
  });
});

test("an asset whose time has ended is not shown any more", () => {
  const ended = kitDocument("en", {
    assets: kitDocument().assets.map((asset) => ({ ...asset, headline: "Ended picture", until: LIFT })),
  });
  const at = (now: string) => kitPage(pageContext("en", { now }), ended, { page: 1, pages: 1 });
  expect(at(BEFORE)).toContain("Ended picture");
  expect(at(LIFT)).not.toContain("Ended picture");
});
