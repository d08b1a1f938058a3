import { describe, expect, it } from "vitest";
import { eventJsonLd } from "../../../functions/rendering/structured-data/event.ts";
import type { JsonLdNode } from "../../../functions/rendering/structured-data/json-ld.ts";
import { kitJsonLd } from "../../../functions/rendering/structured-data/kit.ts";
import { releaseJsonLd } from "../../../functions/rendering/structured-data/release.ts";
import { organisationPageJsonLd, websiteJsonLd } from "../../../functions/rendering/structured-data/site.ts";
import {
  eventDocument,
  kitDocument,
  pageDocument,
  pastEventDocument,
  releaseDocument,
  siteDocument,
} from "../../worlds/documents/documents.ts";
import { tellingAssets } from "../../worlds/documents/kit-assets.ts";

const NOW = "2027-01-01T00:00:00Z";
const site = siteDocument();
/** As a machine reads it: what is undefined is not there. */
const read = (node: JsonLdNode) => JSON.parse(JSON.stringify(node))["@graph"];

describe("a release as a NewsArticle", () => {
  const [article, trail] = read(releaseJsonLd(site, releaseDocument()));

  it("tells its times with the offset of its zone", () => {
    expect(article.datePublished).toBe("2020-07-30T14:00:00+06:00");
    expect(article.dateModified).toBe("2020-08-03T10:30:00+06:00");
  });

  it("has what search engines ask of an article", () => {
    expect(article).toMatchObject({
      "@type": "NewsArticle",
      headline: releaseDocument().title,
      inLanguage: "en",
      isAccessibleForFree: true,
      author: { "@type": "Organization", name: site.organisation },
      mainEntityOfPage: "https://newsroom.example/en/releases/world-day-2020",
    });
    expect(article.publisher["@id"]).toBe(article.author["@id"]);
    expect(article.image[0].url).toMatch(/^https:\/\/newsroom\.example\/media\//);
  });

  it("tells its corrections, and nothing of them when there are none", () => {
    expect(article.correction[0]).toMatchObject({ "@type": "CorrectionComment" });
    const [plain] = read(releaseJsonLd(site, releaseDocument("en", { corrections: [] })));
    expect(plain).not.toHaveProperty("correction");
  });

  it("shows the way from the front page", () => {
    expect(trail.itemListElement.map((step: JsonLdNode) => step.item)).toEqual([
      "https://newsroom.example/en/",
      "https://newsroom.example/en/releases",
      "https://newsroom.example/en/releases/world-day-2020",
    ]);
  });
});

describe("an event", () => {
  it("is held in a hall and online when its places say so, and each session where its own places admit", () => {
    const [event] = read(eventJsonLd(site, eventDocument(), NOW));
    expect(event.eventAttendanceMode).toBe("https://schema.org/MixedEventAttendanceMode");
    expect(event.location.map((place: JsonLdNode) => place["@type"])).toEqual(["Place", "VirtualLocation"]);
    expect(event.subEvent[1].eventAttendanceMode).toBe("https://schema.org/OfflineEventAttendanceMode");
    expect(event.startDate).toBe("2027-07-30T10:00:00+05:00");
  });

  it("was at UTC+06:00 in 2020, in its city, and links to its recording once that is out", () => {
    const document = pastEventDocument();
    const out = document.recording?.publishAt ?? NOW;
    const [event] = read(eventJsonLd(site, document, out));
    expect(event.startDate).toBe("2020-07-30T11:00:00+06:00");
    expect(event.location).toMatchObject([{ "@type": "Place", address: { addressLocality: document.city } }]);
    expect(event.recordedIn).toMatchObject({ "@type": "VideoObject", url: document.recording?.url });
    const [before] = read(eventJsonLd(site, document, "2020-07-30T05:30:00Z"));
    expect(before).not.toHaveProperty("recordedIn");
  });

  it.each([
    ["many", "InStock"],
    ["few", "LimitedAvailability"],
    ["waiting-list", "SoldOut"],
  ] as const)(
    "offers a place of which one knows that seats left are %s as %s, without a price",
    (level, term) => {
      const [event] = read(eventJsonLd(site, eventDocument(), NOW, new Map([["online", level]])));
      expect(event.offers).toEqual([
        {
          "@type": "Offer",
          name: eventDocument().places[1]?.title,
          url: "https://newsroom.example/en/register/world-day-2027?place=online",
          price: 0,
          priceCurrency: "USD",
          availability: `https://schema.org/${term}`,
          validFrom: "2027-05-01T09:00:00+05:00",
          validThrough: "2027-07-30T10:00:00+05:00",
        },
      ]);
      const [unknown] = read(eventJsonLd(site, eventDocument(), NOW));
      expect(unknown).not.toHaveProperty("offers");
    },
  );

  it.each([
    ["cancelled", "EventCancelled"],
    ["postponed", "EventPostponed"],
  ] as const)("says that it is %s, its sessions too", (status, told) => {
    const [event] = read(eventJsonLd(site, eventDocument("en", { status }), NOW));
    expect(event.eventStatus).toBe(`https://schema.org/${told}`);
    expect(event.subEvent[0].eventStatus).toBe(`https://schema.org/${told}`);
  });
});

describe("a kit", () => {
  const document = kitDocument();
  const [collection] = read(kitJsonLd(site, document));

  it("tells of every file who made it, how to credit it and where its terms are", () => {
    expect(collection.hasPart).toHaveLength(document.assets.length);
    for (const part of collection.hasPart) {
      expect(part).toMatchObject({ creditText: expect.any(String), creator: { name: expect.any(String) } });
      for (const address of [part.contentUrl, part.license, part.acquireLicensePage])
        expect(address).toMatch(/^https:\/\//);
    }
  });

  it("tells of a picture what image search shows, and the bytes that it can show", () => {
    expect(collection.hasPart[0]).toMatchObject({
      "@type": "ImageObject",
      contentUrl: `https://newsroom.example/media/${"2".repeat(64)}/heart-web.jpg`,
      encodingFormat: "image/jpeg",
      contentSize: "310120 B",
      sha256: "2".repeat(64),
      width: 1600,
      height: 1067,
      dateCreated: "2026-09",
      creditText: "Dateline sample artwork",
      copyrightNotice: "© 2026 Dateline",
      license: "https://creativecommons.org/licenses/by/4.0/",
      acquireLicensePage: "https://newsroom.example/en/kits/world-day#asset-heart",
      contentLocation: { "@type": "Place", name: "Astana", address: { addressCountry: "KZ" } },
      digitalSourceType: "https://schema.org/AlgorithmicMediaDigitalSource",
    });
  });

  it("tells of a clip its length, its poster, its words and its captions", () => {
    const clip = collection.hasPart[3];
    expect(clip).toMatchObject({
      "@type": "VideoObject",
      duration: "PT30S",
      uploadDate: "2020-07-30T14:00:00+06:00",
      thumbnailUrl: expect.stringMatching(/clip-poster\.jpg$/),
      transcript: document.assets[3]?.transcript,
    });
    expect(clip.caption.map(({ inLanguage }: JsonLdNode) => inLanguage)).toEqual(["en", "ru", "kk"]);
  });

  it("tells no address of the bytes of someone who must not be found", () => {
    const [{ hasPart }] = read(kitJsonLd(site, kitDocument("en", { assets: tellingAssets("en") })));
    const portrait = hasPart.find(({ url }: { url: string }) => url.endsWith("#asset-portrait"));
    expect(portrait).toMatchObject({ creditText: expect.any(String), license: expect.any(String) });
    expect(JSON.stringify(portrait)).not.toContain("/media/");
  });

  it("points to the asset on the page where its licence has no address", () => {
    const assets = document.assets.map(({ licence: { url: _, ...licence }, ...asset }) => ({
      ...asset,
      licence,
    }));
    const [without] = read(kitJsonLd(site, { ...document, assets }));
    expect(without.hasPart[0].license).toBe(
      `https://newsroom.example${document.path}#asset-${assets[0]?.id}`,
    );
  });
});

it("the front page tells who runs the newsroom and how the press reaches them", () => {
  const [website, organisation] = read(websiteJsonLd(site));
  expect(website.publisher["@id"]).toBe(organisation["@id"]);
  expect(organisation.contactPoint).toMatchObject({ contactType: "press", email: site.contact.email });
});

it("a page of the organisation belongs to the website", () => {
  const [page] = read(organisationPageJsonLd(site, pageDocument()));
  const [website] = read(websiteJsonLd(site));
  expect(page.isPartOf["@id"]).toBe(website["@id"]);
});
