import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Instant } from "../../../functions/domain/instant.ts";
import { markReviewed } from "../../../functions/workflows/content/mark-reviewed.ts";
import { translationHash } from "../../../functions/workflows/content/read/text-file.ts";
import { listedAsset, takeOutOfContent } from "../../../functions/workflows/takedown/taken-down-content.ts";

/** What happens to the sample content before it is frozen: each step is published at its time. */
export interface ContentStep {
  readonly at: Instant;
  /** Changes files of the folder. */
  readonly edit: (folder: string) => void;
}

const LANGUAGES = ["en", "ru", "kk"] as const;
type Words = Record<(typeof LANGUAGES)[number], string>;

const AUTUMN_EVENT = "a70b1c2d-3e4f-4a5b-8c6d-7e8f90a1b2c3";
const SUMMER_EVENT = "b81c2d3e-4f50-4b6c-9d7e-8f90a1b2c3d4";
const id = (n: number) => `c92d3e4f-5061-4c7d-8e8f-00000000000${n}`;

export const CONTENT_STORY: readonly ContentStep[] = [
  {
    at: "2026-07-05T06:00:00Z",
    edit: (folder) => {
      append(join(folder, "site.yaml"), "hub: https://hub.example.org/\n");
      release(folder, "moved-notice", id(1), {
        title: same("Notice that moves"),
        publishAt: "2026-07-01T10:00",
      });
      release(folder, "gone-notice", id(2), {
        title: same("Notice that goes"),
        publishAt: "2026-07-01T11:00",
      });
      release(folder, "led-notice", id(3), {
        title: same("Notice that leads on"),
        publishAt: "2026-07-01T12:00",
      });
      release(folder, "returned-notice", id(4), {
        title: same("Notice that returns"),
        publishAt: "2026-07-01T13:00",
      });
      release(folder, "lifted-notice", id(5), {
        title: same("Notice that lifts"),
        publishAt: "2026-11-20T10:00",
      });
      event(folder, "summer-meeting", SUMMER_EVENT, { publishAt: "2026-07-01T10:00", day: "2026-08-10" });
    },
  },
  {
    at: "2026-07-20T06:00:00Z",
    edit: (folder) => {
      leaving(folder, "releases/gone-notice", "gone", "2026-07-20T10:00");
      leaving(folder, "releases/led-notice", "redirect", "2026-07-20T10:00", "to: releases/how-to-help");
      leaving(folder, "releases/returned-notice", "withdraw", "2026-07-20T10:00", NOTE);
      renameSync(join(folder, "releases/moved-notice"), join(folder, "releases/moved-notice-2"));
    },
  },
  {
    at: "2026-10-13T06:00:00Z",
    edit: (folder) => {
      correction(folder, "releases/how-to-help", "2026-10-13T10:00");
      inEveryLanguage(folder, "releases/how-to-help", (text) => `${text}\nOne more paragraph (2026).\n`);
      inEveryLanguage(folder, "releases/labour-exploitation", (text) => `${text}\nA small change.\n`);
      event(folder, "autumn-meeting", AUTUMN_EVENT, { publishAt: "2026-10-13T10:00", day: "2026-12-10" });
    },
  },
  {
    at: "2026-11-02T06:00:00Z",
    edit: (folder) => {
      leaving(folder, "releases/shelters-for-victims", "withdraw", "2026-11-02T10:00", NOTE);
      const yaml = join(folder, "releases/returned-notice/release.yaml");
      writeFileSync(yaml, readFileSync(yaml, "utf8").replace(/leaving:[\s\S]*$/, ""));
      correction(folder, "releases/returned-notice", "2026-11-02T10:30");
      correction(folder, "events/world-day-2027", "2026-11-02T10:30");
      append(join(folder, "releases/moved-notice-2/release.yaml"), "redactions:\n  - at: 2026-11-02T10:40\n");
      release(folder, "embargoed-notice", id(6), {
        title: same("Notice under embargo"),
        publishAt: "2027-02-01T10:00",
        more: "related: [how-to-help, world-day-2020-25-years]\nkit: world-day-2020\n",
      });
      event(folder, "embargoed-meeting", id(7), { publishAt: "2027-02-01T10:00", day: "2027-05-10" });
      release(folder, "draft-notice", id(8), {
        title: same("Notice in draft"),
        publishAt: "2027-02-02T10:00",
        more: "draft: true\n",
      });
      replace(
        join(folder, "releases/world-day-2020-25-years/release.yaml"),
        "related:\n",
        "related:\n  - embargoed-notice\n",
      );
    },
  },
];

/** Edits of the last morning: nobody has announced them when the state is frozen. */
export const LAST_EDITS: readonly ContentStep[] = [
  {
    at: "2026-12-01T04:30:00Z",
    edit: (folder) =>
      inEveryLanguage(folder, "releases/online-marathon-2020", (text) => `${text}\nAn afterthought.\n`),
  },
  {
    at: "2026-12-01T05:00:00Z",
    edit: (folder) => inEveryLanguage(folder, "pages/our-work", (text) => `${text}\nOne line more.\n`),
  },
];

/** The asset of the sample kit that is taken down after all that. */
export const TAKEN_DOWN = {
  at: "2026-11-10T06:00:00Z",
  kit: "world-day-2020",
  asset: "yurt-at-night",
  listed: (folder: string) => listedAsset(join(folder, "media-kits/world-day-2020"), "yurt-at-night"),
  edit: (folder: string) => {
    const kit = join(folder, "media-kits/world-day-2020");
    takeOutOfContent(kit, listedAsset(kit, "yurt-at-night"), "2026-11-10T11:00");
  },
};

const NOTE = `note: ${yamlOf(same("It was no longer right."))}`;

function same(en: string): Words {
  return { en, ru: `${en} по-русски`, kk: `${en} қазақша` };
}

function yamlOf({ en, ru, kk }: Words): string {
  return `{ en: "${en}", ru: "${ru}", kk: "${kk}" }`;
}

function release(
  folder: string,
  slug: string,
  own: string,
  { title, publishAt, more = "" }: { title: Words; publishAt: string; more?: string },
): void {
  const base = `releases/${slug}`;
  write(
    join(folder, base, "release.yaml"),
    `id: ${own}\nsource: en\nzone: Asia/Almaty\npublishAt: ${publishAt}\ntopics: [partnerships]\ncontacts: [press-office]\n${more}`,
  );
  texts(folder, base, (language) => [
    `title: "${title[language]}"\nsummary: "A short summary in ${language}."\ncity: Astana\n`,
    `It is said **here** in ${language}, with “quotes” and a [link](/${language}/who-we-are).\n\n## More\n\n- one\n- two\n`,
  ]);
}

/** An event with places of every kind, few seats and two questions. */
function event(
  folder: string,
  slug: string,
  own: string,
  { publishAt, day }: { publishAt: string; day: string },
): void {
  const base = `events/${slug}`;
  const place = (name: string, audience: string, capacity: number, more = "") =>
    `  - { id: ${name}, sessions: [talk], mode: in-person, audience: ${audience}, capacity: ${capacity}${more} }\n`;
  write(
    join(folder, base, "event.yaml"),
    `id: ${own}
source: en
zone: Asia/Almaty
publishAt: ${publishAt}
topics: [partnerships]
contacts: [press-office]
start: ${day}T10:00
end: ${day}T12:00
sessions:
  - { id: talk, start: ${day}T10:00, end: ${day}T12:00, languages: [en, ru] }
places:
${place("hall", "public", 3)}${place("press", "press", 2, ", approval: true")}${place("invited", "invitation", 3)}  - { id: online, sessions: [talk], mode: online, audience: public, capacity: 50, joining: "https://example.org/join" }
registration:
  reminderHours: 336
  questions:
    - { id: listening, kind: choice, places: [hall], options: [en, ru] }
    - { id: wishes, kind: text, keepDays: 30 }
`,
  );
  const places = ["hall", "press", "invited", "online"]
    .map((name) => `  ${name}: { title: "Place ${name}", note: "Bring a document." }\n`)
    .join("");
  texts(folder, base, (language) => [
    `title: "Meeting ${slug} in ${language}"
summary: "A meeting in ${language}."
city: Astana
venue: { name: "Library", address: "2 Street" }
sessions:
  talk: { title: "Talk" }
places:
${places}questions:
  listening: { label: "Which language?", purpose: "For headsets.", options: { en: "English", ru: "Russian" } }
  wishes: { label: "Any wishes?", purpose: "For the speakers." }
`,
    "All are welcome.\n",
  ]);
}

function texts(
  folder: string,
  base: string,
  make: (language: (typeof LANGUAGES)[number]) => [front: string, body: string],
): void {
  for (const language of LANGUAGES) {
    const [front, body] = make(language);
    write(join(folder, base, `${language}.md`), `---\n${front}---\n\n${body}`);
  }
  review(folder, base);
}

/** Changes the body of every language, and marks the translations as made from their present source. */
function inEveryLanguage(folder: string, base: string, change: (text: string) => string): void {
  for (const language of LANGUAGES) {
    const file = join(folder, base, `${language}.md`);
    writeFileSync(file, change(readFileSync(file, "utf8")));
  }
  review(folder, base);
}

function review(folder: string, base: string): void {
  const hash = translationHash(readFileSync(join(folder, base, "en.md"), "utf8"));
  for (const language of ["ru", "kk"]) {
    const file = join(folder, base, `${language}.md`);
    writeFileSync(file, markReviewed(readFileSync(file, "utf8"), hash) ?? "");
  }
}

function leaving(folder: string, base: string, verb: string, at: string, more?: string): void {
  const lines = [`leaving:`, `  verb: ${verb}`, `  at: ${at}`, ...(more ? [`  ${more}`] : [])];
  append(join(folder, base, "release.yaml"), `${lines.join("\n")}\n`);
}

function correction(folder: string, base: string, at: string): void {
  const file = base.startsWith("events") ? "event.yaml" : "release.yaml";
  const note = yamlOf(same("A figure was put right."));
  append(join(folder, base, file), `corrections:\n  - at: ${at}\n    note: ${note}\n`);
}

function append(file: string, text: string): void {
  writeFileSync(file, readFileSync(file, "utf8") + text);
}

function replace(file: string, from: string, to: string): void {
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(file, text.replace(from, to));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
