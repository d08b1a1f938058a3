import { expect, test } from "vitest";
import { type ContentNewsroom, contentNewsroom, noteOf } from "../../worlds/content/content-newsroom.ts";
import { killedAfter } from "../../worlds/content/publishing.ts";
import { RELEASE_ID } from "../../worlds/content/small-newsroom.ts";

const YAML = "releases/first/release.yaml";
const NOW = "2026-03-01T10:00:00Z";
const LATER = "2026-03-01T11:00:00Z";

const leaving = (fields: string) => (yaml: string) =>
  `${yaml}leaving: { at: 2026-03-01T09:30:00Z, ${fields} }\n`;
const withdrawn = leaving(`verb: withdraw, note: ${noteOf("The source took it back")}`);

const RETURNS = expect.objectContaining({ kind: "refused", code: "publish-would-return" });

async function published(): Promise<ContentNewsroom> {
  const newsroom = await contentNewsroom();
  await newsroom.publish("2026-03-01T09:00:00Z");
  return newsroom;
}

async function statuses(newsroom: ContentNewsroom, ...paths: string[]): Promise<number[]> {
  const app = newsroom.at(NOW);
  return Promise.all(paths.map(async (path) => (await app.request(path)).status));
}

const PAGE = "/en/releases/first";
const EVERYWHERE = [
  PAGE,
  `${PAGE}.md`,
  `${PAGE}.txt`,
  `${PAGE}.json`,
  `/api/v1/releases/${RELEASE_ID}`,
  "/api/v1/figures/cases",
  "/api/v1/statements/director",
];
const LISTS = [
  "/en/",
  "/en/releases",
  "/en/topics/protection",
  "/sitemap.xml",
  "/sitemaps/releases-2020-1.xml",
  "/api/v1/figures",
  "/en/events/press-day",
];

test("what was withdrawn stays at its address and in its forms, and its figures are no longer cited", async () => {
  const newsroom = await published();
  newsroom.edit(YAML, withdrawn);
  await newsroom.publish(NOW);

  expect(await statuses(newsroom, ...EVERYWHERE)).toEqual([200, 200, 200, 200, 200, 410, 410]);
  expect(await (await newsroom.at(NOW).request(PAGE)).text()).toContain("The source took it back");
});

test("what is gone answers 410 at every address it had", async () => {
  const newsroom = await published();
  newsroom.edit(YAML, leaving("verb: gone"));
  await newsroom.publish(NOW);

  expect(await statuses(newsroom, ...EVERYWHERE)).toEqual(EVERYWHERE.map(() => 410));
});

test.each(["verb: gone", `verb: withdraw, note: ${noteOf("Why")}`, "verb: redirect, to: events/press-day"])(
  "no list, sitemap or neighbour names what left with %s",
  async (fields) => {
    const newsroom = await published();
    newsroom.edit(YAML, leaving(fields));
    await newsroom.publish(NOW);

    for (const path of LISTS)
      expect(await (await newsroom.at(NOW).request(path)).text(), path).not.toMatch(
        /Release en|releases\/first/,
      );
  },
);

test("a redirect leads to the last of a chain, in each language and form", async () => {
  const newsroom = await published();
  newsroom.edit("events/press-day/event.yaml", leaving("verb: redirect, to: media-kits/photos"));
  newsroom.edit(YAML, leaving("verb: redirect, to: events/press-day"));
  await newsroom.publish(NOW);

  const answer = await newsroom.at(NOW).request("/ru/releases/first");
  expect([answer.status, answer.headers.get("Location")]).toEqual([301, "/ru/kits/photos"]);
  expect((await newsroom.at(NOW).request(`${PAGE}.md`)).headers.get("Location")).toBe("/en/kits/photos");
});

test("the former slug of something gone says so, and that of a redirect leads to its end", async () => {
  const newsroom = await published();
  newsroom.rename("releases/first", "releases/second");
  await newsroom.publish("2026-03-01T09:20:00Z");
  newsroom.edit("releases/second/release.yaml", leaving("verb: redirect, to: media-kits/photos"));
  await newsroom.publish(NOW);

  expect((await newsroom.at(NOW).request(PAGE)).headers.get("Location")).toBe("/en/kits/photos");
  newsroom.edit("releases/second/release.yaml", (yaml) =>
    yaml.replace(/verb: redirect, to: [^ ]+/, "verb: gone"),
  );
  await newsroom.publish(LATER);
  expect((await newsroom.at(LATER).request(PAGE)).status).toBe(410);
});

test("what left does not come back without a word", async () => {
  const newsroom = await published();
  newsroom.edit(YAML, withdrawn);
  await newsroom.publish(NOW);
  newsroom.edit(YAML, (yaml) => yaml.replace(/leaving: .*\n/, ""));

  expect(await newsroom.publish(LATER)).toMatchObject({ refused: 1 });
  expect(newsroom.world.told).toContainEqual(RETURNS);
  expect(await (await newsroom.at(LATER).request(PAGE)).text()).toContain("The source took it back");
});

test("with a correction it comes back as it was, under its own ids, and feeds take it anew", async () => {
  const newsroom = await published();
  const before = await (await newsroom.at("2026-03-01T09:10:00Z").request("/en/feed.json")).json();
  newsroom.edit(YAML, leaving("verb: gone"));
  await newsroom.publish(NOW);
  newsroom.edit(YAML, (yaml) =>
    yaml.replace(
      /leaving: .*\n/,
      `corrections: [{ at: 2026-03-01T10:30:00Z, note: ${noteOf("It stands")} }]\n`,
    ),
  );
  await newsroom.publish(LATER);

  const after = await (await newsroom.at(LATER).request("/en/feed.json")).json();
  expect(after.items.map((each: { id: string }) => each.id)).toEqual([before.items[0].id]);
  expect(after.items[0].date_modified).toBe("2026-03-01T10:30:00Z");
  expect(await statuses(newsroom, PAGE, "/api/v1/figures/cases")).toEqual([200, 200]);
});

test("a draft is at its address for nobody, and nothing tells of it", async () => {
  const newsroom = await contentNewsroom();
  newsroom.edit(YAML, (yaml) => `draft: true\n${yaml}`);
  await newsroom.publish(NOW);

  expect(await statuses(newsroom, ...EVERYWHERE)).toEqual(EVERYWHERE.map(() => 404));
  for (const path of [...LISTS, "/en/feed.atom", "/api/v1/releases"])
    expect(await (await newsroom.at(NOW).request(path)).text(), path).not.toMatch(
      /Release en|releases\/first/,
    );
  expect((await newsroom.world.item(PAGE))?.body).toContain("Release en");
});

test("a redirect to what lifts later is a 404 until then, and no feed or list tells of it", async () => {
  const newsroom = await published();
  newsroom.edit("media-kits/photos/kit.yaml", (yaml) =>
    yaml.replace("2020-07-01T10:00", "2026-12-01T10:00Z"),
  );
  newsroom.edit(YAML, leaving("verb: redirect, to: media-kits/photos"));
  await newsroom.publish(NOW, { allowHide: true });

  expect(await statuses(newsroom, PAGE, `${PAGE}.md`)).toEqual([404, 404]);
  const since = "/api/v1/releases?updatedSince=2026-01-01T00:00:00Z";
  for (const path of ["/en/feed.atom", "/en/feed.rss", "/en/feed.json", since])
    expect(await (await newsroom.at(NOW).request(path)).text(), path).not.toContain("photos");
  const after = await newsroom.at("2026-12-01T10:00:00Z").request("/en/feed.json");
  expect(await after.text()).toContain("/en/kits/photos");
});

test("neither a killed publication nor a draft in between lets something come back without a word", async () => {
  const newsroom = await published();
  newsroom.edit(YAML, leaving("verb: gone"));
  const writer = killedAfter(2, newsroom.world.writer);
  await expect(newsroom.publish(NOW, { writer })).rejects.toThrow();
  newsroom.edit(YAML, (yaml) => yaml.replace(/leaving: .*\n/, ""));
  expect(await newsroom.publish(NOW)).toMatchObject({ refused: 1 });
  expect(newsroom.world.told).toContainEqual(RETURNS);

  newsroom.edit(YAML, (yaml) => `draft: true\n${yaml}`);
  await newsroom.publish(NOW, { allowHide: true });
  newsroom.edit(YAML, (yaml) => yaml.replace("draft: true\n", ""));
  expect(await newsroom.publish(LATER, { allowHide: true })).toMatchObject({ refused: 1 });
  expect(newsroom.world.told).toContainEqual(RETURNS);
});
