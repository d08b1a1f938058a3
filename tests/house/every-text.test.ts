import { describe, expect, test } from "vitest";
import { EventDocument } from "../../functions/domain/documents/event.ts";
import { KitDocument } from "../../functions/domain/documents/kit.ts";
import { PageDocument } from "../../functions/domain/documents/page.ts";
import { ReleaseDocument } from "../../functions/domain/documents/release.ts";
import { eventResource } from "../../functions/rendering/api/event-resource.ts";
import { kitResource } from "../../functions/rendering/api/kit-resource.ts";
import { releaseResource } from "../../functions/rendering/api/release-resource.ts";
import { feedHtml, releaseMarkdown, releaseText } from "../../functions/rendering/forms/release-forms.ts";
import { versionText } from "../../functions/rendering/forms/version-text.ts";
import { eventPage } from "../../functions/rendering/pages/event/event-page.tsx";
import { kitPage } from "../../functions/rendering/pages/kit/kit-page.tsx";
import { releasePage } from "../../functions/rendering/pages/release/release-page.tsx";
import { organisationPage } from "../../functions/rendering/pages/site/organisation-page.tsx";
import { siteDocument } from "../worlds/documents/documents.ts";
import { filled } from "../worlds/documents/filled.ts";
import { pageContext } from "../worlds/reading/every-page.ts";

const NOW = "2026-01-01T00:00:00Z";
const context = pageContext("en", { now: NOW });
const site = siteDocument();

const release = filled(ReleaseDocument, { except: new Set(["withdrawn"]) });
const event = filled(EventDocument, { except: new Set(["withdrawn"]) });
const kit = filled(KitDocument, {
  except: new Set(["withdrawn", "pages", "ownTimes"]),
  choices: { "assets[].kind": "photograph" }, // of which the alternative text is shown
});
const page = filled(PageDocument);

const markdown = { body: release.document.html, notes: release.document.notes };
const FORMS = {
  release: {
    texts: release.texts,
    forms: {
      page: releasePage(context, release.document),
      md: releaseMarkdown(release.document, markdown),
      txt: releaseText(release.document),
      feed: feedHtml(release.document),
      version: versionText(release.document),
      API: releaseResource(site, release.document, NOW),
    },
  },
  event: {
    texts: event.texts,
    forms: {
      page: eventPage(context, event.document),
      version: versionText(event.document),
      API: JSON.stringify(eventResource(site, event.document, NOW)),
    },
  },
  kit: {
    texts: kit.texts,
    forms: {
      page: kitPage(context, kit.document, { page: 1, pages: 1 }),
      version: versionText(kit.document),
      API: kitResource(site, kit.document, 1, NOW),
    },
  },
  page: {
    texts: page.texts,
    forms: { page: organisationPage(context, page.document), version: versionText(page.document) },
  },
};

/** Texts that a form leaves out, and why; `*` stands for every kind of document. */
const LEFT_OUT: readonly { at: RegExp; forms: readonly string[]; why: string }[] = [
  { at: /^title$/, forms: ["feed"], why: "An entry has its title beside its text." },
  {
    at: /^(contacts|corrections)\[\]/,
    forms: ["feed", "version"],
    why: "An entry has its corrections on top; contacts are of site.yaml, and a correction tells of a change.",
  },
  { at: /^topics\[\]/, forms: ["md", "txt", "feed", "version"], why: "A topic is of site.yaml." },
  { at: /^goals\[\]/, forms: ["version"], why: "The words of a target are of site.yaml." },
  {
    at: /^series\.title$/,
    forms: ["version"],
    why: "A series has words of its own, which all its editions show.",
  },
  { at: /^assets\[\]\.licence\.name$/, forms: ["version"], why: "The name of a licence is of site.yaml." },
  {
    at: /^assets\[\]\.licence\.terms$/,
    forms: ["page", "version", "API"],
    why: "The usage terms of a file are those of its licence where it has none of its own.",
  },
  {
    at: /^figures\[\]\.supersededBy\.release\.title$/,
    forms: ["API"],
    why: "The API leads to the newer figure by its id.",
  },
  {
    at: /^(related\[\]|kit|event|figures\[\]\.supersededBy(\.release)?)\.(title|value)$/,
    forms: ["md", "txt", "feed", "version"],
    why: "It may lift later than this document: only what is made anew for each request tells of it.",
  },
  { at: /^image\./, forms: ["md", "txt", "feed"], why: "Texts and feeds show no picture of the head." },
  {
    at: /^places\[\]\.sessions\[\]$/,
    forms: ["page", "version"],
    why: "Ids of sessions, which have titles.",
  },
];

const isLeftOut = (at: string, form: string): boolean =>
  LEFT_OUT.some((each) => each.at.test(at) && each.forms.includes(form));

describe.each(Object.entries(FORMS))("a document of kind %s", (_, { texts, forms }) => {
  test.each(Object.entries(forms))("has every text of its schema in the form %s", (form, written) => {
    const lower = written.toLowerCase(); // titles stand in capitals in plain text
    const missing = texts.filter(({ at, word }) => !isLeftOut(at, form) && !lower.includes(word));
    expect(missing.map(({ at }) => at)).toEqual([]);
  });

  test.each(Object.entries(forms))(
    "leaves out of the form %s what this page says, and no more",
    (form, written) => {
      const lower = written.toLowerCase();
      const shown = texts.filter(({ at, word }) => isLeftOut(at, form) && lower.includes(word));
      expect(shown.map(({ at }) => at)).toEqual([]);
    },
  );
});

test("every rule about what is left out is about a text that there is", () => {
  const all = Object.values(FORMS).flatMap(({ texts }) => texts.map(({ at }) => at));
  expect(LEFT_OUT.filter(({ at }) => !all.some((each) => at.test(each)))).toEqual([]);
});

test("texts of a release stand in one order on its page and in its other forms", () => {
  const { texts, forms } = FORMS.release;
  const [, article = ""] = /<article>([\s\S]*)<\/article>/.exec(forms.page) ?? [];
  // beside the text on the page are contacts, changes and topics; who said something stands before the words, or after
  const ofOutline = texts.filter(
    ({ at }) => !/^(contacts|corrections|topics|statements\[\]\.(speaker|role))/.test(at),
  );
  const orderIn = (written: string) =>
    ofOutline
      .map(({ word }) => ({ word, at: written.toLowerCase().indexOf(word) }))
      .filter(({ at }) => at >= 0)
      .sort((one, other) => one.at - other.at)
      .map(({ word }) => word);
  const onPage = orderIn(article);
  for (const form of ["md", "txt", "feed", "version"] as const) {
    const order = orderIn(forms[form]);
    expect(order, form).toEqual(onPage.filter((word) => order.includes(word)));
  }
});
