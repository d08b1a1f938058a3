import { beforeAll, describe, expect, test } from "vitest";
import { ALWAYS, addSeconds, type Instant } from "../../functions/domain/instant.ts";
import { readApp } from "../../functions/http/apps/read-app.ts";
import { documentKey } from "../../functions/storage/newsroom/keys.ts";
import { newsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import { releaseDocument, siteDocument } from "../worlds/documents/documents.ts";
import { uuid } from "../worlds/documents/parts.ts";
import { type ReadingWorld, readingWorld } from "../worlds/reading/reading.ts";
import { stored, storedPublication, storedSite } from "../worlds/tables/stored.ts";
import { freshNewsroomTable } from "../worlds/tables/tables.ts";

const LIFT: Instant = "2026-05-04T07:00:00Z";
const BEFORE = addSeconds(LIFT, -1);
const RELEASE = releaseDocument("en");
const SECRET = releaseDocument("en", {
  id: uuid(77),
  slug: "secret",
  path: "/en/releases/secret",
  title: "Nobody may know this yet",
  publishAt: LIFT,
  updated: LIFT,
});
const OLD = "/en/releases/old-address";
const GONE = "/en/releases/gone";
let world: ReadingWorld;

beforeAll(async () => {
  world = await readingWorld([
    ...storedPublication(RELEASE),
    ...storedPublication(SECRET),
    stored(documentKey(OLD), { kind: "redirect", path: OLD, publishAt: ALWAYS, to: RELEASE.path }),
    stored(documentKey(GONE), { kind: "gone", path: GONE, publishAt: ALWAYS }),
  ]);
});

const get = (path: string, now: Instant = LIFT, headers: Record<string, string> = {}) =>
  Promise.resolve(world.at(now).request(path, { headers }));

describe("embargo", () => {
  test("an embargoed release is a 404 that looks like any other", async () => {
    const [hidden, missing] = await Promise.all([
      get(SECRET.path, BEFORE),
      get("/en/releases/nosuch", BEFORE),
    ]);
    expect([hidden.status, [...hidden.headers]]).toEqual([missing.status, [...missing.headers]]);
    expect((await hidden.text()).replaceAll("secret", "nosuch")).toBe(await missing.text());
    expect(hidden.headers.get("Cache-Control")).toBe("no-store");
  });

  test.each([
    "/en/",
    "/en/releases",
    "/en/topics/counter-trafficking",
    "/en/feed.atom",
    "/sitemap.xml",
    "/api/v1/releases",
  ])("%s shows nothing of it before the lift", async (path) => {
    expect(await (await get(path, BEFORE)).text()).not.toContain("Nobody may know");
  });

  test.each(["/en/", "/en/releases", "/en/releases/secret", "/api/v1/releases"])(
    "%s shows it at the lift",
    async (path) => {
      expect(await (await get(path, LIFT)).text()).toContain("Nobody may know this yet");
    },
  );

  test("the edge may keep a list only until the next lift, and not at all just before it", async () => {
    const cacheControl = async (now: Instant) =>
      (await get("/en/releases", now)).headers.get("Cache-Control");
    expect(await cacheControl(addSeconds(LIFT, -3600))).toBe("public, max-age=0, s-maxage=60");
    expect(await cacheControl(addSeconds(LIFT, -31))).toBe("public, max-age=0, s-maxage=29");
    expect(await cacheControl(BEFORE)).toBe("no-store");
  });
});

describe("conditional requests", () => {
  test("the second visit is a 304 without a body, by tag and by date", async () => {
    const first = await get(RELEASE.path);
    const byTag = await get(RELEASE.path, LIFT, { "If-None-Match": first.headers.get("ETag") ?? "" });
    const byDate = await get(RELEASE.path, LIFT, {
      "If-Modified-Since": first.headers.get("Last-Modified") ?? "",
    });
    expect([byTag.status, await byTag.text(), byDate.status]).toEqual([304, "", 304]);
  });

  test("a lift moves the validators of a list", async () => {
    const [before, after] = await Promise.all([get("/en/releases", BEFORE), get("/en/releases", LIFT)]);
    expect(before.headers.get("ETag")).not.toBe(after.headers.get("ETag"));
    expect(after.headers.get("Last-Modified")).toBe("Mon, 04 May 2026 07:00:00 GMT");
  });
});

describe("addresses", () => {
  test("an old address leads to the present one for good", async () => {
    const answer = await get(OLD);
    expect([answer.status, answer.headers.get("Location")]).toEqual([301, RELEASE.path]);
  });

  test("what has left for good says so", async () => {
    expect((await get(GONE)).status).toBe(410);
  });

  test("a page that is not found speaks the reader's language", async () => {
    const answer = await get("/de/releases", LIFT, { "Accept-Language": "kk" });
    expect([answer.status, answer.headers.get("Content-Language")]).toEqual([404, "kk"]);
  });

  test.each([
    "/en/releases?year=12",
    "/en/releases?before=x",
    "/en/topics/nosuch",
    "/en/kits?before=%00",
    `/en/${"a".repeat(9000)}`,
  ])("%s is not found, and says nothing of a fault", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test.each(["POST", "PUT", "DELETE", "PATCH"])("%s is refused with what is allowed", async (method) => {
    const answer = await world.at(LIFT).request(RELEASE.path, { method });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
});

test("search engines are welcome at a domain of one's own and kept from a trial", async () => {
  const trial = siteDocument("en", { address: "https://d111111abcdef8.cloudfront.net" });
  const other = await readingWorld([storedSite(trial)]);
  const robots = async (each: ReadingWorld) => (await each.at(LIFT).request("/robots.txt")).text();
  expect(await robots(world)).not.toMatch(/^Disallow: \/$/m);
  expect(await robots(other)).toMatch(/^Disallow: \/$/m);
});

test("a newsroom without content says what to do, in one line", async () => {
  const { client, table } = await freshNewsroomTable();
  const app = readApp({ reader: newsroomReader(client, table), clock: () => new Date(LIFT), preview: false });
  const answer = await app.request("/en/");
  expect([answer.status, await answer.text()]).toEqual([
    503,
    "Nothing has been published yet. Publish the content with `npm run publish`.\n",
  ]);
});
