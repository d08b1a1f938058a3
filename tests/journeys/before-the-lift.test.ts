import { beforeAll, expect, test } from "vitest";
import { type ContentNewsroom, contentNewsroom } from "../worlds/content/content-newsroom.ts";
import {
  type ContentFiles,
  inThree,
  picture,
  SMALL_NEWSROOM,
  words,
} from "../worlds/content/small-newsroom.ts";

/**
 * Two newsrooms with the same content, of which one has more under embargo: a release with figures, statements and a
 * picture, an event of a series, a kit, a single asset, a draft, and neighbours that name all of these. Until the lift
 * the two answer every request with the same bytes and the same headers.
 */
const PUBLISHED = "2026-03-01T09:00:00Z";
const BEFORE = "2026-03-01T10:00:00Z";
const LIFT = "2026-06-01T10:00:00Z";

const text = String;
const id = (n: number) => `5f0c7b1e-8a3d-4f6b-9c2e-00000000000${n}`;
const lifted = (yaml: unknown, own: number) =>
  text(yaml)
    .replace(/id: .*/, `id: ${id(own)}`)
    .replace(/publishAt: .*/, `publishAt: ${LIFT}`);

/** Folders that are under embargo, made from those of the small newsroom. */
function embargoed(from: string, to: string, facts: string, change: (yaml: string) => string): ContentFiles {
  const source = text(SMALL_NEWSROOM[`${from}/en.md`]);
  const secret = (language: string, translationOf?: string) =>
    source
      .replace(/title: .*/, `title: "Zanzibar in ${language}"`)
      .replace(
        /summary: .*\n/,
        `summary: "Zanzibar"\n${translationOf ? `translationOf: "${translationOf}"\n` : ""}`,
      )
      .replaceAll("cases", "zanzibar-cases")
      .replaceAll("director", "zanzibar-director")
      .replace("There were 69 zanzibar-cases", "There were 69 in Zanzibar");
  return {
    [`${to}/${facts}`]: change(text(SMALL_NEWSROOM[`${from}/${facts}`])),
    ...inThree(to, secret),
  };
}

const SECRETS: ContentFiles = {
  ...embargoed("releases/first", "releases/zanzibar", "release.yaml", (yaml) =>
    lifted(yaml, 1)
      .replace("kit: photos", "kit: zanzibar-kit")
      .replace("event: press-day", "event: zanzibar-day")
      .replace("id: cases", "id: zanzibar-cases")
      .replace("id: director", "id: zanzibar-director"),
  ),
  ...embargoed("events/press-day", "events/zanzibar-day", "event.yaml", (yaml) =>
    lifted(yaml, 2).replaceAll("2020-07-30T1", "2027-07-30T1"),
  ),
  ...embargoed("media-kits/photos", "media-kits/zanzibar-kit", "kit.yaml", (yaml) => lifted(yaml, 3)),
  ...embargoed("releases/first", "releases/zanzibar-draft", "release.yaml", (yaml) =>
    `draft: true\n${text(yaml).replace(/id: .*/, `id: ${id(4)}`)}`
      .replace(/figures:[\s\S]*/, "")
      .replace("publishAt: 2020-07-30T12:00", `publishAt: ${PUBLISHED}`),
  ),
};
SECRETS["releases/zanzibar-draft/en.md"] = words(
  { title: "Zanzibar draft", summary: "Zanzibar", city: "Astana" },
  "Zanzibar.\n",
);
SECRETS["releases/zanzibar-draft/ru.md"] = null;
SECRETS["releases/zanzibar-draft/kk.md"] = null;

/** What is public already names what is not: as related, as its kit, as the newer figure. */
const NEIGHBOURS: ContentFiles = {
  "releases/first/release.yaml": text(SMALL_NEWSROOM["releases/first/release.yaml"])
    .replace("asOf: 2020-07", "asOf: 2020-07\n    supersededBy: zanzibar-cases")
    .replace("goals:", "related: [zanzibar]\ngoals:"),
  "events/press-day/event.yaml": text(SMALL_NEWSROOM["events/press-day/event.yaml"]).replace(
    "series:",
    "kit: zanzibar-kit\nseries:",
  ),
};

let plain: ContentNewsroom;
let secret: ContentNewsroom;
let addresses: string[];

beforeAll(async () => {
  plain = await contentNewsroom();
  const steppe = await picture(61, 41);
  secret = await contentNewsroom({
    ...SECRETS,
    ...NEIGHBOURS,
    "media-kits/zanzibar-kit/steppe.png": steppe,
  });
  await plain.publish(PUBLISHED);
  await secret.publish(PUBLISHED);
  addresses = await everyAddress();
});

const LISTS = ["releases", "events", "kits", "figures", "statements"];

/** Every address that the fuller newsroom will ever have, its forms, and all lists with all that they can be asked. */
async function everyAddress(): Promise<string[]> {
  const stored = (await secret.world.items()).map(({ key }) => key.pk).filter((pk) => pk.startsWith("/"));
  const languages = ["en", "ru", "kk"];
  const fixed = languages.flatMap((language) => [
    `/${language}/`,
    ...["releases", "events", "kits"].map((list) => `/${language}/${list}`),
    ...[
      "?topic=protection",
      "?year=2026",
      "?year=2027",
      `?before=${LIFT}_zz`,
      "?before=2027-01-01T00:00:00Z_0",
    ].map((query) => `/${language}/releases${query}`),
    ...["rss", "atom", "json"].flatMap((format) => [
      `/${language}/feed.${format}`,
      `/${language}/topics/protection/feed.${format}`,
    ]),
    `/${language}/events.ics`,
    `/${language}/series/world-day`,
    `/${language}/topics/protection`,
  ]);
  const api = LISTS.flatMap((list) =>
    [
      "",
      "?limit=1",
      "?language=ru",
      "?updatedSince=2020-01-01T00:00:00Z",
      "?limit=1&updatedSince=2020-01-01T00:00:00Z",
    ].map((query) => `/api/v1/${list}${query}`),
  );
  const sitemaps = LISTS.slice(0, 3).flatMap((kind) =>
    ["2020", "2026", "2027", "9999"].map((year) => `/sitemaps/${kind}-${year}-1.xml`),
  );
  const forms = stored.flatMap((path) =>
    [".json", ".md", ".txt", "/changes", "/calendar.ics"].map((end) => path + end),
  );
  return [
    ...new Set([
      ...fixed,
      ...api,
      ...sitemaps,
      "/sitemap.xml",
      "/news-sitemap.xml",
      "/robots.txt",
      ...stored,
      ...forms,
    ]),
  ];
}

async function answerOf(newsroom: ContentNewsroom, now: string, path: string) {
  const answer = await newsroom.at(now).request(path, { headers: { "Accept-Language": "en" } });
  return { path, status: answer.status, headers: [...answer.headers], body: await answer.text() };
}

test("before the lift every answer is that of a newsroom in which nothing waits, to the byte and the header", async () => {
  expect(addresses.filter((path) => path.includes("zanzibar")).length).toBeGreaterThan(50);
  for (const path of addresses)
    expect(await answerOf(secret, BEFORE, path)).toEqual(await answerOf(plain, BEFORE, path));
});

test("at the instant of the lift all of it is there, in every language and form, and nothing of the draft", async () => {
  const [early, late] = ["2026-06-01T09:59:59Z", LIFT];
  for (const path of addresses.filter((each) =>
    /^\/\w\w\/(releases|events|kits)\/zanzibar(-day|-kit)?$/.test(each),
  )) {
    expect((await answerOf(secret, early, path)).status, path).toBe(404);
    expect((await answerOf(secret, late, path)).status, path).toBe(200);
  }
  for (const path of [
    "/ru/",
    "/kk/releases",
    "/en/feed.atom",
    "/sitemap.xml",
    "/api/v1/figures",
    "/en/events/press-day",
  ])
    expect((await answerOf(secret, late, path)).body, path).toMatch(/zanzibar|releases-2026/i);
  for (const path of addresses)
    expect((await answerOf(secret, late, path)).body, path).not.toMatch(/zanzibar[ -]draft/i);
});

test("in the last seconds before the lift, whatever it changes is a whole answer that no cache keeps, asked conditionally or not", async () => {
  const changing: string[] = [];
  for (const path of addresses) {
    const held = await secret.at(BEFORE).request(path);
    const after = await answerOf(secret, LIFT, path);
    if (held.status !== 200 || (await held.text()) === after.body) continue;
    changing.push(path);
    const tag = { "If-None-Match": held.headers.get("ETag") ?? "" };
    const date = { "If-Modified-Since": held.headers.get("Last-Modified") ?? "" };
    for (const [second, headers] of [["57", tag] as const, ["59", date] as const]) {
      const answer = await secret.at(`2026-06-01T09:59:${second}Z`).request(path, { headers });
      expect({ path, status: answer.status, kept: answer.headers.get("Cache-Control") }).toEqual({
        ...{ path, status: 200, kept: "no-store" },
      });
    }
    const longBefore = await secret.at(BEFORE).request(path, { headers: tag });
    expect({ path, status: longBefore.status }).toEqual({ path, status: 304 });
  }
  expect(changing.length).toBeGreaterThan(60);
});
