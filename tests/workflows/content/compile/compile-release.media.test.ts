import { describe, expect, it } from "vitest";
import type { ManifestDocument } from "../../../../functions/workflows/manifest.ts";
import { bodyAt, compiled, documentAt } from "../../../worlds/content/compiled.ts";
import { EVENT_ID, KIT_ID, RELEASE_ID, SMALL_NEWSROOM } from "../../../worlds/content/small-newsroom.ts";

const keysOf = ({ items }: ManifestDocument) => items.map(({ key }) => `${key.pk} ${key.sk}`);

describe("a release", () => {
  it("is a document in each language with its instants in UTC", async () => {
    const unit = await compiled("releases/first");
    expect(bodyAt(unit, "/ru/releases/first")).toMatchObject({
      kind: "release",
      id: RELEASE_ID,
      slug: "first",
      language: "ru",
      title: "Release ru",
      publishAt: "2020-07-30T06:00:00Z",
      updated: "2020-07-30T06:00:00Z",
      zone: "Asia/Almaty",
      html: '<p>There were 69 cases in ru.</p>\n<h2 id="text-background">Background</h2>\n<p>More on <a href="/en/about">the organisation</a>.</p>',
      notes: '<p>See <a href="/en/releases">all releases</a>.</p>',
      figures: [
        { id: "cases", value: "69", number: 69, label: "cases", source: "Ministry", asOf: "2020-07" },
      ],
      statements: [{ id: "director", kind: "paraphrase", date: "2020-07-30" }],
      goals: [{ id: "5.2", title: "End violence по-русски" }],
      topics: [{ id: "protection", title: "Protection по-русски" }],
      kit: { id: KIT_ID, path: "/ru/kits/photos", title: "Kit ru", publishAt: "2020-07-01T04:00:00Z" },
      event: { id: EVENT_ID, path: "/ru/events/press-day", title: "Event ru" },
      translations: [
        { language: "en", path: "/en/releases/first" },
        { language: "ru", path: "/ru/releases/first" },
        { language: "kk", path: "/kk/releases/first" },
      ],
    });
  });

  it("stands with its forms and its entries in one transaction", async () => {
    const document = documentAt(await compiled("releases/first"), "/en/releases/first");
    const at = `2020-07-30T06:00:00Z#${RELEASE_ID}`;
    expect(keysOf(document)).toEqual([
      "/en/releases/first document",
      "/en/releases/first form#md",
      "/en/releases/first form#txt",
      `list#en#releases ${at}`,
      `list#en#topic:protection ${at}`,
      `list#en#feed ${at}`,
      `list#en#feed:protection ${at}`,
    ]);
    expect(document.changes.map(({ list, id }) => [list, id])).toEqual([["changes:releases", RELEASE_ID]]);
    expect(document.items.every((item) => item.publishAt === "2020-07-30T06:00:00Z")).toBe(true);
  });

  it("has an address in the API, and so has each figure and statement in all its languages", async () => {
    const unit = await compiled("releases/first");
    expect(bodyAt(unit, `/api/v1/releases/${RELEASE_ID}`)).toMatchObject({ kind: "pointer" });
    expect(bodyAt(unit, "/api/v1/figures/cases")).toMatchObject({
      kind: "figure-record",
      translations: [{ language: "en" }, { language: "ru" }, { language: "kk" }],
    });
    expect(keysOf(documentAt(unit, "/api/v1/statements/director"))).toEqual([
      "/api/v1/statements/director document",
      "list#en#statements 2020-07-30T06:00:00Z#director",
      "list#ru#statements 2020-07-30T06:00:00Z#director",
      "list#kk#statements 2020-07-30T06:00:00Z#director",
    ]);
  });

  it("is a signpost where it is not translated, and listed there in the language of its source", async () => {
    const unit = await compiled("releases/first", { "releases/first/kk.md": null });
    const signpost = documentAt(unit, "/kk/releases/first");
    expect(bodyAt(unit, "/kk/releases/first")).toMatchObject({
      kind: "untranslated",
      translations: [{ path: "/en/releases/first" }, { path: "/ru/releases/first", language: "ru" }],
    });
    const [, listed] = signpost.items;
    expect(JSON.parse(listed?.body ?? "")).toMatchObject({
      language: "en",
      path: "/en/releases/first",
      title: "Release en",
    });
    expect(keysOf(signpost).some((key) => key.includes("#feed"))).toBe(false);
  });

  it("carries the notes of its corrections and moves its time of update", async () => {
    const corrected =
      "corrections:\n  - { at: 2020-07-31T09:30, note: { en: It was 69., ru: Было 69., kk: 69. } }\n";
    const unit = await compiled("releases/first", {
      "releases/first/release.yaml": `${SMALL_NEWSROOM["releases/first/release.yaml"]}${corrected}`,
    });
    expect(bodyAt(unit, "/ru/releases/first")).toMatchObject({
      updated: "2020-07-31T03:30:00Z",
      corrections: [{ at: "2020-07-31T03:30:00Z", note: "Было 69." }],
    });
  });

  it("points from an older figure to the newer one with the instant at which that is out", async () => {
    const older = `id: 11111111-2222-4333-8444-555555555555
source: en
publishAt: 2019-07-30T12:00
topics: [data]
contacts: [press]
figures: [{ id: cases-2019, number: 50, asOf: 2019, supersededBy: cases }]
`;
    const text = `---
title: Older
summary: Older.
city: Astana
figures: { cases-2019: { value: "50", label: cases, source: Ministry } }
---
There were 50 cases.`;
    const unit = await compiled("releases/older", {
      "releases/older/release.yaml": older,
      "releases/older/en.md": text,
    });
    expect(bodyAt(unit, "/en/releases/older")).toMatchObject({
      figures: [
        {
          supersededBy: {
            id: "cases",
            value: "69",
            release: { path: "/en/releases/first", publishAt: "2020-07-30T06:00:00Z" },
          },
        },
      ],
    });
  });
});
