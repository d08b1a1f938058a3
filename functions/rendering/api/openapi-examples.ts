import { downloadPath, mediaPath, publicationPath } from "../../domain/addresses.ts";
import type { EventDocument } from "../../domain/documents/event.ts";
import { type Asset, type KitDocument, originalOf } from "../../domain/documents/kit.ts";
import type { Reference, Translation } from "../../domain/documents/parts.ts";
import type { Figure, ReleaseDocument, Statement } from "../../domain/documents/release.ts";
import type { ApiSite } from "./api-links.ts";
import { figureAlone, statementAlone } from "./citable-resources.ts";
import { eventResource, eventSummary } from "./event-resource.ts";
import { kitResource, kitSummary } from "./kit-resource.ts";
import { releaseResource, releaseSummary } from "./release-resource.ts";

/**
 * The examples of the OpenAPI document: a small newsroom told by the functions that tell the real one, so that an
 * example cannot show what the API does not answer.
 */

const site: ApiSite = {
  address: "https://newsroom.example",
  organisation: "International Organization for Migration",
};
const RELEASED = "2020-07-30T08:00:00Z";
const SHOWN = "2027-01-01T00:00:00Z";

const id = (n: number) => `5f0c7b1e-8a3d-4f6b-9c2e-00000000000${n}`;
const releasePath = publicationPath("en", "release", "counter-trafficking-25-years");
const eventPath = publicationPath("en", "event", "world-day-2027");
const kitPath = publicationPath("en", "kit", "world-day");

const common = (n: number, path: string) => ({
  id: id(n),
  entryId: id(n + 5),
  slug: path.split("/").at(-1) ?? "",
  language: "en" as const,
  path,
  publishAt: RELEASED,
  updated: RELEASED,
  zone: "Asia/Almaty",
  topics: [{ id: "counter-trafficking", title: "Counter-trafficking" }],
  contacts: [
    {
      name: "Press office",
      phone: "+7 7172 00 00 00",
      email: "press@newsroom.example",
      hours: "Monday to Friday, 9:00 to 18:00",
      zone: "Asia/Almaty",
      languages: ["en" as const, "ru" as const],
    },
  ],
  related: [],
  corrections: [],
  translations: [
    { language: "en", path },
    { language: "ru", path: path.replace("/en/", "/ru/") },
  ] satisfies Translation[],
});

const release: Reference = {
  id: id(1),
  path: releasePath,
  title: "IOM marks 25 years of counter-trafficking work",
  language: "en",
  publishAt: RELEASED,
};

const figure: Figure = {
  id: "nationalities",
  value: "175",
  number: 175,
  label: "nationalities in the global data hub on human trafficking",
  source: "IOM",
  asOf: "2020-07",
};

const statement: Statement = {
  id: "hajiyev-pandemic",
  kind: "paraphrase",
  speaker: "Zeynal Hajiyev",
  role: "IOM Sub-Regional Coordinator for Central Asia",
  text: "The pandemic has made migrants easier prey for traffickers.",
  date: "2020-07-30",
};

const releaseDocument: ReleaseDocument = {
  kind: "release",
  ...common(1, releasePath),
  title: release.title,
  summary: "A press conference in Nur-Sultan marked the World Day Against Trafficking in Persons.",
  html: "<p>A press conference in Nur-Sultan marked the day.</p>",
  city: "Nur-Sultan",
  goals: [{ id: "8.7", title: "End forced labour and trafficking" }],
  figures: [figure],
  statements: [statement],
};

const eventDocument: EventDocument = {
  kind: "event",
  ...common(2, eventPath),
  title: "World Day Against Trafficking in Persons 2027",
  summary: "Press conference and round table.",
  html: "<p>The programme.</p>",
  city: "Astana",
  status: "scheduled",
  series: { id: "world-day", title: "World Day Against Trafficking in Persons" },
  start: "2027-07-30T05:00:00Z",
  end: "2027-07-30T08:00:00Z",
  venue: { name: "Press centre", address: "1 Example Street" },
  sessions: [
    {
      id: "press-conference",
      title: "Press conference",
      start: "2027-07-30T05:00:00Z",
      end: "2027-07-30T06:00:00Z",
      languages: ["en", "ru", "kk"],
      speakers: [{ name: "To be announced" }],
    },
  ],
  places: [
    {
      id: "press-hall",
      title: "Press, in person",
      sessions: ["press-conference"],
      mode: "in-person",
      audience: "press",
      capacity: 40,
      approval: true,
      opens: "2027-05-01T04:00:00Z",
      closes: "2027-07-28T13:00:00Z",
    },
  ],
  calendar: { uid: `${id(2)}@newsroom.example`, sequence: 0 },
  sample: "Sample event.",
};

const asset: Asset = {
  id: "blue-heart",
  file: "blue-heart.png",
  kind: "graphic",
  renditions: [
    {
      name: "original",
      mediaType: "image/png",
      bytes: 48_213,
      width: 1600,
      height: 1200,
      path: mediaPath("3f1c".repeat(16), "blue-heart.png"),
      download: downloadPath("world-day", "blue-heart.png"),
    },
    {
      name: "web-jpeg",
      mediaType: "image/jpeg",
      bytes: 31_904,
      width: 1600,
      height: 1200,
      path: mediaPath("5d22".repeat(16), "blue-heart-web.jpg"),
      download: downloadPath("world-day", "blue-heart-web.jpg"),
    },
    {
      name: "thumbnail",
      mediaType: "image/webp",
      bytes: 4_210,
      width: 400,
      height: 300,
      path: mediaPath("b".repeat(64), "blue-heart-thumbnail.webp"),
    },
  ],
  headline: "The blue heart",
  caption: "The symbol of solidarity with victims of trafficking.",
  alt: "A blue heart.",
  credit: "Dateline",
  creator: "Dateline",
  source: "Dateline",
  copyright: "© 2026 Dateline",
  place: { country: "KZ", name: "Astana" },
  digitalSourceType: "algorithmicMedia",
  specialInstructions: "Do not crop.",
  created: "2026",
  licence: { id: "cc-by-4.0", name: "CC BY 4.0", terms: "Free to use with credit." },
  usageTerms: "Free to use with credit.",
  captions: [],
  publishAt: RELEASED,
};

const kitDocument: KitDocument = {
  kind: "kit",
  ...common(3, kitPath),
  title: "World Day media kit",
  summary: "Artwork for the day.",
  html: "<p>Free to use with credit.</p>",
  assetCount: 1,
  totalBytes: originalOf(asset).bytes,
  assets: [asset],
  archives: [
    {
      name: "kit",
      file: "world-day.zip",
      fileCount: 1,
      bytes: 49_102,
      path: mediaPath("7a0e".repeat(16), "world-day.zip"),
      download: downloadPath("world-day", "world-day.zip"),
      publishAt: RELEASED,
    },
  ],
};

/** The same documents as list entries: what an entry has beyond its document is told by its kind. */
const releaseEntry = { ...releaseDocument, corrected: false };
const eventEntry = { ...eventDocument, modes: ["in-person" as const] };
const figureEntry = { kind: "figure", language: "en", publishAt: RELEASED, figure, release } as const;
const statementEntry = {
  kind: "statement",
  language: "en",
  publishAt: RELEASED,
  statement,
  release,
} as const;

interface Example {
  readonly listed: object;
  readonly item: unknown;
  readonly id: string;
}

export const EXAMPLES = {
  releases: {
    id: id(1),
    listed: releaseSummary(site, releaseEntry),
    item: JSON.parse(releaseResource(site, releaseDocument, SHOWN)),
  },
  events: {
    id: id(2),
    listed: eventSummary(site, eventEntry),
    item: JSON.parse(eventResource(site, eventDocument, SHOWN, new Map([["press-hall", "few"]]))),
  },
  kits: {
    id: id(3),
    listed: kitSummary(site, kitDocument, SHOWN),
    item: JSON.parse(kitResource(site, kitDocument, 1, SHOWN)),
  },
  figures: {
    id: figure.id,
    listed: figureAlone(site, figureEntry, SHOWN),
    item: figureAlone(site, figureEntry, SHOWN),
  },
  statements: {
    id: statement.id,
    listed: statementAlone(site, statementEntry),
    item: statementAlone(site, statementEntry),
  },
} as const satisfies Record<string, Example>;
