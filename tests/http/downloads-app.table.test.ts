import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ALWAYS, type Instant } from "../../functions/domain/instant.ts";
import { readApp } from "../../functions/http/apps/read-app.ts";
import { documentKey } from "../../functions/storage/newsroom/keys.ts";
import { newsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import { RequestAsSent } from "../../infra/local/edge/request-as-sent.ts";
import { siteDocument } from "../worlds/documents/documents.ts";
import {
  bytesAt,
  type DownloadsWorld,
  downloadsWorld,
  storedDownload,
} from "../worlds/documents/downloads.ts";
import { fc } from "../worlds/documents/fast-check.ts";
import { stored, storedSite, storeItems } from "../worlds/tables/stored.ts";
import { freshNewsroomTable } from "../worlds/tables/tables.ts";

const LIFT: Instant = "2027-07-30T06:00:00Z";
const CHANGE: Instant = "2027-08-30T06:00:00Z";
const END: Instant = "2027-09-30T06:00:00Z";
const NOW: Instant = "2027-08-01T12:00:00Z";
const READER = { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };
const signpost = (path: string, document: object) =>
  stored(documentKey(path), { path, publishAt: ALWAYS, ...document });

const ITEMS = [
  storedDownload("heart.jpg", { publishAt: LIFT, until: END }),
  storedDownload("heart.jpg", { kit: "other", targets: [{ publishAt: ALWAYS, to: bytesAt("other.jpg") }] }),
  storedDownload("world-day.zip", {
    rendition: "kit",
    targets: [
      { publishAt: ALWAYS, until: CHANGE, to: bytesAt("world-day.zip", "0-1819605600") },
      { publishAt: CHANGE, to: bytesAt("world-day.zip", "1819605600-") },
    ],
  }),
  signpost("/downloads/world-day/taken.jpg", { kind: "gone" }),
  signpost("/downloads/old-name/heart.jpg", { kind: "redirect", to: "/downloads/world-day/heart.jpg" }),
];

let world: DownloadsWorld;
beforeAll(async () => {
  world = await downloadsWorld(ITEMS);
});

const ask = async (path: string, now: Instant = NOW, init: RequestInit = {}) =>
  world.at(now).request(path, { ...init, headers: { ...READER, ...init.headers } });

/** Everything that a reader sees. */
async function seen(answer: Response) {
  return { status: answer.status, headers: [...answer.headers], body: await answer.text() };
}

describe("a file that may be had", () => {
  test("leads to its bytes, for scripts of other sites, too, and nobody keeps the answer", async () => {
    const answer = await ask("/downloads/world-day/heart.jpg");
    expect(answer.status).toBe(302);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      location: bytesAt("heart.jpg"),
      "cache-control": "no-store",
      "access-control-allow-origin": "*",
    });
    expect(await answer.text()).toBe("");
  });

  test("of which there is another after the next change leads to the one of the moment", async () => {
    const leads = async (now: Instant) =>
      (await ask("/downloads/world-day/world-day.zip", now)).headers.get("Location");
    expect(await leads(NOW)).toBe(bytesAt("world-day.zip", "0-1819605600"));
    expect(await leads(CHANGE)).toBe(bytesAt("world-day.zip", "1819605600-"));
  });

  test("answers HEAD like GET", async () => {
    const [get, head] = await Promise.all(
      ["GET", "HEAD"].map((method) => ask("/downloads/world-day/heart.jpg", NOW, { method })),
    );
    expect([head?.status, [...(head?.headers ?? [])]]).toEqual([get?.status, [...(get?.headers ?? [])]]);
  });
});

describe("a file that may not be had", () => {
  test.each([
    ["before its time", "/downloads/world-day/heart.jpg", "2027-07-30T05:59:59Z"],
    ["when its time or consent has ended", "/downloads/world-day/heart.jpg", END],
    ["when there never was one", "/downloads/world-day/nothing.jpg", NOW],
  ])("%s, is answered byte for byte as any address where there is nothing", async (_, path, now) => {
    const { client, table } = await freshNewsroomTable();
    await storeItems(client, table, [storedSite(siteDocument("ru"))]);
    const empty = readApp({
      reader: newsroomReader(client, table),
      clock: () => new Date(now),
      preview: false,
    });
    const headers = { ...READER, "Accept-Language": "ru" };
    const nothing = await seen(await empty.request("/downloads/world-day/nothing.jpg", { headers }));
    expect(await seen(await ask(path, now, { headers }))).toEqual(nothing);
    expect(nothing.status).toBe(404);
  });

  test.each(["en", "ru", "kk"])(
    "is gone when it was withdrawn or taken down, with a page in %s",
    async (language) => {
      const answer = await ask("/downloads/world-day/taken.jpg", NOW, {
        headers: { "Accept-Language": language },
      });
      expect([answer.status, answer.headers.get("Content-Language")]).toEqual([410, language]);
      expect(answer.headers.get("Cache-Control")).toBe("no-store");
      expect(await answer.text()).toContain(`<html lang="${language}"`);
    },
  );

  test("under its former address leads to the present one for good", async () => {
    const answer = await ask("/downloads/old-name/heart.jpg");
    expect([answer.status, answer.headers.get("Location")]).toEqual([301, "/downloads/world-day/heart.jpg"]);
  });

  test.each(["POST", "PUT", "DELETE"])("with %s is refused with what is allowed", async (method) => {
    const answer = await ask("/downloads/world-day/heart.jpg", NOW, { method });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });

  test("is nothing to the function that reads", async () => {
    const { client, table } = await freshNewsroomTable();
    await storeItems(client, table, [storedSite(siteDocument("en")), ...ITEMS]);
    const app = readApp({
      reader: newsroomReader(client, table),
      clock: () => new Date(NOW),
      preview: false,
    });
    expect((await app.request("/downloads/world-day/heart.jpg")).status).toBe(404);
  });
});

describe("counting", () => {
  beforeEach(async () => {
    world = await downloadsWorld(ITEMS);
  });
  const total = async () =>
    (await world.counts(NOW.slice(0, 10))).map(({ file, rendition, by, count }) => [
      file,
      rendition,
      by,
      count,
    ]);

  test("takes a download that was cut and goes on, or comes by four connections, for one", async () => {
    for (const range of [undefined, "bytes=5000-", "bytes=20000-", "bytes=1048576-2097151"])
      await ask("/downloads/world-day/world-day.zip", NOW, { headers: range ? { Range: range } : {} });
    expect(await total()).toEqual([["world-day.zip", "kit", "reader", 1]]);
  });

  test("believes the range that the edge passes on, since CloudFront may ask for more", async () => {
    const headers = { Range: "bytes=0-", "X-Dateline-Range": "bytes=500-" };
    await ask("/downloads/world-day/world-day.zip", NOW, { headers });
    expect(await total()).toEqual([]);
  });

  test("leaves out HEAD and whatever leads to no bytes", async () => {
    await ask("/downloads/world-day/heart.jpg", NOW, { method: "HEAD" });
    for (const path of ["heart.jpg", "nothing.jpg", "taken.jpg"])
      await ask(`/downloads/world-day/${path}`, END);
    await ask("/downloads/old-name/heart.jpg");
    expect([await total(), await world.counts(END.slice(0, 10))]).toEqual([[], []]);
  });

  test("that fails costs the reader nothing, and is told to the operator", async () => {
    const broken = world.at(NOW, () => Promise.reject(new Error("throttled")));
    const answer = await broken.request("/downloads/world-day/heart.jpg", { headers: READER });
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, bytesAt("heart.jpg")]);
    expect(world.uncounted).toEqual([new Error("throttled")]);
  });
});

const HOSTILE = [
  "../other/heart.jpg",
  "..%2fother%2fheart.jpg",
  "..%5cother%5cheart.jpg",
  "%2e%2e/other/heart.jpg",
  "./heart.jpg",
  "heart.jpg/",
  "heart.jpg%00",
  "%00",
  "heart.jpg%00.zip",
  "a".repeat(300),
  "a".repeat(3_000),
  "%F0%9F%92%99.jpg",
  "💙.jpg",
  "\u202Egpj.traeh",
  "%E2%80%AEgpj.traeh",
  "he\u0301art.jpg",
  "%",
  "%zz",
  "%ff%fe",
  "%c0%ae%c0%ae/other/heart.jpg",
  "HEART.JPG",
  "document",
  "",
];

describe("hostile names", () => {
  const asSent = async (name: string) =>
    world.at(NOW).request(new RequestAsSent(`http://newsroom.local/downloads/world-day/${name}`, {}));

  test.each(HOSTILE)("%j is not found, and leads to no file of another kit", async (name) => {
    const answer = await asSent(name);
    expect(answer.headers.get("Location")).toBeNull();
    expect([400, 404]).toContain(answer.status);
  });

  test("no name at all makes it fail or leads into another kit", async () => {
    const unit = fc.constantFrom(...HOSTILE, "/", "..", "%2f", "heart.jpg", "other", "world-day", "#", "?");
    const name = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(unit, { maxLength: 6 }).map((parts) => parts.join("")),
    );
    await fc.assert(
      fc.asyncProperty(name, async (tried) => {
        const answer = await asSent(tried);
        expect([301, 302, 400, 404, 410]).toContain(answer.status);
        if (answer.status === 301)
          // pasted with what stood behind it
          expect(answer.headers.get("Location")).toBe("/downloads/world-day/heart.jpg");
        expect(answer.headers.get("Location")).not.toBe(bytesAt("other.jpg"));
      }),
      { numRuns: 300 },
    );
  });
});
