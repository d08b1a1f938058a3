import { expect, test } from "vitest";
import { addSeconds, type Instant } from "../../functions/domain/instant.ts";
import { listStateKey } from "../../functions/storage/newsroom/keys.ts";
import { furtherRelease } from "../worlds/reading/api-newsroom.ts";
import { readingWorld } from "../worlds/reading/reading.ts";
import { stored, storedPublication } from "../worlds/tables/stored.ts";

const RELEASE = furtherRelease(1);
const TWO_DAYS = 2 * 24 * 3600;
const LAST_SECOND = addSeconds(RELEASE.publishAt, TWO_DAYS);
const AGED = addSeconds(LAST_SECOND, 1);

async function sitemap(now: Instant, ...items: ReturnType<typeof stored>[]) {
  const world = await readingWorld([...storedPublication(RELEASE), ...items]);
  const answer = await world.at(now).request("/news-sitemap.xml");
  return { lastModified: answer.headers.get("Last-Modified"), xml: await answer.text() };
}

test("a release leaves the news sitemap after two days, and its date says when", async () => {
  const [before, after] = await Promise.all([sitemap(LAST_SECOND), sitemap(AGED)]);
  expect(before.xml).toContain(RELEASE.path);
  expect(after.xml).not.toContain(RELEASE.path);
  expect(after.lastModified).toBe(new Date(AGED).toUTCString());
});

test("a release that was removed moves the date of the news sitemap", async () => {
  const removedAt = addSeconds(RELEASE.publishAt, 7200);
  const state = stored(listStateKey("en", "releases"), { kind: "list-state", removedAt, years: [] });
  expect((await sitemap(LAST_SECOND, state)).lastModified).toBe(new Date(removedAt).toUTCString());
});

test("robots.txt names the news sitemap while a release stands in it, and holds until that changes", async () => {
  const { publishAt } = RELEASE;
  const instants = [addSeconds(publishAt, -1), publishAt, LAST_SECOND, AGED];
  const world = await readingWorld(storedPublication(RELEASE));
  const answers = await Promise.all(instants.map((now) => world.at(now).request("/robots.txt")));
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(texts.map((text) => text.includes("/news-sitemap.xml"))).toEqual([false, true, true, false]);
  expect(answers.map(({ headers }) => headers.get("Cache-Control") === "no-store")).toEqual([
    ...[true, false, true, false],
  ]);
  expect(answers[3]?.headers.get("Last-Modified")).toBe(new Date(AGED).toUTCString());
});
