import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { translationHash } from "../../../functions/workflows/content/read/text-file.ts";

/** Files of a content folder by their path in it; null leaves one of the small newsroom's own out. */
export type ContentFiles = Record<string, string | Uint8Array | null>;

export const RELEASE_ID = "5f0c7b1e-8a3d-4f6b-9c2e-1d2a3b4c5d6e";
export const EVENT_ID = "0b9a7c52-6a3e-4e0f-8d4c-2f1e0d9c8b7a";
export const KIT_ID = "c2b1a090-7f6e-4d5c-8b4a-39281706f5e4";
export const PAGE_ID = "9d8c7b6a-5f4e-4d3c-8b2a-190807060504";

/** Front matter; `undefined` leaves a field out. */
export type Fields = Record<string, unknown>;

/** The text of a language file. */
export function words(fields: Fields, body = ""): string {
  return `---\n${Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join("")}---\n\n${body}`;
}

const title = (en: string) => `{ en: ${en}, ru: ${en} по-русски, kk: ${en} қазақша }`;

/** Says of pictures that a file shows that nobody can be recognised in them. */
export const showsNobody = (...files: readonly string[]): string =>
  `pictures:\n${files.map((file) => `  - { file: ${file}, people: none }\n`).join("")}`;

const SITE = `name: ${title("Newsroom")}
organisation: ${title("Organisation")}
tagline: ${title("What it does")}
authority: newsroom.example.org
zone: Asia/Almaty
image:
  file: share.png
  alt: ${title("Name of the newsroom")}
navigation: [about]
topics:
  - id: protection
    title: ${title("Protection")}
    description: ${title("On protection")}
  - id: data
    title: ${title("Data")}
    description: ${title("On data")}
goals:
  - id: "5.2"
    title: ${title("End violence")}
series:
  - id: world-day
    title: ${title("World Day")}
contacts:
  - id: press
    name: ${title("Press office")}
    phone: +7 7172 00 00 00
    email: press@example.org
    hours: ${title("Weekdays")}
    languages: [en, ru, kk]
licences:
  - id: cc-by-4-0
    name: ${title("CC BY")}
    terms: ${title("Name the author")}
security:
  contact: security@example.org
${showsNobody("share.png")}`;

const RELEASE = `id: ${RELEASE_ID}
source: en
publishAt: 2020-07-30T12:00
topics: [protection]
contacts: [press]
goals: ["5.2"]
kit: photos
event: press-day
figures:
  - id: cases
    number: 69
    asOf: 2020-07
statements:
  - id: director
    kind: paraphrase
`;

const releaseWords = (language: string, translationOf?: string) =>
  words(
    {
      title: `Release ${language}`,
      summary: `Summary ${language}`,
      translationOf,
      city: "Astana",
      figures: { cases: { value: "69", label: "cases", source: "Ministry" } },
      statements: { director: { speaker: "A. Speaker", role: "Director", text: "It was said." } },
      notes: "See [all releases](/en/releases).",
    },
    `There were 69 cases in ${language}.\n\n## Background\n\nMore on [the organisation](/en/about).\n`,
  );

const EVENT = `id: ${EVENT_ID}
source: en
publishAt: 2020-07-01T10:00
topics: [protection]
contacts: [press]
series: world-day
start: 2020-07-30T11:00
end: 2020-07-30T12:00
sessions:
  - { id: opening, start: 2020-07-30T11:00, end: 2020-07-30T12:00, languages: [en] }
places:
  - { id: press-room, sessions: [opening], mode: in-person, audience: press, approval: true, capacity: 40 }
`;

const eventWords = (language: string, translationOf?: string) =>
  words(
    {
      title: `Event ${language}`,
      summary: `Summary ${language}`,
      translationOf,
      city: "Astana",
      sessions: { opening: { title: "Opening" } },
      places: { "press-room": { title: "Press room" } },
    },
    "All are welcome.\n",
  );

const KIT = `id: ${KIT_ID}
source: en
publishAt: 2020-07-01T10:00
topics: [protection]
contacts: [press]
assets:
  - { id: steppe, file: steppe.png, kind: photograph, people: false, creator: A. Maker, created: 2020, licence: cc-by-4-0 }
`;

const kitWords = (language: string, translationOf?: string) =>
  words(
    {
      title: `Kit ${language}`,
      summary: `Summary ${language}`,
      translationOf,
      assets: { steppe: { headline: "Steppe", caption: "The steppe.", alt: "Grass", credit: "A. Maker" } },
    },
    "Files.\n",
  );

const PAGE = `id: ${PAGE_ID}\nsource: en\ncontacts: [press]\n`;

const pageWords = (language: string, translationOf?: string) =>
  words({ title: `About ${language}`, summary: `Summary ${language}`, translationOf }, "Who we are.\n");

/** A text in English and its reviewed translations; `make` writes the translationOf that it is given. */
export function inThree(
  folder: string,
  make: (language: string, translationOf?: string) => string,
): ContentFiles {
  const source = make("en");
  const hash = translationHash(source);
  return {
    [`${folder}/en.md`]: source,
    [`${folder}/ru.md`]: make("ru", hash),
    [`${folder}/kk.md`]: make("kk", hash),
  };
}

/** A valid newsroom in three languages with one release, one event, one kit and one page. */
export const SMALL_NEWSROOM: ContentFiles = {
  "site.yaml": SITE,
  "releases/first/release.yaml": RELEASE,
  ...inThree("releases/first", releaseWords),
  "events/press-day/event.yaml": EVENT,
  ...inThree("events/press-day", eventWords),
  "media-kits/photos/kit.yaml": KIT,
  ...inThree("media-kits/photos", kitWords),
  "pages/about/page.yaml": PAGE,
  ...inThree("pages/about", pageWords),
};

const pictures = new Map<string, Promise<Uint8Array>>();

/** A picture of one colour, drawn once a process. */
export function picture(width = 1200, height = 630): Promise<Uint8Array> {
  const key = `${width}x${height}`;
  const drawn = pictures.get(key) ?? drawnPicture(width, height);
  pictures.set(key, drawn);
  return drawn;
}

async function drawnPicture(width: number, height: number): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background: "#0b3d5c" } })
    .png()
    .toBuffer();
}

/** Writes the small newsroom, with some files changed, added or left out, into a folder. */
export async function writeContent(directory: string, changes: ContentFiles = {}): Promise<void> {
  const files: ContentFiles = {
    ...SMALL_NEWSROOM,
    "share.png": await picture(),
    "media-kits/photos/steppe.png": await picture(60, 40),
    ...changes,
  };
  for (const [name, content] of Object.entries(files)) writeFile(directory, name, content);
}

/** Writes or, with null, removes one file of a content folder. */
export function writeFile(directory: string, name: string, content: string | Uint8Array | null): void {
  const path = join(directory, name);
  if (content === null) rmSync(path, { force: true });
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
