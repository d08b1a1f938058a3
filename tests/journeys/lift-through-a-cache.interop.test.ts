import { expect } from "vitest";
import { addSeconds, type Instant, toInstant } from "../../functions/domain/instant.ts";
import { readApp } from "../../functions/http/apps/read-app.ts";
import { newsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import { testWith } from "../worlds/commands/programs.ts";
import { type ContentNewsroom, contentNewsroom } from "../worlds/content/content-newsroom.ts";
import { KIT_ID, RELEASE_ID } from "../worlds/content/small-newsroom.ts";
import { httpCache } from "../worlds/reading/http-cache.ts";

/**
 * A cache that obeys nothing but `Cache-Control` stands between the newsroom and its readers, who ask for everything
 * twenty times a second while a release and a kit lift.
 *
 *     publish ---- cached answers ---- no-store ----|lift|---- all is there ----
 */
const EVERY_MS = 50;
const AHEAD_SECONDS = 9;
const WATCHED_AFTER_MS = 2_000;
/** Within how long the lift must have reached every address. */
const WITHIN_MS = 1_000;

const LANGUAGES = ["en", "ru", "kk"];
const ADDRESSES = [
  ...LANGUAGES.flatMap((language) => [
    `/${language}/`,
    `/${language}/releases`,
    `/${language}/releases/first`,
    `/${language}/kits/photos`,
    `/${language}/feed.atom`,
  ]),
  "/en/releases/first.md",
  "/en/releases/first.json",
  "/en/topics/protection/feed.json",
  "/sitemaps/kits-2026-1.xml",
  "/news-sitemap.xml",
  "/api/v1/releases",
  `/api/v1/releases/${RELEASE_ID}`,
  `/api/v1/kits/${KIT_ID}`,
  "/api/v1/figures",
];

/** One answer as a reader saw it. */
interface Sighting {
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly isNew: boolean;
  readonly fromCache: boolean;
}

async function newsroomLiftingAt(lift: Instant): Promise<ContentNewsroom> {
  const newsroom = await contentNewsroom();
  const publishAt = (yaml: string) => yaml.replace(/publishAt: .*/, `publishAt: ${lift}`);
  newsroom.edit("releases/first/release.yaml", publishAt);
  newsroom.edit("media-kits/photos/kit.yaml", publishAt);
  await newsroom.publish(toInstant(new Date()));
  return newsroom;
}

async function watch(address: string, path: string, untilMs: number): Promise<Sighting[]> {
  const seen: Sighting[] = [];
  while (Date.now() < untilMs) {
    const askedMs = Date.now();
    const answer = await fetch(address + path, { redirect: "manual" });
    const body = await answer.text();
    expect([200, 404]).toContain(answer.status);
    const answeredMs = Date.now();
    const isNew =
      answer.status === 200 &&
      /Release (en|ru|kk)|Kit (en|ru|kk)|releases\/first|kits\/photos|"cases"/.test(body);
    seen.push({ askedMs, answeredMs, isNew, fromCache: answer.headers.get("X-Cache") === "HIT" });
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, askedMs + EVERY_MS - Date.now())));
  }
  return seen;
}

testWith("nginx")(
  "through a cache, every address lifts within one second, none early and none flapping",
  async () => {
    const lift = addSeconds(toInstant(new Date()), AHEAD_SECONDS);
    const { world } = await newsroomLiftingAt(lift);
    const reader = newsroomReader(world.client, world.table);
    const app = readApp({ reader, clock: () => new Date(), preview: false });
    const { address } = await httpCache(app);
    const liftMs = Date.parse(lift);

    const watched = await Promise.all(
      ADDRESSES.map((path) => watch(address, path, liftMs + WATCHED_AFTER_MS)),
    );

    ADDRESSES.forEach((path, i) => {
      const seen = watched[i] ?? [];
      const early = seen.filter((each) => each.isNew && each.answeredMs < liftMs);
      const late = seen.filter((each) => !each.isNew && each.askedMs > liftMs + WITHIN_MS);
      const after = seen.slice(seen.findIndex((each) => each.isNew));
      expect({ path, early, late }).toEqual({ path, early: [], late: [] });
      expect(seen.filter((each) => !each.isNew).length, path).toBeGreaterThan(0);
      expect(
        after.every((each) => each.isNew),
        `${path} flaps`,
      ).toBe(true);
    });
    expect(watched.flat().filter((each) => each.fromCache).length).toBeGreaterThan(ADDRESSES.length);
  },
);
