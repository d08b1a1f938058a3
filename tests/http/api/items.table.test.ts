import { beforeAll, describe, expect, test } from "vitest";
import { documentKey } from "../../../functions/storage/newsroom/keys.ts";
import { pastEventDocument, releaseDocument } from "../../worlds/documents/documents.ts";
import { RELEASED, uuid } from "../../worlds/documents/parts.ts";
import { type AskedNewsroom, askedNewsroom, smallNewsroom } from "../../worlds/reading/api-newsroom.ts";
import { stored, storedCitables, storedPublication } from "../../worlds/tables/stored.ts";

const NOW = "2026-10-01T00:00:00Z";
const SITE = "https://newsroom.example";
const RELEASE = `/api/v1/releases/${uuid(1)}`;

let newsroom: AskedNewsroom;
beforeAll(async () => {
  newsroom = await askedNewsroom(smallNewsroom());
});

describe("a release", () => {
  test("tells itself in the names of ninjs, with absolute addresses", async () => {
    const { title, summary, city } = releaseDocument();
    expect(await newsroom.json(RELEASE, NOW)).toMatchObject({
      uri: `urn:uuid:${uuid(11)}`,
      type: "text",
      representationType: "full",
      language: "en",
      headlines: [{ role: "main", contentType: "text/plain", value: title }],
      descriptions: [{ role: "summary", contentType: "text/plain", value: summary }],
      embargoedUntil: RELEASED,
      versionCreated: "2020-08-03T04:30:00Z",
      pubStatus: "usable",
      located: city,
      corrected: true,
      links: {
        self: `${SITE}${RELEASE}?language=en`,
        page: `${SITE}/en/releases/world-day-2020`,
      },
    });
  });

  test("has the same bytes and the same validator at the .json form of its page", async () => {
    const [item, form] = await Promise.all([
      newsroom.ask(`${RELEASE}?language=en`, NOW),
      newsroom.ask("/en/releases/world-day-2020.json", NOW),
    ]);
    expect(form.headers.get("ETag")).toBe(item.headers.get("ETag"));
    expect(await form.text()).toBe(await item.text());
  });

  test("costs no more than its page and one read", async () => {
    newsroom.consumed();
    const answer = await newsroom.ask(RELEASE, NOW);
    expect(newsroom.consumed()).toBeLessThanOrEqual(Math.ceil((await answer.text()).length / 8192) + 1);
  });

  test("before its lift is answered as one that never was", async () => {
    const before = await newsroom.ask(RELEASE, "2020-07-30T07:59:59Z");
    const never = await newsroom.ask(`/api/v1/releases/${uuid(999)}`, NOW);
    const told = async (answer: Response) => ({
      status: answer.status,
      headers: [...answer.headers],
      body: (await answer.text()).replaceAll(/000000000\d{3}/g, ""),
    });
    expect(await told(before)).toEqual(await told(never));
    expect(before.status).toBe(404);
  });

  test("names related items only once they are public", async () => {
    const kit = { ...releaseDocument().kit, publishAt: "2026-09-30T12:00:00Z" };
    const release = releaseDocument("en", {
      kit: { ...kit, id: uuid(4), path: "/en/kits/k", title: "K", language: "en" },
    });
    const other = await askedNewsroom([...smallNewsroom(), ...storedPublication(release)]);
    const rels = async (at: string) =>
      (await (await other.ask(RELEASE, at)).json()).associations.map((each: { rel: string }) => each.rel);
    expect(await rels("2026-09-30T11:59:59Z")).toEqual(["related", "event"]);
    expect(await rels("2026-09-30T12:00:00Z")).toEqual(["related", "kit", "event"]);
  });

  test("that does not exist in a language is a 404 that names those in which it does", async () => {
    const translations = [{ language: "en" as const, path: "/en/releases/world-day-2020" }];
    const other = await askedNewsroom([
      ...smallNewsroom(),
      ...storedPublication(releaseDocument("en", { translations })),
    ]);
    expect(await other.json(`${RELEASE}?language=kk`, NOW)).toMatchObject({
      status: 404,
      code: "release-not-found",
      field: "language",
      allowed: ["en"],
    });
  });

  test("that has left for good is a 410", async () => {
    const path = "/en/releases/world-day-2020";
    const gone = stored(documentKey(path), { kind: "gone", path, publishAt: RELEASED }, RELEASED);
    const other = await askedNewsroom([...smallNewsroom(), gone]);
    expect((await other.ask(RELEASE, NOW)).status).toBe(410);
  });
});

test("an event tells its times, its status and what one can register for", async () => {
  const address = `/api/v1/events/${uuid(2)}`;
  expect(await newsroom.json(address, NOW)).toMatchObject({
    type: "event",
    status: "scheduled",
    eventDetails: {
      eventStatus: "https://schema.org/EventScheduled",
      dates: { startDate: "2027-07-30T05:00:00Z", endDate: "2027-07-30T08:00:00Z" },
    },
    registration: {
      places: [
        { id: "press-hall", capacity: 40 },
        { id: "online", capacity: 500 },
      ],
    },
    links: { calendar: `${SITE}/en/events/world-day-2027/calendar.ics` },
  });
});

test("a recording is told once it is out", async () => {
  const address = `/api/v1/events/${uuid(3)}`;
  const { publishAt = "" } = pastEventDocument().recording ?? {};
  expect(await newsroom.json(address, "2020-07-30T06:29:59Z")).not.toHaveProperty("recording");
  expect(await newsroom.json(address, publishAt)).toHaveProperty("recording");
});

describe("a figure", () => {
  test("comes with its source, its date, its anchor and a citation", async () => {
    const { citation, ...figure } = await (
      await newsroom.ask("/api/v1/figures/criminal-cases-2020", NOW)
    ).json();
    const page = `${SITE}/en/releases/world-day-2020#figure-criminal-cases-2020`;
    expect(figure).toMatchObject({
      id: "criminal-cases-2020",
      uri: page,
      value: "69",
      number: 69,
      asOf: "2020-07",
      links: { self: `${SITE}/api/v1/figures/criminal-cases-2020?language=en`, page },
      release: { rel: "release", uri: `urn:uuid:${uuid(1)}` },
    });
    expect(citation).toContain(page);
  });

  test("names the newer one once that is public, and the edge lets go of the old answer in time", async () => {
    const [figure, ...figures] = releaseDocument().figures;
    if (!figure) throw new Error("The release has no figure.");
    const newer = {
      id: uuid(7),
      path: "/en/releases/newer",
      title: "Newer",
      language: "en",
      publishAt: NOW,
    } as const;
    const release = releaseDocument("en", {
      figures: [{ ...figure, supersededBy: { id: "cases-2021", value: "72", release: newer } }, ...figures],
    });
    const other = await askedNewsroom([...smallNewsroom(), ...storedCitables(release)]);
    const address = `/api/v1/figures/${figure.id}`;
    const before = await other.ask(address, "2026-09-30T23:59:59Z");
    expect(before.headers.get("Cache-Control")).toBe("no-store");
    expect(await before.json()).not.toHaveProperty("supersededBy");
    const after = await other.ask(address, NOW);
    expect(after.headers.get("Last-Modified")).toBe("Thu, 01 Oct 2026 00:00:00 GMT");
    expect(await after.json()).toMatchObject({ supersededBy: { id: "cases-2021", value: "72" } });
  });
});

test("a statement says whether it is a paraphrase", async () => {
  expect(await newsroom.json("/api/v1/statements/utebayeva-identification", NOW)).toMatchObject({
    kind: "paraphrase",
    speaker: releaseDocument().statements[0]?.speaker,
    links: { page: `${SITE}/en/releases/world-day-2020#statement-utebayeva-identification` },
  });
});

describe("around the API", () => {
  test("OPTIONS answers a preflight, other methods are refused with the valid ones", async () => {
    const options = await newsroom.ask("/api/v1/releases", NOW, { method: "OPTIONS" });
    expect([options.status, options.headers.get("Allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
    expect(options.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const post = await newsroom.ask("/api/v1/releases", NOW, { method: "POST", body: "{}" });
    expect([post.status, post.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect(await post.json()).toMatchObject({ code: "method-not-allowed" });
  });

  test("HEAD has the headers of GET and no body", async () => {
    const [get, head] = await Promise.all([
      newsroom.ask(RELEASE, NOW),
      newsroom.ask(RELEASE, NOW, { method: "HEAD" }),
    ]);
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect([...head.headers]).toEqual([...get.headers]);
  });

  test("an address that the API does not have is a problem that names the collections", async () => {
    for (const path of ["/api/v1", "/api/v1/", "/api/v2/releases", "/api/v1/releases/a/b", "/api/%00"]) {
      const answer = await newsroom.ask(path, NOW);
      expect([answer.status, answer.headers.get("Content-Type")]).toEqual([404, "application/problem+json"]);
      expect((await answer.json()).allowed).toContain("/api/v1/statements");
    }
  });

  test("its page stands at /api/, to which /api leads", async () => {
    const [short, page] = [await newsroom.ask("/api", NOW), await newsroom.ask("/api/", NOW)];
    expect([short.status, short.headers.get("Location")]).toEqual([301, "/api/"]);
    expect([page.status, page.headers.get("Content-Type")]).toEqual([200, "text/html; charset=utf-8"]);
  });

  test("an empty newsroom says so", async () => {
    const empty = await askedNewsroom([]);
    expect(await empty.json("/api/v1/releases", NOW)).toMatchObject({ status: 503, code: "newsroom-empty" });
  });
});
