import { beforeAll, describe, expect, test } from "vitest";
import { publicationPath } from "../../functions/domain/addresses.ts";
import { originalOf } from "../../functions/domain/documents/kit.ts";
import type { Grant } from "../../functions/domain/early/grant.ts";
import { addSeconds } from "../../functions/domain/instant.ts";
import { documentKey } from "../../functions/storage/newsroom/keys.ts";
import { kitDocument, releaseDocument } from "../worlds/documents/documents.ts";
import { bytesAt, storedDownload } from "../worlds/documents/downloads.ts";
import { reference, uuid } from "../worlds/documents/parts.ts";
import {
  AFTER_LOGS,
  asDraft,
  DAYS,
  type EarlyWorld,
  earlyWorld,
  GRANTED_AT,
  grantOf,
  unitOf,
} from "../worlds/reading/early.ts";
import { stored, storedPublication } from "../worlds/tables/stored.ts";

const LIFT = addSeconds(GRANTED_AT, DAYS(7));
/** When an asset of the kit goes, and its ZIP is another. */
const CHANGE = addSeconds(LIFT, DAYS(3));
const NOW = addSeconds(GRANTED_AT, 3600);
const OTHER = reference("An embargoed neighbour", "/en/releases/neighbour", "en", {
  id: uuid(77),
  publishAt: LIFT,
});

const release = releaseDocument("en", {
  publishAt: LIFT,
  updated: LIFT,
  corrections: [],
  related: [OTHER],
  kit: reference("The kit of it", publicationPath("en", "kit", "world-day"), "en", {
    id: uuid(3),
    publishAt: LIFT,
  }),
  html: '<p>Read <a href="/en/releases/neighbour">the neighbour</a> and <a href="/en/releases">all</a>.</p>',
});
const kit = kitDocument("en", { id: uuid(3), publishAt: LIFT, updated: LIFT });
const asset = kit.assets[0];
if (!asset) throw new Error("The kit has no asset.");
const { download = "", path: bytesPath } = originalOf(asset);
const draft = releaseDocument("en", {
  id: uuid(8),
  slug: "a-draft",
  path: "/en/releases/a-draft",
  title: "A drafted headline",
  publishAt: LIFT,
  updated: LIFT,
  translations: [{ language: "en", path: "/en/releases/a-draft" }],
});

let world: EarlyWorld;
let grant: Grant;
let token: string;
let cookie: string;

beforeAll(async () => {
  world = await earlyWorld([
    ...storedPublication(release),
    ...storedPublication(kit),
    ...asDraft(storedPublication(draft)),
    stored(documentKey("/en/releases/neighbour"), { ...release, path: "/en/releases/neighbour" }, LIFT),
    stored(
      documentKey(download),
      {
        kind: "download",
        path: download,
        publishAt: LIFT,
        rendition: "original",
        targets: [{ publishAt: LIFT, to: bytesPath }],
      },
      LIFT,
    ),
    storedDownload("world-day.zip", {
      publishAt: LIFT,
      rendition: "kit",
      targets: [
        { publishAt: LIFT, until: CHANGE, to: bytesAt("world-day.zip", "1-2") },
        { publishAt: CHANGE, to: bytesAt("world-day.zip", "2-") },
      ],
    }),
  ]);
  grant = grantOf([unitOf(release, LIFT), unitOf(kit, LIFT)]);
  await world.grants.add(grant);
  token = await world.token(grant);
  cookie = await world.open(token, NOW);
});

const ask = (path: string, init: RequestInit = {}) =>
  world.at(NOW).ask(path.startsWith("/en/") ? path : `/en/early/${token}${path}`, {
    ...init,
    headers: { Cookie: cookie, ...init.headers },
  });

describe("a mail scanner", () => {
  test("that asks for the link with GET and HEAD, twice, learns nothing and burns nothing", async () => {
    const fresh = grantOf([unitOf(release, LIFT)]);
    await world.grants.add(fresh);
    const link = `/en/early/${await world.token(fresh)}`;
    for (const method of ["HEAD", "GET", "HEAD", "GET"]) {
      const answer = await world.at(NOW).ask(link, { method });
      expect(answer.status).toBe(200);
      expect(answer.headers.getSetCookie()).toEqual([]);
      const told = `${await answer.text()}${JSON.stringify([...answer.headers])}`;
      for (const secret of [
        release.title,
        release.id,
        release.slug,
        fresh.name,
        fresh.mail,
        LIFT.slice(0, 10),
      ])
        expect(told).not.toContain(secret);
    }
    expect(await world.grants.openings(fresh.id, NOW)).toEqual([]);
    expect((await world.at(NOW).ask(link, { method: "POST" })).status).toBe(303);
  });

  test("is led back to the button from every address behind it, whether there is such a thing or not", async () => {
    for (const path of [
      "/contents",
      "/releases/world-day-2020",
      "/releases/nothing",
      "/downloads/world-day/x.jpg",
    ]) {
      const answer = await world.at(NOW).ask(`/en/early/${token}${path}`);
      expect([answer.status, answer.headers.get("location")]).toEqual([303, `/en/early/${token}`]);
    }
  });
});

test("expired, revoked, tampered and unknown links answer byte for byte alike", async () => {
  const expired = grantOf([unitOf(release, LIFT)], { expiresAt: NOW });
  const revoked = grantOf([unitOf(release, LIFT)], { revokedAt: GRANTED_AT });
  await world.grants.add(expired);
  await world.grants.add(revoked);
  const last = token.at(-1) === "A" ? "E" : "A";
  const links = [
    await world.token(expired),
    await world.token(revoked),
    `${token.slice(0, -1)}${last}`,
    await world.token({ id: uuid(99) }),
    "nothing",
    `${token}.x`,
  ];
  const answers = await Promise.all(
    links.flatMap((link) =>
      ["", "/contents", "/releases/world-day-2020"].map(async (path) => {
        const answer = await world.at(NOW).ask(`/en/early/${link}${path}`, { headers: { Cookie: cookie } });
        return JSON.stringify([answer.status, [...answer.headers], await answer.text()]);
      }),
    ),
  );
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toMatch(/^\[404,/);
});

describe("behind the button", () => {
  test("the contents name what was granted and until when it is embargoed", async () => {
    const html = await (await ask("/contents")).text();
    expect(html).toContain(release.title);
    expect(html).toContain("Embargoed until 8 July 2027, 11:00 (UTC+05:00)");
    expect(html).toContain(`href="/en/early/${token}/releases/world-day-2020"`);
  });

  test("the page shows what it will be, under a banner, without what was not granted", async () => {
    const answer = await ask("/releases/world-day-2020");
    const html = await answer.text();
    expect(html).toContain('<aside class="preview">Embargoed until 8 July 2027');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).not.toMatch(/neighbour"|An embargoed neighbour|canonical|ld\+json|hreflang="x-default"/);
    expect(html).toContain('Read the neighbour and <a href="/en/releases">all</a>.</p>');
    expect(html).toContain(`href="/en/early/${token}/kits/world-day"`);
    expect(html).not.toMatch(/ (?:src|poster)="\/media/);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.get("referrer-policy")).toBe("strict-origin");
    expect(answer.headers.get("content-security-policy")).toMatch(
      /img-src 'self' http:\/\/127\.0\.0\.1:\d+;/,
    );
  });

  test("every picture of a page leads to an address signed for minutes, and no other file does", async () => {
    const html = await (await ask("/kits/world-day")).text();
    const sources = [...html.matchAll(/ src="([^"]+)"/g)].map(([, source = ""]) =>
      source.replace("&amp;", "&"),
    );
    expect(sources.length).toBeGreaterThan(3);
    for (const source of sources) {
      const location = (await ask(source)).headers.get("location");
      expect(location).toMatch(/X-Amz-Expires=300/);
    }
    const foreign = sources[0]?.replace(/[0-9a-f]{64}/, "9".repeat(64)) ?? "";
    expect((await ask(foreign)).status).toBe(404);
    expect((await ask(sources[0]?.replace(/of=.*/, "of=%2Fen%2Freleases%2Fneighbour") ?? "")).status).toBe(
      404,
    );
  });

  test("a download of a granted kit leads to its bytes", async () => {
    const location = (await ask(download)).headers.get("location") ?? "";
    expect(new URL(location).pathname).toContain(bytesPath);
    expect((await ask("/downloads/another/x.jpg")).status).toBe(404);
  });

  test("its ZIP is the one of the lift, not that of the change after it", async () => {
    const location = (await ask("/downloads/world-day/world-day.zip")).headers.get("location") ?? "";
    expect(new URL(location).pathname).toContain(bytesAt("world-day.zip", "1-2"));
  });

  test("what was not granted is not there, a draft neither", async () => {
    for (const path of ["/releases/neighbour", "/releases/a-draft", "/releases/nothing"])
      expect((await ask(path)).status).toBe(404);
  });

  test("a draft says that it is one", async () => {
    const sign = grantOf([{ ...unitOf(draft, "9999-12-31T00:00:00Z") }]);
    await world.grants.add(sign);
    const link = await world.token(sign);
    const headers = { Cookie: await world.open(link, NOW) };
    const page = await world.at(NOW).ask(`/en/early/${link}/releases/a-draft`, { headers });
    expect(await page.text()).toContain('<aside class="preview">Draft – not for publication.</aside>');
  });

  test("the cookie of one grant opens no other", async () => {
    const other = grantOf([unitOf(release, LIFT)]);
    await world.grants.add(other);
    const answer = await ask(`/en/early/${await world.token(other)}/contents`);
    expect(answer.status).toBe(303);
  });
});

test("it is noted who opened what and when, until 30 days after the lift", async () => {
  const read = grantOf([unitOf(release, LIFT)]);
  await world.grants.add(read);
  const link = await world.token(read);
  const headers = { Cookie: await world.open(link, NOW) };
  await world.at(NOW).ask(`/en/early/${link}/releases/world-day-2020`, { headers });
  const opened = await world.grants.openings(read.id, NOW);
  expect(opened.map(({ at, what }) => [at, what]).toSorted()).toEqual([
    [NOW, "/en/releases/world-day-2020"],
    [NOW, "link"],
  ]);
  expect(await world.grants.openings(read.id, addSeconds(LIFT, DAYS(AFTER_LOGS)))).toEqual([]);
});

test("the cookie is for scripts and other sites out of reach, one for each language", async () => {
  const cookies = (await world.at(NOW).ask(`/en/early/${token}`, { method: "POST" })).headers.getSetCookie();
  expect(cookies.map((each) => each.replace(/^early=[\w-]{43}; /, ""))).toEqual(
    ["en", "ru", "kk"].map((language) => `Path=/${language}/early/${token}; HttpOnly; Secure; SameSite=Lax`),
  );
});

test("whoever does not come through the edge is turned away", async () => {
  const { app } = world.at(NOW);
  expect((await app.request(`/en/early/${token}`)).status).toBe(403);
  expect((await app.request(`/en/early/${token}`, { headers: { "X-Dateline-Edge": "" } })).status).toBe(403);
});
