import { expect, test } from "vitest";
import type { Instant } from "../../functions/domain/instant.ts";
import { contentNewsroom } from "../worlds/content/content-newsroom.ts";
import { picture, SMALL_NEWSROOM } from "../worlds/content/small-newsroom.ts";

const YAML = "releases/first/release.yaml";
const WORDS = "{ en: The lead, ru: Главное, kk: Басты }";
const consent = (ends: string) =>
  `{ scope: [newsroom, social-media], date: 2020-01-01, ends: "${ends}", givenBy: adult, reviewedBy: R. Viewer, reference: C-1 }`;

const PUBLISHED: Instant = "2026-01-01T00:00:00Z";
const BEGINS: Instant = "2026-03-01T00:00:00Z";
const ENDS: Instant = "2026-06-01T00:00:00Z";
const second = (instant: Instant, by: number): Instant =>
  `${new Date(Date.parse(instant) + by * 1000).toISOString().slice(0, 19)}Z`;

/** A release whose lead picture is shown until a consent ends, and whose text shows one from a time on. */
async function newsroom() {
  const image = `image: { file: lead.png, alt: ${WORDS}, credit: ${WORDS} }\n`;
  const facts = [
    `  - { file: lead.png, people: yes, consent: ${consent(ENDS)} }`,
    `  - { file: house.png, people: none, publishAt: "${BEGINS}", until: "${ENDS}" }`,
  ].join("\n");
  const text = SMALL_NEWSROOM["releases/first/en.md"];
  const world = await contentNewsroom({
    [YAML]: `${SMALL_NEWSROOM[YAML]}${image}pictures:\n${facts}\n`,
    "releases/first/en.md": `${text}\n![A house](house.png)\n\n*Seen in spring.*\n\nThe end.\n`,
    "releases/first/lead.png": await picture(1300, 700),
    "releases/first/house.png": await picture(300, 200),
  });
  await world.publish(PUBLISHED);
  return world;
}

/** Every address that shows the release. */
const DOORS = [
  "/en/releases/first",
  "/en/releases/first.json",
  "/en/releases/first.md",
  "/en/releases/first.txt",
  "/en/releases/first/changes",
  "/en/",
  "/en/releases",
  "/en/topics/protection",
  "/en/feed.rss",
  "/en/feed.atom",
  "/en/feed.json",
  "/en/topics/protection/feed.rss",
  "/api/v1/releases?language=en",
  "/sitemaps/releases-2020-1.xml",
];
const LEAD = /The lead|lead-\d+\.webp|lead-preview/;
const HOUSE = /A house|house-\d+\.webp|Seen in spring/;

test("pictures come and go by the clock with their captions, at every door", async () => {
  const world = await newsroom();
  const shownAt = async (now: Instant, what: RegExp) => {
    const found: string[] = [];
    for (const door of DOORS) {
      const answer = await world.at(now).request(door);
      expect(answer.status, `${door} at ${now}`).toBe(200);
      if (what.test(await answer.text())) found.push(door);
    }
    return found;
  };
  const page = ["/en/releases/first"];
  expect(await shownAt(PUBLISHED, HOUSE)).toEqual([]);
  expect(await shownAt(second(BEGINS, -1), HOUSE)).toEqual([]);
  expect(await shownAt(BEGINS, HOUSE)).toEqual(
    expect.arrayContaining([
      ...page,
      "/en/releases/first.json",
      "/en/releases/first.md",
      "/en/feed.rss",
      "/en/feed.atom",
    ]),
  );
  expect(await shownAt(second(ENDS, -1), LEAD)).toEqual(
    expect.arrayContaining([
      ...page,
      "/en/releases/first.json",
      "/en/feed.rss",
      "/en/feed.json",
      "/api/v1/releases?language=en",
    ]),
  );
  for (const now of [ENDS, second(ENDS, 3600)]) {
    expect(await shownAt(now, HOUSE), now).toEqual([]);
    expect(await shownAt(now, LEAD), now).toEqual([]);
  }
});

test("a release whose lead picture has gone shows that of the newsroom in previews", async () => {
  const world = await newsroom();
  const previewAt = async (now: Instant) => {
    const page = await (await world.at(now).request("/en/releases/first")).text();
    return /og:image" content="[^"]*\/([^/"]+)"/.exec(page)?.[1];
  };
  expect(await previewAt(second(ENDS, -1))).toBe("lead-preview.jpg");
  expect(await previewAt(ENDS)).toBe("share-preview.jpg");
});

test.each([
  "/en/releases/first",
  "/en/releases/first.md",
  "/en/feed.rss",
  "/en/",
  "/api/v1/releases?language=en",
])("no cache keeps %s beyond the moment at which one of its pictures goes", async (door) => {
  const world = await newsroom();
  const answer = async (now: Instant) => (await world.at(now).request(door)).headers;
  expect((await answer(second(ENDS, -30))).get("Cache-Control")).toBe("public, max-age=0, s-maxage=28");
  expect((await answer(second(ENDS, -1))).get("Cache-Control")).toBe("no-store");
  const after = await answer(second(ENDS, 3600));
  expect(Date.parse(after.get("Last-Modified") ?? "")).toBe(Date.parse(ENDS));
});

test("a text of changes never holds words of a picture that can go", async () => {
  const world = await newsroom();
  world.edit("releases/first/en.md", (text) => text.replace("There were", "There had been"));
  await world.publish("2026-04-01T00:00:00Z");
  world.edit("releases/first/en.md", (text) => text.replace("Seen in spring", "Seen in autumn"));
  await world.publish("2026-04-02T00:00:00Z");
  const changes = await (await world.at("2026-04-03T00:00:00Z").request("/en/releases/first/changes")).text();
  expect(changes).toContain("had been");
  expect(changes).not.toMatch(/A house|spring|autumn|The lead/);
});
