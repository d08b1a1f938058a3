import { expect, test } from "vitest";
import { publicationPath } from "../../functions/domain/addresses.ts";
import { ALWAYS, addSeconds, type Instant } from "../../functions/domain/instant.ts";
import { documentKey } from "../../functions/storage/newsroom/keys.ts";
import { eventDocument, kitDocument } from "../worlds/documents/documents.ts";
import { uuid } from "../worlds/documents/parts.ts";
import { furtherRelease } from "../worlds/reading/api-newsroom.ts";
import { type ReadingWorld, readingWorld } from "../worlds/reading/reading.ts";
import { stored, storedPublication } from "../worlds/tables/stored.ts";

const NOW: Instant = "2026-05-04T07:00:00Z";
const SITE = "https://newsroom.example";
const COUNT = 45; // three pages

const numbers = Array.from({ length: COUNT }, (_, n) => n + 1);
const at = (n: number) => addSeconds("2021-01-01T00:00:00Z", n * 3600);

const PROTECTION = {
  kind: "topic",
  id: "protection",
  path: "/en/topics/protection",
  language: "en",
  title: "Protection",
  description: "All of it.",
  translations: [],
  publishAt: ALWAYS,
};
const releases = [
  stored(documentKey(PROTECTION.path), PROTECTION),
  ...numbers.flatMap((n) => storedPublication(furtherRelease(n))),
];
const kits = numbers.flatMap((n) => {
  const slug = `kit-${n}`;
  const path = publicationPath("en", "kit", slug);
  const when = { publishAt: at(n), updated: at(n) };
  return storedPublication(kitDocument("en", { id: uuid(5000 + n), slug, path, ...when }));
});
/** Every fifth is under embargo and counts on no page. */
const events = numbers.flatMap((n) => {
  const slug = `event-${n}`;
  const path = publicationPath("en", "event", slug);
  const publishAt = n % 5 === 0 ? "2030-01-01T00:00:00Z" : "2020-01-01T00:00:00Z";
  const when = { start: at(n - 1), end: at(n), publishAt, updated: publishAt };
  return storedPublication(eventDocument("en", { id: uuid(6000 + n), slug, path, ...when }));
});

interface Seen {
  readonly address: string;
  readonly canonical: string | undefined;
  readonly prev: string | undefined;
  readonly next: string | undefined;
  readonly older: string | undefined;
}

async function seen(world: ReadingWorld, address: string): Promise<Seen> {
  const html = (await (await world.at(NOW).request(address)).text()).replaceAll("&amp;", "&");
  const link = (rel: string) => new RegExp(`<link rel="${rel}" href="${SITE}([^"]*)">`).exec(html)?.[1];
  const older = /<a href="([^"]*)" rel="next">/.exec(html)?.[1];
  return { address, canonical: link("canonical"), prev: link("prev"), next: link("next"), older };
}

/** The pages of a list, from the first to the last, as a reader follows “Older”. */
async function everyPage(world: ReadingWorld, first: string): Promise<Seen[]> {
  const pages = [await seen(world, first)];
  for (let last = pages[0]; last?.older !== undefined; last = pages.at(-1))
    pages.push(await seen(world, last.older));
  return pages;
}

test.each([
  ["releases", "/en/releases", releases, 3],
  ["releases of a year", "/en/releases?year=2020", releases, 3],
  ["releases of a topic", "/en/topics/protection", releases, 3],
  ["kits", "/en/kits", kits, 3],
  ["past events, some of them hidden", "/en/events", events, 2],
])(
  "each page of the list of %s is its own canonical address and names the pages beside it",
  async (_, first, items, count) => {
    const world = await readingWorld(items);
    const pages = await everyPage(world, first);
    expect(pages).toHaveLength(count);
    pages.forEach((page, n) => {
      expect(page.canonical).toBe(page.address);
      expect([page.prev, page.next]).toEqual([pages[n - 1]?.address, pages[n + 1]?.address]);
    });
    expect(new Set(pages.map(({ address }) => address)).size).toBe(count);
  },
);

test("a list narrowed to a topic by its query has the addresses of the topic, on every page", async () => {
  const world = await readingWorld(releases);
  const [first, second] = await everyPage(world, "/en/releases?topic=protection&year=2020");
  expect(first?.canonical).toBe("/en/topics/protection?year=2020");
  expect(second?.canonical).toMatch(/^\/en\/topics\/protection\?year=2020&before=/);
  expect(second?.prev).toBe(first?.canonical);
});

test("a cursor that was made up names no page before it but the first, and betrays nothing that waits", async () => {
  const secret = furtherRelease(90, { publishAt: "2030-01-01T00:00:00Z" });
  const path = "/en/releases?before=2999-01-01T00:00:00Z_0";
  const page = await seen(await readingWorld([...releases, ...storedPublication(secret)]), path);
  expect(page).toEqual(await seen(await readingWorld(releases), path));
  expect(page.prev).toBe("/en/releases");
});
