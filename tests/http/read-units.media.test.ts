import { beforeAll, describe, expect, test } from "vitest";
import type { Instant } from "../../functions/domain/instant.ts";
import { writeReleases } from "../worlds/content/generated-content.ts";
import {
  contentFolder,
  type PublishedContent,
  publishedContent,
} from "../worlds/content/published-content.ts";
import { atScale } from "../worlds/documents/scale.ts";

const NOW: Instant = "2026-11-23T09:00:00Z";
const ARCHIVES = [10, atScale(60, 1_000)];
/** Two thousand releases take two minutes to publish. */
const TIMEOUT_MS = atScale(60_000, 600_000);
const worlds = new Map<number, PublishedContent>();

beforeAll(async () => {
  for (const releases of ARCHIVES) {
    const directory = contentFolder();
    await writeReleases(directory, releases);
    worlds.set(releases, await publishedContent(directory, NOW));
  }
}, TIMEOUT_MS);

async function cost(releases: number, path: string) {
  const world = worlds.get(releases);
  if (!world) throw new Error(`no newsroom of ${releases} releases was published`);
  return world.cost(path, NOW);
}

/** One unit for every 8 KB shown, and what the kind of answer may take beside. */
const budget = (body: string, beside: number) => Math.ceil(Buffer.byteLength(body) / 8192) + beside;

describe.each(ARCHIVES)("with %d releases", (releases) => {
  test.each([
    ["/en/releases/release-00007", 1],
    ["/ru/releases/release-00007", 1],
    ["/en/releases/release-00007.md", 1],
    ["/en/releases", 3],
    ["/kk/releases?year=2010", 3],
    ["/en/topics/data", 3],
    ["/en/events", 3],
    ["/en/kits", 3],
    ["/en/feed.rss", 3],
    ["/ru/topics/data/feed.atom", 3],
    ["/en/events.ics", 3],
    ["/api/v1/releases", 3],
    ["/api/v1/figures", 3],
    ["/en/", 5],
  ])("%s costs a unit for every 8 KB shown, and at most %d beside", async (path, beside) => {
    const { units, status, body } = await cost(releases, path);
    expect(status).toBe(200);
    expect(units).toBeLessThanOrEqual(budget(body, beside));
  });

  test("an address that does not exist costs at most one unit", async () => {
    const { units, status } = await cost(releases, "/en/releases/nosuch");
    expect(status).toBe(404);
    expect(units).toBeLessThanOrEqual(1);
  });
});

test.each(["/en/releases/release-00007", "/en/about", "/en/releases/nosuch"])(
  "%s costs the same however long the archive is",
  async (path) => {
    const [small, large] = await Promise.all(ARCHIVES.map((releases) => cost(releases, path)));
    expect(large).toEqual(small);
  },
);
